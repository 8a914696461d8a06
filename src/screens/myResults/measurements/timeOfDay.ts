/** Shows a week of glucose by time of day: each reading, and the middle of three hours where there are enough. */
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import type { PatientCard } from '../card/cards.ts';
import { hourOfDay } from './daySentences.ts';
import { middlesOf } from './readingPaths.ts';
import { dayOf, lastDays, readingsBy, readingsIn, type DayWindow, type Reading } from './readings.ts';

const GLUCOSE = /^(?:glucose-poc|glucose-strip|cgm)(?:~|$)/;

/** Returns whether a card is a glucose that is measured many times a day. */
export const isGlucoseOfDay = ({ series }: PatientCard): boolean =>
  GLUCOSE.test(series.analyteId || series.id);

const DAYS = 7;
export const HOURS_OF_PART = 3;
/** Fewer readings have no middle. */
const LEAST_OF_PART = 5;

type PartMiddle = { readonly fromHour: number; readonly row: Row };
export type WeekByTime = {
  readonly window: DayWindow;
  readonly readings: readonly Reading[];
  readonly middles: readonly PartMiddle[];
};

/** Returns the last 7 days, or the 7 days up to the newest reading where the last ones have none; undefined without readings. */
export function weekByTime(card: PatientCard, todayMs: number, timeZone: string): WeekByTime | undefined {
  const weekUntil = (untilMs: number) => {
    const window = lastDays(untilMs, DAYS, timeZone);
    const readings = readingsIn(card, window).filter(({ row }) => row.kind.precision === 'instant');
    return { window, readings };
  };
  const { row } = card.result;
  const week = weekUntil(todayMs);
  const shown = week.readings.length > 0 ? week : weekUntil(dayOf(row, timeZone) * DAY_MS + DAY_MS / 2);
  if (shown.readings.length === 0) return undefined;
  const partOf = ({ row: { timeMs } }: Reading): number =>
    Math.floor(hourOfDay(timeMs, timeZone) / HOURS_OF_PART);
  const parts = readingsBy(shown.readings, partOf);
  const middles = [...parts]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([part, readings]) =>
      middlesOf(readings, LEAST_OF_PART).map((middle) => ({ fromHour: part * HOURS_OF_PART, row: middle })),
    );
  return { ...shown, middles };
}
