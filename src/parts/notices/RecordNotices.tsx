import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ChangeNotice } from './ChangeNotice.tsx';
import { MissingNotices } from './MissingNotices.tsx';
import { WaitingNotice } from './WaitingNotice.tsx';
import { useNowMs, useRecord, useSession, useSite } from '../openRecord/openRecordContexts.ts';
import { partText } from '../recordStatus/noticeLines.ts';
import { isStale, resultsText } from '../recordStatus/recordStatusText.ts';

const ageText = (minutes: number) => (minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`);

/** Says how old the record on the screen is (rule 40). The notice was announced when it came, so each minute is not. */
function StaleNotice({ record }: { readonly record: RecordSnapshot }) {
  const { refresh } = useSession();
  const nowMs = useNowMs();
  if (!isStale(record, nowMs)) return null;
  return (
    <Notice kind="stale" title="Loaded" action={{ label: 'Refresh', onPress: refresh }}>
      <span aria-live="off">{ageText(Math.floor((nowMs - record.readAtMs) / 60_000))} ago.</span> What was
      filed since then is not on this screen.
    </Notice>
  );
}

/** Says what is missing and why, with one notice for each reason (rules 37, 38 and 48). */
export function RecordNotices() {
  const { record } = useRecord();
  const { label } = useSite();
  if (!record) return <WaitingNotice />;
  const strangers = record.excluded.find(({ reason }) => reason === 'other-patient')?.count ?? 0;
  return (
    <>
      {strangers > 0 && (
        <Notice kind="wrong-patient" isWrongPatient title="The server sent results of another patient.">
          {resultsText(strangers)} left out and shown nowhere. Everything on this screen belongs to the
          patient named above.
        </Notice>
      )}
      <StaleNotice record={record} />
      <ChangeNotice record={record} />
      <WaitingNotice />
      {record.isPart && record.ended && (
        <Notice kind="not-granted" errorCode="E16" title="Only a part was allowed.">
          {label} allowed reading a part of the results{partText(record)}; nothing is known about the others.
        </Notice>
      )}
      {/* A failed search may be made good by the one without category, so nothing is said before the end. */}
      {record.ended && !record.complete && <MissingNotices record={record} />}
    </>
  );
}
