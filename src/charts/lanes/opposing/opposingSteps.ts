/** Says the orders and the report that speak against the doses that seem to run. */
import type { DoseStep, MedicationCourse } from '../../../clinical/events/careEvent.ts';
import { notGivenText, statusWords } from '../../../clinical/events/eventOccurrence.ts';
import { isDoneStatus } from '../../../clinical/events/eventStatus.ts';
import {
  contradictingOrders,
  contradictingReport,
  isNotTaken,
  lastRefusalOf,
  lastUnclearSupplyOf,
  stoppedSince,
  type OpposingStep,
} from '../../../clinical/medication/contradictions.ts';
import { pauseAt } from '../../../clinical/medication/stepTimes.ts';
import { cachedSpan } from '../../axis/cachedSpan.ts';
import { dateText, dateTimeText } from '../../format/dateText.ts';
import { stepDose } from '../../format/formattedDose.ts';
import { courseInZone } from '../laneMoments.ts';
import { lanesTexts } from '../lanes.messages.ts';

type RunningAt = {
  readonly running: readonly DoseStep[];
  readonly atMs: number;
  readonly timeZone: string;
};

/** Returns whether one step began after all moments at which another one can have begun. */
export const isSurelyNewer = (step: DoseStep, other: DoseStep, timeZone: string): boolean =>
  cachedSpan(step.startMs, step.precision, timeZone)[0] >
  cachedSpan(other.startMs, other.precision, timeZone)[1];

/** Returns the newest step until a moment that was refused, or of which nobody knows whether it was given; of no known order the second. */
export function lastNotTakenOf(
  steps: readonly DoseStep[],
  atMs: number,
  timeZone: string,
): DoseStep | undefined {
  const [refused, unclear] = [lastRefusalOf(steps, atMs), lastUnclearSupplyOf(steps, atMs)];
  return unclear !== undefined && !(refused && isSurelyNewer(refused, unclear, timeZone)) ? unclear : refused;
}

/** Returns the report, the orders and the pause of an infusion that speak against the doses that run at a moment. */
export function opposingStepsAt(course: MedicationCourse, { running, atMs, timeZone }: RunningAt) {
  const { steps } = courseInZone(course, timeZone);
  const spanOf = ({ startMs, precision }: Pick<DoseStep, 'startMs' | 'precision'>) =>
    cachedSpan(startMs, precision, timeZone);
  const beside = { running, atMs, spanOf };
  const report = contradictingReport(steps, beside);
  return {
    report,
    pause: report === undefined ? pauseAt(steps, atMs) : undefined,
    orders: contradictingOrders(steps, beside),
    stopped: stoppedSince(steps, beside),
    leftOpen: leftOpenBeside(steps, { running, atMs, timeZone }),
  };
}

/** Returns the newest order that began after all doses that run, was to end before a moment, and that nobody closed. */
const leftOpenBeside = (
  steps: readonly DoseStep[],
  { running, atMs, timeZone }: RunningAt,
): DoseStep | undefined =>
  steps.findLast(
    (step) =>
      step.isLeftOpen === true &&
      cachedSpan(step.endMs ?? NaN, step.endPrecision, timeZone)[1] <= atMs &&
      running.every((one) => isSurelyNewer(step, one, timeZone)),
  );

/** Says until when an order or a report was to run that nobody closed. */
export const leftOpenText = (
  { type, startMs, precision, endMs = NaN, endPrecision }: DoseStep,
  timeZone: string,
): string =>
  lanesTexts('leftOpen', {
    type,
    start: dateText(startMs, precision, timeZone),
    end: dateText(endMs, endPrecision, timeZone),
  });

/** Says each of them. */
export function opposingTexts(course: MedicationCourse, at: RunningAt): readonly string[] {
  const { timeZone } = at;
  const { report, pause, orders, stopped, leftOpen } = opposingStepsAt(course, at);
  return [
    report && reportText(report, timeZone),
    pause &&
      lanesTexts('reported', {
        status: statusWords(pause.status),
        when: dateTimeText(pause.startMs, pause.precision, timeZone),
      }),
    ...orders.map((order) => opposingOrderText(order, timeZone)),
    stopped && stoppedText(stopped, timeZone),
    leftOpen &&
      lanesTexts('doseLeftOpen', {
        dose: stepDose(leftOpen) || lanesTexts('noDose'),
        leftOpen: leftOpenText(leftOpen, timeZone),
      }),
  ].filter((text) => text !== undefined);
}

function stoppedText(
  { startMs, precision, endMs = NaN, endPrecision, status }: DoseStep,
  timeZone: string,
): string {
  const end = Number.isNaN(endMs) ? '' : dateText(endMs, endPrecision, timeZone);
  return lanesTexts('stoppedOrder', {
    start: dateText(startMs, precision, timeZone),
    status: [status, end].filter(Boolean).join(', '),
  });
}

const reportText = ({ step, at }: OpposingStep, timeZone: string): string =>
  lanesTexts('reported', {
    status: isNotTaken(step) ? statusWords('not-taken') : statusWord(step),
    when: dateText(at.startMs, at.precision, timeZone),
  });

/** Nobody knows the state of an active one that an extension may turn around, or of a report that does not say if it is taken. */
const statusWord = ({ status, type, isUnknown }: DoseStep): string =>
  status === '' || (isUnknown === true && isDoneStatus(type, status)) ? 'unknown' : statusWords(status);

/** With any other status than active, an order not to give a medication is not surely in force, so that its status is told. */
export const banText = (step: DoseStep): string =>
  [notGivenText(step), step.status === 'active' ? '' : statusWord(step)].filter(Boolean).join(', ');

function opposingOrderText(one: OpposingStep, timeZone: string): string {
  const { step, at, isNewer } = one;
  if (step.type === 'MedicationStatement') return reportText(one, timeZone);
  return lanesTexts(isNewer ? 'newerOrder' : 'otherOrder', {
    status: step.isForbidden === true ? banText(step) : statusWord(step),
    when: dateText(at.startMs, at.precision, timeZone),
  });
}
