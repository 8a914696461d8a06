/** This file writes the notices of a record as lines of text, for an export (rules 37 and 58). */
import type { RecordSnapshot, SearchNotice, SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { isUnconfirmed } from '../../record/flowsheet/recordPass.ts';
import { isNotOffered } from '../../record/search/searchStates.ts';
import { HOUR_MS } from '../../clinical/time/durations.ts';
import { aheadResults } from './aheadResults.ts';
import { listText, resultsText, searchText, unconfirmedText } from './recordStatusText.ts';
import { noticeLinesTexts } from './noticeLines.messages.ts';
import { countText } from '../../charts/format/numberText.ts';

const SERVER_NOTICES = {
  outside: 'leftOutOutside',
  suppressed: 'leftOutSome',
  protected: 'protectedRecord',
  partial: 'maybePartial',
  incomplete: 'somethingWrong',
  unreadable: 'unreadableEntries',
} as const satisfies Record<Exclude<SearchNotice, 'short'>, string>;
const isServerNotice = (notice: SearchNotice): notice is keyof typeof SERVER_NOTICES => notice !== 'short';

const searchNames = (searches: readonly SearchState[]) => listText(searches.map(searchText));

function serverNoticeLines(searches: readonly SearchState[]): string[] {
  const notices = [...new Set(searches.flatMap(({ notices: searchNotices = [] }) => searchNotices))].filter(
    isServerNotice,
  );
  return notices.map((notice) =>
    noticeLinesTexts(SERVER_NOTICES[notice], {
      searches: searchNames(searches.filter((search) => search.notices?.includes(notice))),
    }),
  );
}

/** Returns the DOM hook of a line from its first words: "Wrong patient: …" has that of the red notice. */
export const kindOfLine = (line: string): string =>
  line
    .slice(0, Math.max(0, line.indexOf(':')))
    .toLowerCase()
    .replace(' ', '-');

/** Returns "laboratory and vital signs" where scopes grant these categories alone, and '' elsewhere. */
export const grantedNames = ({
  isGranular,
  searches,
}: Pick<RecordSnapshot, 'isGranular' | 'searches'>): string => (isGranular ? searchNames(searches) : '');

function partLine(record: Pick<RecordSnapshot, 'isGranular' | 'searches'>): string {
  const searches = grantedNames(record);
  return searches === ''
    ? noticeLinesTexts('onlyPartGranted')
    : noticeLinesTexts('onlyPartGrantedOf', { searches });
}

function clockLines(record: Pick<RecordSnapshot, 'series' | 'readAtMs'>): string[] {
  const ahead = aheadResults(record);
  if (ahead === undefined) return [];
  const hours = String(Math.ceil(ahead.mostMs / HOUR_MS));
  return [noticeLinesTexts('aheadOfClock', { results: resultsText(ahead.count), count: ahead.count, hours })];
}

/** Returns each notice of the screen, in the same order. */
export function noticeLines({ excluded, isPart, ended, complete, ...record }: RecordSnapshot): string[] {
  const searches = record.searches.filter((search) => !isNotOffered(search));
  const strangers = excluded.find(({ reason }) => reason === 'other-patient')?.count ?? 0;
  const lines = strangers > 0 ? [noticeLinesTexts('wrongPatient', { results: resultsText(strangers) })] : [];
  lines.push(...clockLines(record));
  if (isPart) lines.push(partLine(record));
  if (!ended || complete) return lines;
  const add = (
    some: readonly SearchState[],
    key: 'failed' | 'truncated' | 'notGranted' | 'searchRefused',
  ) => {
    if (some.length > 0) lines.push(noticeLinesTexts(key, { searches: searchNames(some) }));
  };
  const inState = (state: SearchState['state']) => searches.filter((search) => search.state === state);
  const [failed, truncated] = [
    inState('failed').filter(({ failure }) => failure !== 'limit'),
    searches.filter(({ failure }) => failure === 'limit'),
  ];
  add(failed, 'failed');
  add(truncated, 'truncated');
  for (const search of searches.filter(({ notices }) => notices?.includes('short')))
    lines.push(
      noticeLinesTexts('sentFewer', {
        counted: countText(search.counted ?? 0),
        search: searchText(search),
        received: countText(search.received),
      }),
    );
  add(inState('not-allowed'), 'notGranted');
  add(inState('refused'), 'searchRefused');
  if (isUnconfirmed({ excluded }))
    lines.push(noticeLinesTexts('unconfirmed', { results: unconfirmedText({ excluded }) }));
  return [...lines, ...serverNoticeLines(searches)];
}
