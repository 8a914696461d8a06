import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useTodayMs } from '../../parts/openRecord/openRecordContexts.ts';
import { isClockElsewhere, zonePlace } from './clockTime.ts';
import { myResultsTexts } from './myResults.messages.ts';

type ZoneNoteProps = { readonly className: string | undefined };

/**
 * Says whose days and times stand on the screen, where the clock of the device shows another time (rule 43). It stands from the first
 * picture on, so that nothing moves.
 */
export function ZoneNote({ className }: ZoneNoteProps) {
  const timeZone = useTimeZone();
  const todayMs = useTodayMs();
  return isClockElsewhere(todayMs, timeZone) ? (
    <p className={className}>{myResultsTexts('zone', { place: zonePlace(timeZone) })}</p>
  ) : null;
}
