import type {
  ReadFailure,
  RecordSnapshot,
  SearchNotice,
  SearchState,
} from '../../record/flowsheet/recordSnapshot.ts';
import { isNotOffered } from '../../record/search/searchStates.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useActions, useSite } from '../openRecord/openRecordContexts.ts';
import { listText, resultsText, searchText } from '../recordStatus/recordStatusText.ts';
import { countText } from '../../charts/format/format.ts';

/** Returns E18 or E19 only if nothing else went wrong. E20 stands for every missing page. */
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
const searchNames = (searches: readonly SearchState[]) => listText(searches.map(searchText));

/** Says what a completely read record lacks. Each notice stands until the gap is closed. */
export function MissingNotices({ record }: { readonly record: RecordSnapshot }) {
  const { label: siteLabel } = useSite();
  const { retryReading } = useActions();
  const searches = record.searches.filter((search) => !isNotOffered(search));
  const truncated = searches.filter(({ failure }) => failure === 'limit');
  const failed = searches.filter(({ state, failure }) => state === 'failed' && failure !== 'limit');
  const inState = (state: SearchState['state']) => searches.filter((search) => search.state === state);
  const [notAllowed, refused] = [inState('not-allowed'), inState('refused')];
  const failures = failed.flatMap(({ failure }) => failure ?? []);
  const retry: Retry = { label: 'Try again', onPress: retryReading, isRetry: true };
  return (
    <>
      {failed.length > 0 && (
        <Notice kind="failed" errorCode={failureCode(failures)} title="Incomplete." action={retry}>
          {capital(searchNames(failed))} could not be read to the end: {failureText(failures, siteLabel)}.
          Results may be missing.
        </Notice>
      )}
      {truncated.length > 0 && (
        <Notice
          kind="truncated"
          errorCode="E20"
          title={`Showing ${countText(record.account.received)} of more results.`}
          action={{ ...retry, label: 'Load more' }}
        >
          {siteLabel} has more of {searchNames(truncated)} than Longview reads at once.
        </Notice>
      )}
      <ShortNotice {...{ searches, retry }} />
      {notAllowed.length > 0 && (
        <Notice kind="not-granted" errorCode="E16" title="Not allowed.">
          {siteLabel} did not allow reading {searchNames(notAllowed)}, so nothing is known about these
          results.
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice kind="incomplete" title="Incomplete.">
          {siteLabel} does not answer searches for {searchNames(refused)}, so results may be missing.
        </Notice>
      )}
      {SERVER_NOTICES.map(({ notice, ...words }) => (
        <ServerNotice
          key={notice}
          {...words}
          record={record}
          searches={searches.filter(({ notices }) => notices?.includes(notice))}
          retry={notice === 'incomplete' ? retry : undefined}
        />
      ))}
    </>
  );
}

type Retry = { readonly label: string; readonly onPress: () => void; readonly isRetry: true };
type ShortNoticeProps = {
  readonly searches: readonly SearchState[];
  readonly retry: Retry;
};

/** Says that the server counts more than it has sent (fixture 65: never "5 of 5" on its word). */
function ShortNotice({ searches, retry }: ShortNoticeProps) {
  const { label: siteLabel } = useSite();
  const short = searches.filter(({ notices }) => notices?.includes('short'));
  if (short.length === 0) return null;
  const numbers = short.map(
    (search) =>
      `${countText(search.counted ?? 0)} for ${searchText(search)} and sent ${countText(search.received)}`,
  );
  return (
    <Notice kind="truncated" title="Incomplete." action={retry}>
      {siteLabel} counts {listText(numbers)}.
    </Notice>
  );
}

type ServerNoticeText = {
  readonly kind: string;
  readonly title: string;
  /** This text follows the names of the searches. */
  readonly body: (searches: string, siteLabel: string) => string;
};

/** These are our words for a server's notices: its own text is never shown. */
const SERVER_NOTICES: readonly (ServerNoticeText & { readonly notice: SearchNotice })[] = [
  {
    notice: 'outside',
    kind: 'suppressed',
    title: 'Some outside-record results aren’t available to this app.',
    body: (searches, siteLabel) =>
      `${siteLabel} left them out of ${searches} and does not say how many they are.`,
  },
  {
    notice: 'suppressed',
    kind: 'suppressed',
    title: 'Some results aren’t available to this app.',
    body: (searches, siteLabel) =>
      `${siteLabel} left them out of ${searches} and does not say how many they are.`,
  },
  {
    notice: 'protected',
    kind: 'suppressed',
    title: 'This record is specially protected.',
    body: (searches, siteLabel) =>
      `${siteLabel} may have left results out of ${searches}. Open the protected chart in the EHR ("break the glass"), then open Longview again.`,
  },
  {
    notice: 'partial',
    kind: 'incomplete',
    title: 'This may not be the whole record.',
    body: (searches, siteLabel) => `${siteLabel} says so of ${searches}.`,
  },
  {
    notice: 'incomplete',
    kind: 'incomplete',
    title: 'Incomplete.',
    body: (searches, siteLabel) =>
      `${siteLabel} says that something went wrong with ${searches}, so results may be missing.`,
  },
];

type ServerNoticeProps = ServerNoticeText & {
  readonly record: RecordSnapshot;
  readonly searches: readonly SearchState[];
  readonly retry: Retry | undefined;
};

function ServerNotice({ kind, title, body, record, searches, retry }: ServerNoticeProps) {
  const { label: siteLabel } = useSite();
  if (searches.length === 0) return null;
  return (
    <Notice kind={kind} title={title} action={retry}>
      {body(searchNames(searches), siteLabel)} {resultsText(record.account.received)} read.
    </Notice>
  );
}
