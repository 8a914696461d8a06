import { wallClockMs } from '../../charts/format/timeZone.ts';
import { myResultsTexts } from './myResults.messages.ts';
import { timeOfDay } from './patientDates.ts';

/** Returns the name of a zone as people say it: "Chicago". */
export const zonePlace = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? '').replaceAll('_', ' ');

const zoneOfDevice = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Returns whether the clock of the device shows another time than those of a zone, at a moment in epoch ms. */
export const isClockElsewhere = (
  timeMs: number,
  timeZone: string,
  deviceZone: string = zoneOfDevice(),
): boolean => wallClockMs(timeMs, timeZone) !== wallClockMs(timeMs, deviceZone);

/**
 * Returns the time of day on the clocks of a health system. Where the clock of the device shows another one, it says whose it is: "8:10 AM
 * (Chicago time)".
 */
export function clockTime(timeMs: number, timeZone: string, deviceZone: string = zoneOfDevice()): string {
  const time = timeOfDay(timeMs, timeZone);
  return isClockElsewhere(timeMs, timeZone, deviceZone)
    ? myResultsTexts('timeOfPlace', { time, place: zonePlace(timeZone) })
    : time;
}
