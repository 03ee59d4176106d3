import { useStore } from 'zustand';
import { calculatorForm } from './calculatorForm.ts';
import { DayView } from './DayView.tsx';
import { IntervalView } from './IntervalView.tsx';
import { useSpeech } from './useSpeech.ts';

/** A quick what-if beside the plan: one interval, or one day. */
export function CalculatorScreen() {
  const form = useStore(calculatorForm);
  const speech = useSpeech();
  return form.mode === 'interval' ? (
    <IntervalView form={form} speech={speech} />
  ) : (
    <DayView form={form} speech={speech} />
  );
}
