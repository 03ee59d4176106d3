import { afterEach, describe, expect, it } from 'vitest';
import { createTexts, speak } from '#renderer/app/i18n/i18n.ts';
import { faultText } from '#renderer/state/faultText.ts';
import { lineLabel } from '#renderer/state/figures.ts';
import { modelText, speakModel } from '#renderer/state/modelText.ts';
import { faultSentences } from '#shared/kernel/result.ts';
import { linesOf } from '#shared/model/lines/all.ts';
import { createModelWords } from '#shared/model/texts/modelWords.ts';
import cs from '#shared/model/texts/cs.json' with { type: 'json' };

afterEach(() => speakModel(null));

const occupancy = linesOf('queues').get('occupancy');

describe('a language', () => {
  it('is spoken by the texts and by the model, and English again afterwards', async () => {
    const texts = createTexts();
    if (occupancy === undefined) throw new Error('Queues have no occupancy');
    await speak(texts, 'cs');
    expect(texts.language).toBe('cs');
    expect(lineLabel(occupancy)).toBe(cs.lines['queues.occupancy']);
    await speak(texts, 'en');
    expect(lineLabel(occupancy)).toBe(occupancy.label);
  });

  it('is the last one that was asked for, however long each takes', async () => {
    const texts = createTexts();
    await Promise.all([speak(texts, 'ru'), speak(texts, 'en')]);
    expect(texts.language).toBe('en');
    await Promise.all([speak(texts, 'zh'), speak(texts, 'cs')]);
    expect(texts.language).toBe('cs');
  });

  it('leaves the names that users give', () => {
    if (occupancy === undefined) throw new Error('Queues have no occupancy');
    speakModel(createModelWords(cs, {}));
    expect(lineLabel({ label: occupancy.label, text: 'A line of my own.' })).toBe(occupancy.label);
    expect(lineLabel({ label: 'Prague sick leave' })).toBe('Prague sick leave');
  });

  it('says what went wrong by its kind, and what only the services know behind it', () => {
    const { t } = createTexts();
    const sentence = faultSentences['not-found'];
    speakModel(createModelWords({ lines: {}, inputs: {} }, { [sentence]: 'Už to tu není.' }));
    expect(modelText(sentence)).toBe('Už to tu není.');
    expect(faultText({ code: 'not-found', message: sentence }, t)).toBe('Už to tu není.');
    expect(faultText({ code: 'not-found', message: 'No "x".' }, t)).toBe('Už to tu není. (No "x".)');
  });
});
