import { createStrictContext } from '../../ui/strictContext.ts';

/** The IANA name of the zone that every date and time of the open record is shown in ("America/Chicago", rule 41). */
export const [TimeZoneProvider, useTimeZone] = createStrictContext<string>('time zone');
