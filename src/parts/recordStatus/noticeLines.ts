/** This file writes the notices of a record as lines of text, for an export (rules 37 and 58). */
import type { RecordSnapshot, SearchNotice, SearchState } from '../../record/flowsheet/recordSnapshot.ts';
import { isNotOffered } from '../../record/search/searchStates.ts';
import { listText, resultsText, searchText } from './recordStatusText.ts';
import { countText } from '../../charts/format/format.ts';

const SERVER_NOTICES: Readonly<Record<Exclude<SearchNotice, 'short'>, string>> = {
  outside: 'Suppressed: the server left out results of outside records, of',
  suppressed: 'Suppressed: the server left out results, of',
  protected: 'Suppressed: the record is specially protected; the server may have left out results, of',
  partial: 'Incomplete: the server says that it may not be the whole record, of',
  incomplete: 'Incomplete: the server says that something went wrong, with',
};
const isServerNotice = (notice: SearchNotice): notice is keyof typeof SERVER_NOTICES => notice !== 'short';

const searchNames = (searches: readonly SearchState[]) => listText(searches.map(searchText));

function serverNoticeLines(searches: readonly SearchState[]): string[] {
  const notices = [...new Set(searches.flatMap(({ notices: searchNotices = [] }) => searchNotices))].filter(
    isServerNotice,
  );
  return notices.map(
    (notice) =>
      `${SERVER_NOTICES[notice]} ${searchNames(searches.filter((search) => search.notices?.includes(notice)))}.`,
  );
}

/** Returns the DOM hook of a line from its first words: "Wrong patient: …" has that of the red notice. */
export const kindOfLine = (line: string): string =>
  line
    .slice(0, Math.max(0, line.indexOf(':')))
    .toLowerCase()
    .replace(' ', '-');

/** Returns ", laboratory and vital signs" where scopes grant these categories alone. */
export const partText = ({ isGranular, searches }: Pick<RecordSnapshot, 'isGranular' | 'searches'>): string =>
  isGranular ? `, ${searchNames(searches)}` : '';

/** Returns each notice of the screen, in the same order. */
export function noticeLines({ excluded, isPart, ended, complete, ...record }: RecordSnapshot): string[] {
  const searches = record.searches.filter((search) => !isNotOffered(search));
  const strangers = excluded.find(({ reason }) => reason === 'other-patient')?.count ?? 0;
  const lines =
    strangers > 0 ? [`Wrong patient: ${resultsText(strangers)} of another patient left out.`] : [];
  if (isPart) lines.push(`Not granted: only a part of the results was allowed${partText(record)}.`);
  if (!ended || complete) return lines;
  const add = (some: readonly SearchState[], line: (names: string) => string) => {
    if (some.length > 0) lines.push(line(searchNames(some)));
  };
  const inState = (state: SearchState['state']) => searches.filter((search) => search.state === state);
  const [failed, truncated] = [
    inState('failed').filter(({ failure }) => failure !== 'limit'),
    searches.filter(({ failure }) => failure === 'limit'),
  ];
  add(failed, (names) => `Failed: ${names} could not be read to the end.`);
  add(truncated, (names) => `Truncated: the server has more of ${names} than Longview reads at once.`);
  for (const search of searches.filter(({ notices }) => notices?.includes('short')))
    lines.push(
      `Truncated: the server counts ${countText(search.counted ?? 0)} for ${searchText(search)} and sent ${countText(search.received)}.`,
    );
  add(inState('not-allowed'), (names) => `Not granted: ${names} was not allowed.`);
  add(inState('refused'), (names) => `Incomplete: the server does not answer searches for ${names}.`);
  return [...lines, ...serverNoticeLines(searches)];
}
