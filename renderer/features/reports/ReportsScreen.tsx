import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { packs } from '#shared/model/packs/all.ts';
import { type PackId, packIds } from '#shared/model/packs/define.ts';
import { faultText } from '#renderer/state/faultText.ts';
import { PlanScreen } from '#renderer/state/PlanScreen.tsx';
import { useLibrary, usePlan, usePlanSession } from '#renderer/state/usePlan.ts';
import { useStored } from '#renderer/state/useStored.ts';
import { ErrorState } from '#renderer/ui/panels/ErrorState.tsx';
import { PackChoice } from './PackChoice.tsx';
import { PlanChoices } from './PlanChoices.tsx';
import { Production } from './Production.tsx';
import { Repeats } from './Repeats.tsx';
import { ReportPreview } from './ReportPreview.tsx';
import {
  type ChoiceChange,
  changedChoice,
  choiceOf,
  firstMemory,
  orderOf,
  planOf,
  type ReportMemory,
  type ReportOrder,
  type ReportSurroundings,
  withChoice,
} from './reportChoices.ts';
import { noParts, usePlanParts } from './usePlanParts.ts';
import { useReportJob } from '#renderer/state/useReportJob.ts';
import styles from './Reports.module.css';

/** Reports for each kind of reader: what is in them, page by page, and the files to send. */
export function ReportsScreen() {
  const { t } = useTranslation();
  const settings = useStored('setting.get', {});
  const versions = useStored('version.list', {});
  const fault = settings.fault ?? versions.fault;
  return (
    <PlanScreen title={t('reports.title')}>
      {fault !== null && (
        <ErrorState
          title={t('reports.notRead')}
          text={faultText(fault, t)}
          action={
            <Button
              onClick={() => {
                settings.reload();
                versions.reload();
              }}
            >
              {t('app.tryAgain')}
            </Button>
          }
        />
      )}
      {fault === null && settings.value !== null && versions.value !== null && (
        <Reports remembered={settings.value.reports ?? firstMemory} versions={versions.value} />
      )}
    </PlanScreen>
  );
}

interface ReportsProps {
  readonly remembered: ReportMemory;
  readonly versions: ReportSurroundings['versions'];
}

/** What was chosen, kept for the next time. */
function useMemory(remembered: ReportMemory) {
  const { client } = usePlanSession();
  const [memory, setMemory] = useState(remembered);
  const remember = (next: ReportMemory): void => {
    setMemory(next);
    // Where nothing can be written, as in a workspace that is only read, it holds until the screen is left.
    void client.call('setting.set', { reports: next });
  };
  return { memory, remember };
}

function useReports({ remembered, versions }: ReportsProps) {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const scenarios = useLibrary((state) => state.scenarios);
  const openId = usePlan((state) => state.id);
  const { memory, remember } = useMemory(remembered);
  const { pack } = memory;
  const choice = choiceOf(memory, pack);
  const around = useMemo(
    () => ({ scenarios, versions, openId, language }),
    [scenarios, versions, openId, language],
  );
  const plan = planOf(choice, around);
  const parts = usePlanParts(pack, plan);
  const order =
    parts === null
      ? null
      : orderOf(
          pack,
          choice,
          around,
          parts.partners.map(({ id }) => id),
          parts.years,
        );
  const { job, produce, cancel, forget } = useReportJob();
  const make = async (from: ReportMemory, wanted: ReportOrder | null): Promise<void> => {
    if (wanted === null) return;
    const made = choiceOf(from, wanted.pack);
    if (!(await produce(wanted, made.formats))) return;
    const { partner } = wanted;
    const next = changedChoice(made, partner === undefined ? {} : { partner });
    remember(withChoice(from, wanted.pack, { ...next, madeAt: new Date().toISOString() }));
  };
  const choose = (next: PackId): void => {
    forget();
    remember({ ...memory, pack: next });
  };
  return {
    memory,
    choice,
    around,
    parts: parts ?? noParts,
    order,
    job,
    cancel,
    choose,
    change(next: ChoiceChange): void {
      forget();
      remember(withChoice(memory, pack, changedChoice(choice, next)));
    },
    make: () => void make(memory, order),
    repeat(again: PackId): void {
      choose(again);
      const before = choiceOf(memory, again);
      // Which partner it was is known by its id, also while the plan's partners are still being read.
      const known = again === 'partner' && before.partner !== undefined ? [before.partner] : [];
      void make({ ...memory, pack: again }, orderOf(again, before, around, known));
    },
  };
}

function Reports(props: ReportsProps) {
  const reports = useReports(props);
  const { memory, choice, order, job } = reports;
  const isRunning = job.state === 'running';
  return (
    <div className={styles.screen}>
      <div className={styles.choices}>
        <fieldset className={styles.fields} disabled={isRunning}>
          <PackChoice pack={memory.pack} onChange={reports.choose} />
          <PlanChoices
            choice={choice}
            around={reports.around}
            parts={reports.parts}
            onChange={reports.change}
          />
        </fieldset>
        <Production
          job={job}
          formats={choice.formats}
          isWholeWorkbook={order?.fiscalYear !== undefined && packs[memory.pack].hasWholePlan === true}
          canProduce={order !== null && choice.formats.length > 0}
          onFormats={(formats) => reports.change({ formats: [...formats] })}
          onProduce={reports.make}
          onCancel={reports.cancel}
        />
        <Repeats memory={memory} packs={packIds} isDisabled={isRunning} onRepeat={reports.repeat} />
      </div>
      <ReportPreview order={order} />
    </div>
  );
}
