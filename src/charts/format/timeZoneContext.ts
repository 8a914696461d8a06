import { createStrictContext } from '../../ui/strictContext.ts';

/** This is the IANA name of the zone that every date and time of the open record is shown in ("America/Chicago", rule 41). */
// oxlint-disable-next-line longview/texts-in-catalogs -- an error for engineers names it
export const [TimeZoneProvider, useTimeZone] = createStrictContext<string>('time zone');
