/** A parent and a clinician read the same of a child's growth (rules 12, 34 and 55). */
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { GrowthResult } from '../../../clinical/growth/growthZ.ts';
import type { RecordedSex } from '../../../clinical/patient/recordedSex.ts';
import { isFinal } from '../../../clinical/series/comparability.ts';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { growthAgeText, percentileCell } from '../../../parts/growth/clinician/growthDetailText.ts';
import { growthPointsOf, type GrowthPoint } from '../../../parts/growth/growthPoints.ts';
import { loadGrowth } from '../../../parts/growth/loadGrowth.ts';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { speakEnglish } from '../../../words/language.ts';
import { seriesAsSent } from '../../../clinical/unitChoice/seriesAsSent.ts';
import { ageSentences, comparedSentence } from './growthSentences.ts';

afterEach(() => speakEnglish());

const makeGrowth = await loadGrowth();
const NOW_MS = Date.parse('2026-11-24T20:05:00Z');
const ZONE = 'America/Chicago';

const measured = fc.record({
  code: fc.constantFrom('29463-7', '3141-9', '3142-7', '8339-4'),
  value: fc.integer({ min: 70, max: 200 }).map((tenths) => tenths / 10),
  unit: fc.constantFrom('kg', '[lb_av]', 'lb'),
  daysBefore: fc.integer({ min: 0, max: 900 }),
  status: fc.constantFrom('final', 'final', 'amended', 'preliminary', 'entered-in-error'),
});
const child = fc.record({
  birthDaysBefore: fc.integer({ min: 1, max: 2400 }),
  weeks: fc.option(fc.integer({ min: 24, max: 41 })),
  gender: fc.constantFrom('female', 'male', 'unknown'),
  results: fc.array(measured, { minLength: 1, maxLength: 6 }),
});
const daysBeforeNow = (days: number): string => new Date(NOW_MS - days * DAY_MS).toISOString();

/** Two roundings of one measure differ by less than a milligram. */
const factsOf = ({ row, growth, value, sent }: GrowthPoint) => [
  row.id,
  value.toFixed(6),
  growth.isKnown ? [growth.percentile.toFixed(4), growth.isLikelyError, growth.age] : growth,
  sent.length,
];

/** Returns the place that a clinician reads: a whole number, an end of the scale, or that there is none to compare. */
function placeInTable(growth: GrowthResult): string {
  const cell = percentileCell(growth, []);
  if (cell === '') return 'none';
  if (growth.isKnown && growth.isLikelyError) return 'none';

  // Only the ends of the scale have a decimal.
  if (!cell.includes('.')) return cell;
  return Number(cell.replace(/^[<>]/, '')) < 50 ? '<1' : '>99';
}

/** Returns the same of what a parent reads. */
function placeInWords(growth: GrowthResult, sex: RecordedSex): string {
  const said = comparedSentence(growth, sex);
  const [, few, most, about] = /(fewer than 1 )|(more than 99 )|about (\d+) /.exec(said) ?? [];
  if (few !== undefined) return '<1';
  return most === undefined ? (about ?? 'none') : '>99';
}

/** Returns the months that both ages say, so that "2 y 3 mo" and "2 years and 3 months" are one. */
function monthsOf(text: string): number | undefined {
  const [years] = /(\d+) y/.exec(text)?.slice(1).map(Number) ?? [];
  const [months] = /(\d+) mo/.exec(text)?.slice(1).map(Number) ?? [];
  return years === undefined && months === undefined ? undefined : 12 * (years ?? 0) + (months ?? 0);
}

/** Returns the months since birth that a parent reads; undefined where the age is said in days or weeks. */
const monthsInWords = (growth: GrowthResult): number | undefined => monthsOf(ageSentences(growth)[0] ?? '');
const monthsInTable = (growth: GrowthResult): number | undefined =>
  monthsOf(growthAgeText(growth).split(', corrected')[0] ?? '');

test('the same results, percentiles and ages, of generated children', () => {
  let count = 0;
  fc.assert(
    fc.property(child, ({ birthDaysBefore, weeks, gender, results }) => {
      const birthDate = daysBeforeNow(birthDaysBefore).slice(0, 10);
      const { series } = recordOf([
        ...results.map(({ code, value, unit, daysBefore, status }) =>
          resultInput(code, value, unit, daysBeforeNow(daysBefore), { status }),
        ),
        ...(weeks === null ? [] : [resultInput('76516-4', weeks, 'wk', birthDate)]),
      ]);
      const growth = makeGrowth(readPatient({ gender, birthDate }, NOW_MS), series, ZONE);
      const clinicians = growthPointsOf(series, 'weight', growth);
      const asSent = series.map(seriesAsSent);
      const parents = growthPointsOf(asSent, 'weight', growth, isFinal);
      // A parent reads the unit that was sent, and the place among other children comes from the same measure.
      expect(parents.map(factsOf)).toEqual(
        clinicians.filter(({ row }) => row.kind.status !== 'preliminary').map(factsOf),
      );
      const known = parents.map((point) => point.growth);
      const { sex } = growth.child;
      expect(known.map((one) => placeInWords(one, sex))).toEqual(known.map(placeInTable));
      expect(known.map(monthsInWords)).toEqual(known.map(monthsInTable));
      count += known.filter((one) => /\d/.test(placeInTable(one))).length;
    }),
    { numRuns: 300, seed: 16 },
  );
  expect(count).toBeGreaterThan(100);
});
