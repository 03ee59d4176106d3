import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenLayout } from '#renderer/ui/panels/ScreenLayout.tsx';
import { useView } from './usePlan.ts';

interface PlanScreenProps {
  readonly title: string;
  readonly controls?: ReactNode;
  readonly acts?: ReactNode;
  readonly summary?: ReactNode;
  readonly charts?: ReactNode;
  readonly chartControls?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a screen of the plan. Whether charts are shown holds for all screens alike. */
export function PlanScreen(props: PlanScreenProps) {
  const { t } = useTranslation();
  const { areChartsOpen, setChartsOpen } = useView();
  return (
    <ScreenLayout
      {...props}
      chartsLabel={t('screen.charts')}
      areChartsOpen={areChartsOpen}
      onChartsToggle={setChartsOpen}
    />
  );
}
