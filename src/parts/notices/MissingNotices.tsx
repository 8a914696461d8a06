import type {
  ReadFailure,
  RecordSnapshot,
  SearchNotice,
  SearchState,
} from '../../record/flowsheet/recordSnapshot.ts';
import { isUnconfirmed } from '../../record/flowsheet/recordPass.ts';
import { isNotOffered } from '../../record/search/searchStates.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useActions, useSite } from '../openRecord/openRecordContexts.ts';
import { noticesTexts } from './notices.messages.ts';
import { listText, resultsText, searchText, unconfirmedText } from '../recordStatus/recordStatusText.ts';
import { countText } from '../../charts/format/numberText.ts';

/** Returns E18 or E19 only if nothing else went wrong. E20 stands for every missing page. */
const failureCode = (failures: readonly ReadFailure[]) => {
  if (failures.every((failure) => failure === 'busy')) return 'E18';
  return failures.every((failure) => failure === 'unreadable') ? 'E19' : 'E20';
};

const FAILURES = {
  busy: 'serverBusy',
  network: 'serverSilent',
  server: 'serverFault',
  unreadable: 'serverUnreadable',
  origin: 'serverOrigin',
  gone: 'serverDropped',
} as const satisfies Partial<Record<ReadFailure, string>>;

const isFailureOfServer = (failure: ReadFailure): failure is keyof typeof FAILURES =>
  Object.hasOwn(FAILURES, failure);
const failureText = (failures: readonly ReadFailure[], server: string) =>
  listText(
    [...new Set(failures)].map((failure) =>
      isFailureOfServer(failure)
        ? noticesTexts(FAILURES[failure], { server })
        : noticesTexts('readingStopped'),
    ),
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
  const retry: Retry = { label: noticesTexts('tryAgain'), onPress: retryReading, isRetry: true };
  return (
    <>
      {failed.length > 0 && (
        <Notice
          kind="failed"
          errorCode={failureCode(failures)}
          title={noticesTexts('incomplete')}
          action={retry}
        >
          {noticesTexts('notReadToEnd', {
            searches: capital(searchNames(failed)),
            failures: failureText(failures, siteLabel),
          })}
        </Notice>
      )}
      {truncated.length > 0 && (
        <Notice
          kind="truncated"
          errorCode="E20"
          title={noticesTexts('showingSome', { received: countText(record.account.received) })}
          action={{ ...retry, label: noticesTexts('loadMore') }}
        >
          {noticesTexts('moreThanRead', { server: siteLabel, searches: searchNames(truncated) })}
        </Notice>
      )}
      <ShortNotice {...{ searches, retry }} />
      {notAllowed.length > 0 && (
        <Notice kind="not-granted" errorCode="E16" title={noticesTexts('notAllowed')}>
          {noticesTexts('notAllowedSearches', { server: siteLabel, searches: searchNames(notAllowed) })}
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice kind="incomplete" title={noticesTexts('incomplete')}>
          {noticesTexts('refusedSearches', { server: siteLabel, searches: searchNames(refused) })}
        </Notice>
      )}
      <UnconfirmedNotice record={record} />
      {SERVER_NOTICES.map((serverNotice) => (
        <ServerNotice
          key={serverNotice.notice}
          {...serverNotice}
          record={record}
          searches={searches.filter(({ notices }) => notices?.includes(serverNotice.notice))}
          retry={MAY_PASS.includes(serverNotice.notice) ? retry : undefined}
        />
      ))}
    </>
  );
}

/** Says that there were results of which the server does not say whose they are, alone or beside others. */
function UnconfirmedNotice({ record }: { readonly record: RecordSnapshot }) {
  const { label: server } = useSite();
  if (!isUnconfirmed(record)) return null;
  return (
    <Notice kind="incomplete" title={noticesTexts('incomplete')}>
      {noticesTexts('unconfirmed', { server, results: unconfirmedText(record) })}
    </Notice>
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
  const numbers = short.map((search) =>
    noticesTexts('countedAndSent', {
      counted: countText(search.counted ?? 0),
      search: searchText(search),
      received: countText(search.received),
    }),
  );
  return (
    <Notice kind="truncated" title={noticesTexts('incomplete')} action={retry}>
      {noticesTexts('serverCounts', { server: siteLabel, numbers: listText(numbers) })}
    </Notice>
  );
}

/** These are our words for a server's notices: its own text is never shown. */
const SERVER_NOTICES = [
  { notice: 'outside', kind: 'suppressed', title: 'outsideTitle', body: 'leftOut' },
  { notice: 'suppressed', kind: 'suppressed', title: 'suppressedTitle', body: 'leftOut' },
  { notice: 'protected', kind: 'suppressed', title: 'protectedTitle', body: 'protectedLeftOut' },
  { notice: 'partial', kind: 'incomplete', title: 'partialTitle', body: 'partialOf' },
  { notice: 'incomplete', kind: 'incomplete', title: 'incomplete', body: 'wrongWith' },
  { notice: 'unreadable', kind: 'incomplete', title: 'incomplete', body: 'unreadableIn' },
] as const satisfies readonly { readonly notice: SearchNotice; readonly [part: string]: string }[];

/** A fault may be gone the next time. A server that keeps results back will keep them back again. */
const MAY_PASS: readonly SearchNotice[] = ['incomplete', 'unreadable'];

type ServerNoticeProps = (typeof SERVER_NOTICES)[number] & {
  readonly record: RecordSnapshot;
  readonly searches: readonly SearchState[];
  readonly retry: Retry | undefined;
};

function ServerNotice({ notice, kind, title, body, record, searches, retry }: ServerNoticeProps) {
  const { label: siteLabel } = useSite();
  if (searches.length === 0) return null;
  return (
    <Notice
      kind={kind}
      errorCode={notice === 'unreadable' ? 'E19' : undefined}
      title={noticesTexts(title)}
      action={retry}
    >
      {noticesTexts(body, {
        server: siteLabel,
        searches: searchNames(searches),
        results: resultsText(record.account.received),
      })}
    </Notice>
  );
}
