import type { CalculatorInput } from '#shared/queueing/calculatorInput.ts';
import type { CalculatorDay, DayStaff } from '#shared/queueing/calculatorDay.ts';
import type { CalculatorModel, CalculatorResult, Difference } from '#shared/queueing/calculator.ts';
import { formatNumber, noValueSign } from '#renderer/ui/numbers.ts';
import { agentsFormat, agentsText, bindingText, goalShare, money, type Speech } from './words.ts';

/** One of the answers above the table. */
export interface Tile {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
  readonly tone: 'neutral' | 'good' | 'warning' | 'bad';
}

function tenth(value: number, { locale }: Speech): string {
  return formatNumber(value, { style: 'number', digits: 1 }, locale);
}

function plain(value: number, speech: Speech): string {
  return formatNumber(value, { style: 'number', digits: Number.isInteger(value) ? 0 : 2 }, speech.locale);
}

function loadTile(input: CalculatorInput | null, result: CalculatorResult | null, speech: Speech): Tile {
  const { t, locale } = speech;
  const words = input && {
    contacts: plain(input.contacts, speech),
    seconds: plain(input.aht, speech),
    minutes: plain(input.intervalMinutes, speech),
  };
  return {
    id: 'load',
    label: t('calculator.load'),
    value: result === null ? noValueSign : formatNumber(result.load, { style: 'number', digits: 2 }, locale),
    unit: t('staffing.erlangs'),
    note: words === null ? '' : t('calculator.loadNote', words),
    tone: 'neutral',
  };
}

function modelTile(model: CalculatorModel, result: CalculatorResult | null, speech: Speech): Tile {
  const { t } = speech;
  const base = { id: model, label: t(`calculator.needs.${model}`), unit: '', tone: 'neutral' } as const;
  if (result === null) return { ...base, value: noValueSign, note: '' };
  const answer = result[model];
  if (answer === null) return { ...base, value: noValueSign, note: t('calculator.noPatience') };
  const { needed, required } = answer;
  if (needed === null) {
    const note = t('calculator.noNumber', { part: bindingText(required.binding, speech) });
    return { ...base, value: t('calculator.none'), note, tone: 'bad' };
  }
  return {
    ...base,
    value: agentsText(needed.agents, speech),
    unit: t('calculator.agentsUnit', { count: needed.agents }),
    note: t('calculator.needsNote', { scheduled: tenth(needed.scheduled, speech) }),
  };
}

function differenceTile(difference: Difference | null, speech: Speech): Tile {
  const { t } = speech;
  const base = { id: 'difference', label: t('calculator.cMinusA'), tone: 'neutral' } as const;
  if (difference === null) return { ...base, value: noValueSign, unit: '', note: '' };
  return {
    ...base,
    value: agentsText(difference.agents, speech),
    unit: t('calculator.agentsUnit', { count: difference.agents }),
    note: t('calculator.differenceNote', { interval: money(difference.costPerInterval, speech) }),
  };
}

/** How the team that is there fares: under both models, or under which. */
function presentNote({ erlangC, erlangA }: CalculatorResult, speech: Speech): Pick<Tile, 'note' | 'tone'> {
  const { t } = speech;
  const [endless, patient] = [erlangC.present, erlangA?.present ?? erlangC.present];
  if (endless === null || patient === null) return { note: '', tone: 'neutral' };
  if (endless.isOverloaded) {
    const key = erlangA === null ? 'calculator.overloadNote' : 'calculator.overloadNoteC';
    return { note: t(key), tone: 'bad' };
  }
  if (patient.missed.length > 0) {
    const parts = patient.missed.map((part) => bindingText(part, speech)).join(', ');
    return { note: t('calculator.presentMisses', { parts }), tone: 'bad' };
  }
  if (endless.missed.length > 0) return { note: t('calculator.presentMeetsA'), tone: 'warning' };
  return { note: t('calculator.presentMeets'), tone: 'good' };
}

