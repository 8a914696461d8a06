import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { useNowMs } from '../../../parts/openRecord/openRecordContexts.ts';
import type { EventsSnapshot } from '../../../record/events/eventsSnapshot.ts';
import { useReportsWithMissingResults } from '../../../parts/events/reportsWithMissingResults.ts';
import { SentWords, WithSentWords } from '../sentWords/SentWords.tsx';
import { careTexts } from './care.messages.ts';
import { isReadWhole } from './careGaps.ts';
import { GapNotices } from './GapNotices.tsx';
import { ReasonLine } from './ReasonLine.tsx';
import { reportsOf, type Report } from './reports.ts';
import { ShortList } from './ShortList.tsx';
import { visitsOf, type VisitFacts } from './visits.ts';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import styles from './Care.module.css';

const SHOWN_VISITS = 10;
const SHOWN_REPORTS = 5;

type PartProps = { readonly events: EventsSnapshot };

/** Shows visits, procedures and vaccines in one list, the newest first. */
export function VisitsPart({ events }: PartProps) {
  const visits = visitsOf(events.events, { timeZone: useTimeZone(), nowMs: useNowMs() });
  return (
    <section className={styles.section}>
      <h3>{careTexts('visits')}</h3>
      <GapNotices events={events} part="visits" />
      {visits.length === 0 && isReadWhole(events, 'visits') && <p>{careTexts('noVisits')}</p>}
      <ShortList all={visits} name={careTexts('visits')} shownCount={SHOWN_VISITS}>
        {(visit) => <VisitLine visit={visit} />}
      </ShortList>
    </section>
  );
}

type VisitLineProps = { readonly visit: VisitFacts };

const VisitLine = ({ visit: { date, kind, name, reason, plannedFor, alsoSaid, state } }: VisitLineProps) => (
  <>
    <span className={styles.date}>
      <WithSentWords text={date} />
    </span>{' '}
    <span>
      <b>{kind}</b> {name !== '' && <SentWords text={name} />}
      {state !== '' && <span className={styles.detail}>{state}</span>}
      <ReasonLine reason={reason} />
      <ReasonLine reason={plannedFor} said="plannedFor" />
      <ReasonLine reason={alsoSaid} said="alsoSaid" />
    </span>
  </>
);

/** Shows the reports with their words, the newest first. One that is not final is announced without them. */
export function ReportsPart({ events }: PartProps) {
  const reports = reportsOf(useReportsWithMissingResults(events).events, useTimeZone());
  const { isDeceased } = useWhoseRecord();
  const isAnyToRead = reports.some(({ words }) => words.length > 0);
  return (
    <section className={styles.section}>
      <h3>{careTexts('reports')}</h3>
      <GapNotices events={events} part="reports" />
      {reports.length === 0 && isReadWhole(events, 'reports') && <p>{careTexts('noReports')}</p>}
      {isAnyToRead && !isDeceased && <p>{careTexts('askAboutReports')}</p>}
      <ShortList all={reports} name={careTexts('reports')} shownCount={SHOWN_REPORTS}>
        {(report) => <ReportLine report={report} />}
      </ShortList>
    </section>
  );
}

const ReportLine = ({ report: { date, name, state, words } }: { readonly report: Report }) => (
  <>
    <span className={styles.date}>{date}</span>{' '}
    <span>
      <b>{name === '' ? careTexts('withoutName') : <SentWords text={name} />}</b>
      {state !== '' && <span className={styles.detail}>{state}</span>}
      {words.map(({ text, sent }, i) => (
        <span key={i} className={styles.words} dir="auto">
          {sent === '' ? text : <WithSentWords text={text} sent={sent} />}
        </span>
      ))}
    </span>
  </>
);
