import { MINUTE_MS } from '../../clinical/time/durations.ts';
import type { ReactNode } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { countText } from '../../charts/format/numberText.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useEvents } from '../events/useEvents.ts';
import { ChangeNotice } from './ChangeNotice.tsx';
import { MissingNotices } from './MissingNotices.tsx';
import { noticesTexts } from './notices.messages.ts';
import { WaitingNotice } from './WaitingNotice.tsx';
import { PatientNotice } from './PatientNotice.tsx';
import { useNowMs, useRecord, useSession, useSite } from '../openRecord/openRecordContexts.ts';
import { grantedNames } from '../recordStatus/noticeLines.ts';
import { isStale, resultsText } from '../recordStatus/recordStatusText.ts';

const ageText = (minutes: number): string =>
  minutes < 120
    ? noticesTexts('minutes', { count: String(minutes) })
    : noticesTexts('hours', { count: String(Math.floor(minutes / 60)) });

const quiet = (part: ReactNode, key: number) => (
  <span key={key} aria-live="off">
    {part}
  </span>
);

/** Says how old the record on the screen is (rule 40). The notice was announced when it came, so each minute is not. */
function StaleNotice({ record }: { readonly record: RecordSnapshot }) {
  const { refresh } = useSession();
  const nowMs = useNowMs();
  if (!isStale(record, nowMs)) return null;
  return (
    <Notice
      kind="stale"
      title={noticesTexts('loaded')}
      action={{ label: noticesTexts('refresh'), onPress: refresh }}
    >
      {nowMs < record.readAtMs
        ? noticesTexts('loadedBeforeClock')
        : noticesTexts.rich('loadedAgo', {
            age: ageText(Math.floor((nowMs - record.readAtMs) / MINUTE_MS)),
            quiet,
          })}
    </Notice>
  );
}

/** Rule 48: one red notice counts all that belongs to another patient, results and events. */
function OtherPatientNotice({ record }: { readonly record: RecordSnapshot }) {
  const strangers = useEvents(record.ended)?.leftOut.strangers ?? 0;
  const count = record.excluded.find(({ reason }) => reason === 'other-patient')?.count ?? 0;
  if (count === 0) return null;
  const results = resultsText(count);
  const events = noticesTexts('events', { count: strangers, shown: countText(strangers) });
  return (
    <Notice
      kind="wrong-patient"
      isWrongPatient
      title={noticesTexts(strangers > 0 ? 'otherPatientInBoth' : 'otherPatient')}
    >
      {strangers > 0
        ? noticesTexts('otherPatientBothLeftOut', { results, events })
        : noticesTexts('otherPatientLeftOut', { results })}
    </Notice>
  );
}

/** Says what is missing and why, with one notice for each reason (rules 37, 38 and 48). */
export function RecordNotices() {
  const { record } = useRecord();
  const { label } = useSite();
  if (!record) return <WaitingNotice />;
  const searches = grantedNames(record);
  return (
    <>
      <OtherPatientNotice record={record} />
      <PatientNotice />
      <StaleNotice record={record} />
      <ChangeNotice record={record} />
      <WaitingNotice />
      {record.isPart && record.ended && (
        <Notice kind="not-granted" errorCode="E16" title={noticesTexts('onlyPart')}>
          {searches === ''
            ? noticesTexts('onlyPartOfResults', { server: label })
            : noticesTexts('onlyPartOfCategories', { server: label, searches })}
        </Notice>
      )}
      {/* A failed search may be made good by the one without category, so nothing is said before the end. */}
      {record.ended && !record.complete && <MissingNotices record={record} />}
    </>
  );
}
