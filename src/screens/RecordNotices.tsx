import { useEffect, useState } from 'react';
import type { ReadFailure, RecordSnapshot, SearchState } from '../record/snapshot.ts';
import { Notice } from '../ui/Notice.tsx';
import { listText, resultsText, searchText } from './recordWords.ts';

export type RecordNoticesProps = {
  readonly record: RecordSnapshot | undefined;
  readonly siteLabel: string;
  readonly onRetry: () => void;
};

/** E18 and E19 only when nothing else went wrong; E20 stands for every page that is missing. */
const failureCode = (failures: readonly ReadFailure[]) => {
  if (failures.every((failure) => failure === 'busy')) return 'E18';
  return failures.every((failure) => failure === 'unreadable') ? 'E19' : 'E20';
};

const FAILURES: Partial<Record<ReadFailure, (siteLabel: string) => string>> = {
  busy: (siteLabel) => `${siteLabel} is busy`,
  network: (siteLabel) => `${siteLabel} did not answer`,
  server: (siteLabel) => `${siteLabel} had a fault`,
  unreadable: (siteLabel) => `${siteLabel} sent something that Longview cannot read`,
  origin: (siteLabel) => `${siteLabel} pointed to a server that must not be asked`,
  gone: (siteLabel) => `${siteLabel} dropped the search half way`,
};
const failureText = (failures: readonly ReadFailure[], siteLabel: string) =>
  listText(
    [...new Set(failures)].map((failure) => FAILURES[failure]?.(siteLabel) ?? 'the reading was stopped'),
  );

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const secondsTo = (untilMs: number) => Math.max(0, Math.ceil((untilMs - Date.now()) / 1000));

/** Counts down to an instant. Not announced each second: the notice was, when it came. */
function Seconds({ untilMs }: { readonly untilMs: number }) {
  const [seconds, setSeconds] = useState(() => secondsTo(untilMs));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsTo(untilMs)), 500);
    return () => clearInterval(timer);
  }, [untilMs]);
  return <span aria-live="off">{seconds} s</span>;
}

/** What is missing and why, in words, one notice for each reason (rules 37, 38 and 48). */
export function RecordNotices(props: RecordNoticesProps) {
  const { record, siteLabel } = props;
  if (!record) return null;
  const strangers = record.excluded.find(({ reason }) => reason === 'stranger')?.count ?? 0;
  return (
    <>
      {strangers > 0 && (
        <Notice kind="wrong-patient" wrong title="The server sent results of another patient.">
          {resultsText(strangers)} left out and shown nowhere. Everything on this screen belongs to the
          patient named above.
        </Notice>
      )}
      {record.waitUntilMs !== undefined && !record.ended && (
        <Notice kind="incomplete" errorCode="E18" title={`${siteLabel} is busy,`}>
          next try in <Seconds untilMs={record.waitUntilMs} />. {resultsText(record.account.received)} so far,
          more may follow.
        </Notice>
      )}
      {record.isPart && record.ended && (
        <Notice kind="not-granted" errorCode="E16" title="Only a part was allowed.">
          {siteLabel} allowed reading a part of the results; nothing is known about the others.
        </Notice>
      )}
      {/* A search that failed may be made good by the one without category, so nothing is said before the end. */}
      {record.ended && !record.complete && <Missing {...props} searches={record.searches} />}
    </>
  );
}

type MissingProps = Omit<RecordNoticesProps, 'record'> & { readonly searches: readonly SearchState[] };

function Missing({ searches, siteLabel, onRetry }: MissingProps) {
  const inState = (state: SearchState['state']) => searches.filter((search) => search.state === state);
  const named = (state: SearchState['state']) => listText(inState(state).map(searchText));
  const [failed, notAllowed, refused] = [named('failed'), named('not-allowed'), named('refused')];
  const failures = inState('failed').flatMap(({ failure }) => failure ?? []);
  return (
    <>
      {failed && (
        <Notice
          kind="failed"
          errorCode={failureCode(failures)}
          title="Incomplete."
          action={{ label: 'Try again', onPress: onRetry, retry: true }}
        >
          {capital(failed)} could not be read to the end: {failureText(failures, siteLabel)}. Results may be
          missing.
        </Notice>
      )}
      {notAllowed && (
        <Notice kind="not-granted" errorCode="E16" title="Not allowed.">
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
