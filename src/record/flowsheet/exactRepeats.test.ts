import { describe, expect, test } from 'vitest';
import { createFlowsheet } from './flowsheet.ts';
import { createExactRepeats } from './exactRepeats.ts';
import { potassium, recordAfter, seriesValues } from './potassiumPagesFixture.ts';

const copyOf = (resource: object): object => JSON.parse(JSON.stringify(resource));

describe('resources that come again', () => {
  const first = potassium('a', 4, { meta: { versionId: '1' } });

  test('one that is the same to the last character is a repeat', () => {
    const repeats = createExactRepeats();
    expect(repeats.isRepeat('a', first)).toBe(false);
    expect(repeats.isRepeat('a', copyOf(first))).toBe(true);
  });

  test.each([
    ['another version', potassium('a', 4, { meta: { versionId: '2' } })],
    ['another value in one version', potassium('a', 5, { meta: { versionId: '1' } })],
    ['a value with another number of decimals', withDecimals('4.0')],
    ['something more', { ...first, note: [{ text: 'hemolyzed' }] }],
    ['no object', 'a'],
  ])('it is none, with %s', (_, again) => {
    const repeats = createExactRepeats();
    repeats.isRepeat('a', first);
    expect(repeats.isRepeat('a', again)).toBe(false);
  });

  test.each(['a', ''])('one that is nested deeper than can be written counts each time, id "%s"', (id) => {
    const nested = { deep: JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) };
    const repeats = createExactRepeats();
    expect([repeats.isRepeat(id, nested), repeats.isRepeat(id, nested)]).toEqual([false, false]);
  });

  test('those with an id are let go, those without stay known', () => {
    const repeats = createExactRepeats();
    repeats.isRepeat('a', first);
    repeats.isRepeat('', first);
    repeats.forget();
    expect(repeats.isRepeat('a', first)).toBe(false);
    expect(repeats.isRepeat('', first)).toBe(true);
  });

  test('a long record is not kept', () => {
    const repeats = createExactRepeats();
    for (let index = 0; index < 5_000; index++) repeats.isRepeat(`r${index}`, first);
    expect(repeats.isRepeat('r0', first)).toBe(true);
    expect(repeats.isRepeat('r4999', first)).toBe(false);
  });
});

describe('the record', () => {
  const [old, corrected] = [
    potassium('a', 4, { meta: { versionId: '1' } }),
    potassium('a', 5, { meta: { versionId: '2' }, status: 'corrected' }),
  ];

  test.each([
    ['the first version again', [old, corrected, copyOf(old)]],
    ['the second version again', [old, corrected, copyOf(corrected)]],
    ['both, the newer first', [corrected, old, copyOf(corrected), copyOf(old)]],
  ])('67: is the same after %s', (_, results) => {
    const record = recordAfter(...results.map((result) => [result]));
    expect(seriesValues(record)).toEqual([5]);
    expect(record.account).toEqual(recordAfter([old], [corrected]).account);
  });

  test('one content of one version comes between: the order changes nothing', () => {
    const other = potassium('a', 7, { meta: { versionId: '1' } });
    expect(seriesValues(recordAfter([old], [other], [copyOf(old)]))).toEqual(
      seriesValues(recordAfter([old], [other])),
    );
  });

  test('45: a result that lay ahead of the clock is read when its time has come, though it comes unchanged', () => {
    let nowMs = Date.parse('2026-01-02T00:00:00Z');
    const sheet = createFlowsheet({
      patientId: 'p1',
      fhirBase: 'https://ehr.example/fhir',
      nowMs: () => nowMs,
      hidePreliminary: false,
    });
    sheet.take([old]);
    expect(seriesValues(sheet.snapshot())).toEqual([]);
    nowMs = Date.parse('2026-01-03T00:00:00Z');
    sheet.take([copyOf(old)]);
    expect(seriesValues(sheet.snapshot())).toEqual([4]);
  });
});

/** Returns the first potassium as a page brings it whose value was written with a zero at its end. */
function withDecimals(valueText: string): object {
  return {
    ...potassium('a', 4, { meta: { versionId: '1' } }),
    valueQuantity: { value: 4, unit: 'mmol/L', valueText },
  };
}
