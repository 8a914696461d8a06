/** What of one medication is told twice: ordered, and then given, handed out or taken as it was ordered. */
import type { DoseStep } from '../events/careEvent.ts';
import { primarySteps } from './courses.ts';
import { lastMsOfMoment } from '../time/date.ts';
import { DAY_MS, MINUTE_MS } from '../time/durations.ts';

/** As exactly as the two are known: a quarter of an hour between clock times, else a day. */
function slackMs(a: DoseStep, b: DoseStep): number {
  const all = [a.precision, a.endPrecision, b.precision, b.endPrecision];
  return all.every((precision) => precision === 'instant') ? 15 * MINUTE_MS : DAY_MS;
}

/** The latest moment that is known of a stretch; one that goes on has none. */
const lastMs = ({ startMs, precision, endMs, endPrecision, isOngoing }: DoseStep): number =>
  isOngoing
    ? Number.POSITIVE_INFINITY
    : lastMsOfMoment(
        endMs === undefined ? { timeMs: startMs, precision } : { timeMs: endMs, precision: endPrecision },
      );

const isNear = (a: number, b: number, slack: number): boolean => a === b || Math.abs(a - b) <= slack;

/** The same rate or amount, or one of the single doses that make it: "4.5 g" of "4.5 g every 6 h". */
function isSameDose(lead: DoseStep, step: DoseStep): boolean {
  if (lead.amount === undefined || step.amount !== undefined) return lead.amount === step.amount;
  return step.shortDose !== '' && ` ${lead.doseText} `.includes(` ${step.shortDose} `);
}

/** Whether what was given, handed out or said to be taken is what was ordered, at a time for which it was. */
function isToldBy(lead: DoseStep, step: DoseStep): boolean {
  const slack = slackMs(lead, step);
  const [from, to] = [step.startMs, step.isOngoing ? Number.POSITIVE_INFINITY : (step.endMs ?? step.startMs)];
  if (!(from >= lead.startMs - slack && to <= lastMs(lead) + slack)) return false;
  // Given as needed, or another amount, is news.
  if (step.type === 'MedicationAdministration') return lead.amount !== undefined && isSameDose(lead, step);
  if (step.type === 'MedicationDispense') return true;
  // Who takes something says when it was begun and ended.
  const isSameTime = isNear(from, lead.startMs, slack) && isNear(to, lastMs(lead), slack);
  return isSameTime && (step.amount === undefined || isSameDose(lead, step));
}

/**
 * The steps that are drawn and read out: what an order has told is not told again by its administrations, dispenses or
 * statements, which would look like a second dose. Another amount, another time, and what was not given stay.
 */
export function deduplicatedSteps(steps: readonly DoseStep[]): readonly DoseStep[] {
  const leading = primarySteps(steps);
  const [lead] = leading;
  return steps.filter(
    (step) =>
      step.isNotDone === true || step.type === lead?.type || !leading.some((one) => isToldBy(one, step)),
  );
}
