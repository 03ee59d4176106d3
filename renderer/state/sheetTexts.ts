import type { TFunction } from 'i18next';
import type { SheetTexts } from '#renderer/ui/Sheet/sheetTexts.ts';

const namedLines = 3;

/** The words of every grid, from the translations. */
export function sheetTexts(t: TFunction, locale: string): SheetTexts {
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  const some = (lines: readonly string[]) =>
    list.format(lines.length > namedLines ? [...lines.slice(0, namedLines), '…'] : lines);
  return {
    ...cellTexts(t),
    ...panelTexts(t),
    cellsSkipped: (count, lines) => t('sheet.cellsSkipped', { count, lines: some(lines) }),
  };
}

type CellTexts = Omit<SheetTexts, 'find' | 'menu' | 'spread' | 'cellsSkipped'>;

function cellTexts(t: TFunction): CellTexts {
  return {
    lineHeader: t('sheet.line'),
    unitHeader: t('sheet.unit'),
    collapse: (label) => t('sheet.collapse', { label }),
    expand: (label) => t('sheet.expand', { label }),
    activeCell: ({ label, period, value, unit, isEditable, error, note, marks }) =>
      [
        label,
        period,
        error ?? `${value} ${unit}`,
        isEditable ? t('sheet.editable') : (note ?? t('sheet.computed')),
        ...marks,
      ].join(', '),
    overridden: (base) => (base === undefined ? t('sheet.overriddenHere') : t('sheet.overridden', { base })),
    unsourced: t('sheet.unsourced'),
    standard: t('sheet.standard'),
    editCell: (label, period) => t('sheet.edit', { label, period }),
    noValue: t('sheet.noValue'),
    readOnly: t('sheet.readOnly'),
    notANumber: (text) => t('sheet.notANumber', { text }),
    notWhole: (text) => t('sheet.notWhole', { text }),
    pasteRefused: (place) => t('sheet.pasteRefused', { ...place }),
    cellsOnHeadings: (count) => t('sheet.cellsOnHeadings', { count }),
    cellsOutside: (count) => t('sheet.cellsOutside', { count }),
    copied: (count) => t('sheet.copied', { count }),
    filled: (count) => t('sheet.filled', { count }),
    sum: t('sheet.sum'),
    average: t('sheet.average'),
    count: t('sheet.count'),
    notAdded: t('sheet.notAdded'),
    labelWidth: t('sheet.labelWidth'),
    editSeries: (label) => t('sheet.editSeries', { label }),
  };
}

function panelTexts(t: TFunction): Pick<SheetTexts, 'find' | 'menu' | 'spread'> {
  return {
    find: {
      label: t('sheet.find.label'),
      placeholder: t('sheet.find.placeholder'),
      next: t('sheet.find.next'),
      previous: t('sheet.find.previous'),
      close: t('sheet.find.close'),
      found: (place, total) => t('sheet.find.found', { place, total }),
      none: (query) => t('sheet.find.none', { query }),
    },
    menu: {
      label: (label, period) => t('sheet.menu.label', { label, period }),
      cut: t('sheet.menu.cut'),
      copy: t('sheet.menu.copy'),
      paste: t('sheet.menu.paste'),
      pasteByKeys: t('sheet.menu.pasteByKeys'),
      clear: t('sheet.menu.clear'),
      fillRight: t('sheet.menu.fillRight'),
      fillDown: t('sheet.menu.fillDown'),
      series: t('sheet.menu.series'),
      spread: t('sheet.menu.spread'),
      reset: t('sheet.menu.reset'),
      find: t('sheet.menu.find'),
      selectLine: t('sheet.menu.selectLine'),
      selectPeriod: t('sheet.menu.selectPeriod'),
      saveCsv: t('sheet.menu.saveCsv'),
    },
    spread: {
      title: (label, from, to) => t('sheet.spread.title', { label, from, to }),
      total: t('sheet.spread.total'),
      method: t('sheet.spread.method'),
      byDays: t('sheet.spread.byDays'),
      evenly: t('sheet.spread.evenly'),
      byShape: t('sheet.spread.byShape'),
      apply: t('sheet.spread.apply'),
      cancel: t('sheet.spread.cancel'),
    },
  };
}
