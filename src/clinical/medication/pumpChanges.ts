/** This file finds when a further pump of one drug began or ended at the same rate, beside one that goes on. */
import type { CourseChange, DoseStep, MedicationCourse } from '../events/careEvent.ts';
import { MINUTE_MS } from '../time/durations.ts';
import { isGiven } from './courses.ts';
import { wordedDose as wordedDoseOf } from './dosage/wordedDose.ts';
import { medicationTexts } from './medication.messages.ts';
import { doseKey } from './stepTimes.ts';

/** A pump that is written down anew overlaps with itself, or leaves a gap, for no longer than this. */
export const REWRITTEN_MS = 15 * MINUTE_MS;

type Span = { readonly step: DoseStep; readonly fromMs: number; readonly toMs: number };

/** So many pumps run from this moment on. */
type Level = { readonly atMs: number; readonly count: number; readonly step: DoseStep };

/** Returns "2 × 0.1 ug/kg/min" where several pumps give one dose at the same time. */
export const timesDose = (count: number, dose: string): string =>
  count > 1 && dose !== '' ? medicationTexts('timesDose', { count: String(count), dose }) : dose;

/**
 * Returns where the number of pumps changes that give one dose of a course at once, and at least one of them goes on, oldest first. Only
 * administrations with exact times count. One that nobody closed may be the same pump as the next one, so it lasts until that begins.
 */
export function pumpChanges({ key: courseKey, name, steps }: MedicationCourse): readonly CourseChange[] {
  const byDose = new Map<string, DoseStep[]>();
  for (const step of steps) {
    if (!isPump(step)) continue;
    const known = byDose.get(doseKey(step));
    if (known === undefined) byDose.set(doseKey(step), [step]);
    else known.push(step);
  }
  return [...byDose.values()].flatMap((pumps) => {
    const levels = lastingLevels(levelsOf(spansOf(pumps)));
    return levels.flatMap(({ atMs, count, step }, i): CourseChange[] => {
      const before = levels[i - 1]?.count ?? 0;
      if (before === 0 || count === 0 || before === count) return [];
      const { type, id, shortDose, isDoseUnclear, doseText } = step;
      const unclear = isDoseUnclear && { unclearDose: doseText, unclearPreviousDose: doseText };
      const [dose, previousDose] = [timesDose(count, shortDose), timesDose(before, shortDose)];
      const isInWords = shortDose === '' && doseText !== '';
      const [wordedDose, wordedPreviousDose] = [count, before].map((one) =>
        timesDose(one, wordedDoseOf(step)),
      );
      const worded = isInWords && { wordedDose, wordedPreviousDose };
      // Doses that surely run side by side add up.
      const sign = count > before ? '↑' : '↓';
      return [
        {
          courseKey,
          name,
          type,
          id,
          atMs,
          precision: 'instant',
          sign,
          dose,
          previousDose,
          ...unclear,
          ...worded,
        },
      ];
    });
  });
}

const isPump = (step: DoseStep): boolean =>
  step.type === 'MedicationAdministration' &&
  isGiven(step) &&
  step.precision === 'instant' &&
  (step.isOngoing || (step.endMs !== undefined && step.endPrecision === 'instant'));

/** The steps stand in the order of their starts. */
function spansOf(pumps: readonly DoseStep[]): readonly Span[] {
  let [startMs, nextMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  return pumps.toReversed().map((step) => {
    if (step.startMs < startMs) [startMs, nextMs] = [step.startMs, startMs];
    return { step, fromMs: step.startMs, toMs: step.endMs ?? nextMs };
  });
}

function levelsOf(spans: readonly Span[]): readonly Level[] {
  const edges = spans
    .flatMap(({ step, fromMs, toMs }) => [
      { atMs: fromMs, by: 1, step },
      { atMs: toMs, by: -1, step },
    ])
    .filter(({ atMs }) => atMs < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.atMs - b.atMs);
  const levels: Level[] = [];
  let count = 0;
  for (const { atMs, by, step } of edges) {
    count += by;
    if (levels.at(-1)?.atMs === atMs) levels.pop();
    levels.push({ atMs, count, step });
  }
  return levels;
}

/** Leaves out what lasts no longer than it takes to write a pump down anew. */
function lastingLevels(levels: readonly Level[]): readonly Level[] {
  const lasting: Level[] = [];
  levels.forEach((level, i) => {
    const untilMs = levels[i + 1]?.atMs ?? Number.POSITIVE_INFINITY;
    if (untilMs - level.atMs > REWRITTEN_MS && lasting.at(-1)?.count !== level.count) lasting.push(level);
  });
  return lasting;
}
