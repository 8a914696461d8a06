import type { ReactNode } from 'react';
import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { LANES } from '../../charts/lanes/laneSummary.ts';
import type { DerivedSeries } from '../../clinical/derived/derived.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import { withMissingResults } from '../../parts/events/reportsWithMissingResults.ts';
import { exportEvents, exportEventTitle } from '../../parts/export/exportEvents.ts';
import { calculatedNoteLines } from '../../parts/export/calculatedNoteLines.ts';
import type { NoteLine } from '../../parts/export/noteLine.ts';
import { CALCULATED, notYetCalculatedText } from '../../parts/results/calculatedText.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { usePrintedRecord } from './usePrintedRecord.ts';
import styles from './PrintSummary.module.css';
import { printTexts } from './print.messages.ts';

export type PrintEventsProps = {
  /** It is undefined before the reading of events has begun. */
  readonly events: EventsSnapshot | undefined;
  readonly derived: readonly DerivedSeries[];
};

/** The page has room for this many medication changes, and for this many events of each other lane. */
const MAX_EVENTS = { changes: 6, others: 2 };

/** Returns "Mean arterial pressure 93 mmHg, 24 Nov 2026 09:20 CST (from systolic pressure 134 mmHg, …)". */
const calculatedText = ({ name, value, unit, timeText, remarks }: NoteLine): string =>
  printTexts('calculatedValue', {
    value: `${name} ${value} ${unit}`,
    time: timeText,
    remarks: remarks.join(', ').replace(`${CALCULATED} `, ''),
  });

const bold = (part: ReactNode, key: number) => <b key={key}>{part}</b>;

/** Names below the curves the calculated values with their inputs, the events of the window, and what is not known or not listed. */
export function PrintEvents({ events, derived }: PrintEventsProps) {
  const { record, window } = usePrintedRecord();
  const timeZone = useTimeZone();
  const { lines, omissions } = exportEvents(withMissingResults(events, record), window, timeZone, MAX_EVENTS);
  const calculated = record.complete ? calculatedNoteLines(derived, timeZone, window) : [];
  const outsideNames = calculated.filter(({ isOutside }) => isOutside).map(({ name }) => name);
  const allOmissions = [
    record.complete ? '' : notYetCalculatedText(record),
    outsideNames.length > 0 ? printTexts('calculatedOutside', { names: outsideNames.join('; ') }) : '',
    ...omissions,
  ].filter(Boolean);
  const textsOf = (lane: EventLane) => lines.filter((line) => line.lane === lane).map(({ text }) => text);
  const paragraphs = [
    {
      title: printTexts('calculated'),
      texts: calculated.filter(({ isOutside }) => !isOutside).map(calculatedText),
    },
    ...LANES.map((lane) => ({ title: exportEventTitle(lane), texts: textsOf(lane) })),
  ].filter(({ texts }) => texts.length > 0);
  return (
    <div className={styles.events}>
      {paragraphs.map(({ title, texts }) => (
        <p key={title} dir="auto">
          {printTexts.rich('events', { title, events: plainLine(texts.join('; ')), b: bold })}
        </p>
      ))}
      {allOmissions.length > 0 && <p dir="auto">{plainLine(allOmissions.join(' '))}</p>}
    </div>
  );
}