function presentTile(agents: number, result: CalculatorResult | null, speech: Speech): Tile {
  return {
    id: 'present',
    label: speech.t('calculator.presentTile'),
    value: agentsText(agents, speech),
    unit: speech.t('calculator.agentsUnit', { count: agents }),
    ...(result === null ? { note: '', tone: 'neutral' } : presentNote(result, speech)),
  };
}

/** The answers of one interval: load, agents under both models, what lies between them, and the team that is there. */
export function intervalTiles(
  input: CalculatorInput | null,
  result: CalculatorResult | null,
  speech: Speech,
): readonly Tile[] {
  const tiles = [
    loadTile(input, result, speech),
    modelTile('erlangC', result, speech),
    modelTile('erlangA', result, speech),
    differenceTile(result?.difference ?? null, speech),
  ];
  return input?.agents === undefined ? tiles : [...tiles, presentTile(input.agents, result, speech)];
}

function staffTile(
  id: 'neededC' | 'neededA',
  staff: DayStaff | null,
  isKnown: boolean,
  speech: Speech,
): Tile {
  const { t } = speech;
  const base = { id, label: t(`calculator.needs.${id === 'neededC' ? 'erlangC' : 'erlangA'}`) };
  if (staff === null)
    return {
      ...base,
      value: noValueSign,
      unit: '',
      note: isKnown ? t('calculator.noDayNumber') : '',
      tone: isKnown ? 'bad' : 'neutral',
    };
  return {
    ...base,
    value: tenth(staff.paidHours, speech),
    unit: t('calculator.paidHours'),
    note: t('calculator.staffNote', {
      peak: agentsText(staff.peakAgents, speech),
      cost: money(staff.cost, speech),
    }),
    tone: 'neutral',
  };
}

function dutyNote(day: CalculatorDay, speech: Speech): string {
  const { t } = speech;
  const count = day.overloadedIntervals;
  if (count > 0) return t('calculator.overloadedIntervals', { count });
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? noValueSign : goalShare(value, speech);
  const words = { levelC: share(day.erlangC?.level), levelA: share(day.erlangA?.level) };
  return t(day.erlangA === null ? 'calculator.dutyServiceC' : 'calculator.dutyService', words);
}

/** The answers of one day. */
export function dayTiles(
  day: CalculatorDay | null,
  input: CalculatorInput | null,
  speech: Speech,
): readonly Tile[] {
  const { t, locale } = speech;
  const peak = Math.max(0, ...(day?.rows ?? []).map(({ load }) => load));
  const hasPatience = input?.patience !== undefined;
  const hours = day?.difference?.paidHours ?? null;
  const onDuty = day?.onDuty ?? null;
  return [
    {
      id: 'contacts',
      label: t('calculator.dayContacts'),
      value: day === null ? noValueSign : formatNumber(day.contacts, agentsFormat(day.contacts), locale),
      unit: t('unit.contacts'),
      note: day === null ? '' : t('calculator.peakLoad', { load: tenth(peak, speech) }),
      tone: 'neutral',
    },
    staffTile('neededC', day?.neededC ?? null, day !== null, speech),
    hasPatience || day === null
      ? staffTile('neededA', day?.neededA ?? null, day !== null, speech)
      : {
          id: 'neededA',
          label: t('calculator.needs.erlangA'),
          value: noValueSign,
          unit: '',
          note: t('calculator.noPatience'),
          tone: 'neutral',
        },
    {
      id: 'difference',
      label: t('calculator.cMinusA'),
      value: hours === null ? noValueSign : tenth(hours, speech),
      unit: hours === null ? '' : t('calculator.paidHours'),
      note: day?.difference
        ? t('calculator.differenceDayNote', { cost: money(day.difference.cost, speech) })
        : '',
      tone: 'neutral',
    },
    {
      id: 'onDuty',
      label: t('calculator.onDuty'),
      value: onDuty === null ? noValueSign : tenth(onDuty.paidHours, speech),
      unit: onDuty === null ? '' : t('calculator.paidHours'),
      note: day === null || onDuty === null ? t('calculator.noDuty') : dutyNote(day, speech),
      tone: day !== null && day.overloadedIntervals > 0 ? 'bad' : 'neutral',
    },
  ];
}
