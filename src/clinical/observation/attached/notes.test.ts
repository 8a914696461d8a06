import { describe, expect, test } from 'vitest';
import { plainRowKind } from '../plainRowKind.ts';
import { readPotassium } from '../observationFixture.ts';
import { attachedWords } from './attachedWords.ts';

const inSpecimen = (specimen: object) => ({
  contained: [{ resourceType: 'Specimen', id: 's', ...specimen }],
  specimen: { reference: '#s' },
});
const textsOf = (fields: object) => readPotassium(fields).attached?.notes.map(({ text }) => text);
const numbered = (count: number) => Array.from({ length: count }, (_, i) => ({ text: `note ${i}` }));

describe('the length of a note', () => {
  test.each([
    [279, 'x'.repeat(279)],
    [280, 'x'.repeat(280)],
    [281, `${'x'.repeat(279)}…`],
  ])('a note of %d characters is whole, or ends in "…"', (length, text) => {
    expect(textsOf({ note: [{ text: 'x'.repeat(length) }] })).toEqual([text]);
  });

  test('a note in RTF keeps its control words, up to four thousand characters', () => {
    const short = `{\\rtf1\\b ${'x'.repeat(1000)}}`;
    expect(textsOf({ note: [{ text: short }] })).toEqual([short]);
    const long = `{\\rtf1\\b ${'x'.repeat(5000)}}`;
    expect(textsOf({ note: [{ text: long }] })).toEqual([long.slice(0, 4000)]);
  });

  test('an endless author and an endless time are cut too', () => {
    const note = [{ text: 'Seen', authorString: 'a'.repeat(500), time: '2'.repeat(500) }];
    const [read] = readPotassium({ note }).attached!.notes;
    expect([read!.author.length, read!.time.length]).toEqual([80, 40]);
  });
});

describe('the notes of a specimen', () => {
  test('are told from those of the result', () => {
    const note = [{ text: 'Drawn from the line', authorString: 'Ward 7' }, { text: ' ' }];
    expect(readPotassium({ ...inSpecimen({ note }), note: [{ text: 'Repeated' }] }).attached?.notes).toEqual([
      { text: 'Repeated', author: '', time: '' },
      { text: 'specimen: Drawn from the line', author: 'Ward 7', time: '' },
    ]);
  });

  test('rule 59: of many notes the first eight are read, and "…" says that there are more', () => {
    const first = numbered(8).map(({ text }) => text);
    expect(textsOf({ note: numbered(8) })).toEqual(first);
    expect(textsOf({ note: numbered(9) })).toEqual([...first, '…']);
    const sent = numbered(9).map((one) => ({ ...one, authorString: 'Ward 7' }));
    expect(readPotassium({ note: sent }).attached?.notes.at(-1)).toEqual({ text: '…', author: '', time: '' });
    expect(textsOf(inSpecimen({ note: numbered(9) }))).toEqual(
      [...first, '…'].map((text) => `specimen: ${text}`),
    );
    const condition = numbered(12).map(({ text }) => ({ text: `measured ${text} at 10.5` }));
    expect(textsOf(inSpecimen({ condition }))).toHaveLength(9);
  });

  test('blank notes are none, and do not use up the room of others', () => {
    const note = [...Array.from({ length: 10 }, () => ({ text: ' ' })), { text: 'Seen' }];
    expect(textsOf({ note })).toEqual(['Seen']);
    expect(textsOf(inSpecimen({ note }))).toEqual(['specimen: Seen']);
    expect(readPotassium({ note: [{ text: ' ' }] }).attached).toBeUndefined();
  });
});

describe('the time of collection', () => {
  const collected = (collection: object) => readPotassium(inSpecimen({ collection })).attached;

  test('of a collection that took a while is its end, or its start when no end was sent', () => {
    const [start, end] = ['2026-01-01T08:00:00Z', '2026-01-02T08:00:00Z'];
    expect(collected({ collectedPeriod: { start, end } })?.collected).toBe(end);
    expect(collected({ collectedPeriod: { start } })?.collected).toBe(start);
    expect(collected({ collectedDateTime: start, collectedPeriod: { end } })?.collected).toBe(start);
  });

  test('stands alone, without notes or oxygen', () => {
    expect(collected({ collectedDateTime: '2026-01-01' })).toEqual({
      notes: [],
      collected: '2026-01-01',
      oxygen: '',
    });
    expect(collected({})).toBeUndefined();
  });
});

describe('what stands beside the value at once', () => {
  test('the state of the specimen and the oxygen, in this order', () => {
    const kind = { ...plainRowKind, condition: 'hemolyzed' };
    const attached = { notes: [], collected: '', oxygen: 'on 2 L/min oxygen' };
    expect(attachedWords({ kind, attached })).toEqual(['hemolyzed', 'on 2 L/min oxygen']);
    expect(attachedWords({ kind, attached: undefined })).toEqual(['hemolyzed']);
    expect(attachedWords({ kind: plainRowKind, attached: undefined })).toEqual([]);
  });

  test('a reason for a missing value stands beside a value that is listed, and never beside none', () => {
    const absentReason = 'Not performed';
    expect(attachedWords({ kind: { ...plainRowKind, reason: 'text', absentReason } })).toEqual([
      'marked as absent: Not performed',
    ]);
    expect(attachedWords({ kind: { ...plainRowKind, reason: 'no-value', absentReason } })).toEqual([]);
    expect(attachedWords({ kind: { ...plainRowKind, reason: 'text' } })).toEqual([]);
  });
});
