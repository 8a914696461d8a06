import { expect, test } from 'vitest';
import { readObservation } from '../../src/clinical/observation/observation.ts';
import { createFlowsheet } from '../../src/record/flowsheet/flowsheet.ts';
import { FULL_RESULT, withText } from '../../src/testing/fullResultFixture.ts';
import { CAPPED_PATTERNS } from './patternTable.ts';

/**
 * Notes the longest text that each pattern meets while something is done. A spy of Vitest would keep each of the million calls with
 * its text, and would take most of the time.
 */
function longestTexts(act: () => void): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  const all: RegExp = RegExp.prototype;
  // oxlint-disable-next-line typescript/unbound-method -- it is called with the pattern that was asked
  const { exec } = all;
  // All methods of texts and patterns that match call this one: https://tc39.es/ecma262/#sec-regexpexec
  all.exec = function noted(text) {
    longest.set(this.source, Math.max(longest.get(this.source) ?? 0, text.length));
    return exec.call(this, text);
  };
  try {
    act();
  } finally {
    all.exec = exec;
  }
  return longest;
}

const context = {
  patientId: 'p1',
  fhirBase: 'https://fhir.general.example/r4',
  nowMs: Date.parse('2026-11-24T20:05:00Z'),
  hidePreliminary: false,
};
const LOINCS = ['2823-3', '8480-6', '2345-7', '59408-5', '48065-7', undefined];

test.each(['5', ' ', '5 - 5 ', 'hemolyzed, ', 'not done ', '24h urin ', 'body-position', '{FEU '])(
  'no capped pattern meets more of a result than its cap, whichever text is full of %j',
  (part) => {
    const long = part.repeat(20_000 / part.length);
    const { count } = withText(FULL_RESULT, -1, '');
    const longest = longestTexts(() => {
      for (const loinc of LOINCS)
        for (let at = 0; at < count; at += 1) {
          const result = withText(FULL_RESULT, at, long).value as typeof FULL_RESULT;
          const coding = [...result.code.coding, { system: 'http://loinc.org', code: loinc }];
          const resource = {
            resourceType: 'Observation',
            id: 'o1',
            status: 'final',
            subject: { reference: 'Patient/p1' },
            effectiveDateTime: '2026-11-20T08:00:00Z',
            ...result,
            code: { ...result.code, coding: loinc === undefined ? result.code.coding : coding },
          };
          readObservation(resource, context);
          readObservation(
            { ...resource, component: [], valueQuantity: undefined, valueString: long },
            context,
          );
        }
    });
    const over = [...longest].filter(([source, length]) => {
      const capped = CAPPED_PATTERNS.find(
        ({ path, begins }) => path.startsWith('src/clinical/') && source.startsWith(begins),
      );
      return capped !== undefined && length > capped.characters;
    });
    expect(over).toEqual([]);
    expect(longest.size).toBeGreaterThan(50);
  },
);

test('the notes of a long text are seen here: a linear pattern meets it whole', () => {
  const sheet = createFlowsheet({ ...context, nowMs: () => context.nowMs });
  const note = [{ text: 'hemolyzed '.repeat(10_000) }];
  const longest = longestTexts(() =>
    sheet.take([
      { resourceType: 'Observation', id: 'o1', status: 'final', subject: { reference: 'Patient/p1' }, note },
    ]),
  );
  expect(Math.max(...longest.values())).toBeGreaterThan(300);
});
