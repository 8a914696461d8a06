import type { RecordSnapshot, SearchState } from '../record/snapshot.ts';
import { Notice } from '../ui/Notice.tsx';
import { listText, resultsText, searchText } from './recordWords.ts';

export type RecordNoticesProps = {
  readonly record: RecordSnapshot | undefined;
  readonly siteLabel: string;
  readonly onRetry: () => void;
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is missing and why, in words, one notice for each reason (rules 37, 38 and 48). */
export function RecordNotices({ record, siteLabel, onRetry }: RecordNoticesProps) {
  if (!record) return null;
  const strangers = record.excluded.find(({ reason }) => reason === 'stranger')?.count ?? 0;
  // A search that failed may be made good by the one without category, so nothing is said before the end.
  const lacking = record.ended && !record.complete;
  const named = (state: SearchState['state']) =>
    lacking ? listText(record.searches.filter((search) => search.state === state).map(searchText)) : '';
  const [failed, notAllowed, refused] = [named('failed'), named('not-allowed'), named('refused')];
  return (
    <>
      {strangers > 0 && (
        <Notice kind="wrong-patient" wrong title="The server sent results of another patient.">
          {resultsText(strangers)} left out and shown nowhere. Everything on this screen belongs to the
          patient named above.
        </Notice>
      )}
      {failed && (
        <Notice
          kind="failed"
          title="Incomplete."
          action={{ label: 'Try again', onPress: onRetry, retry: true }}
        >
          {capital(failed)} could not be read to the end, so results may be missing.
        </Notice>
      )}
      {notAllowed && (
        <Notice kind="not-granted" title="Not allowed.">
          {siteLabel} did not allow reading {notAllowed}, so nothing is known about these results.
        </Notice>
      )}
      {refused && (
        <Notice kind="incomplete" title="Incomplete.">
          {siteLabel} does not answer searches for {refused}, so results may be missing.
        </Notice>
      )}
    </>
  );
}
