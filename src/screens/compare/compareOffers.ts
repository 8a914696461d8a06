/** What can be added to the strips, found as in the search box: by name, short name, code and panel, typing errors forgiven. */
import { searchEntries } from '../../parts/results/fuzzySearch.ts';
import { MAX_STRIPS } from '../../parts/screenUrls/compareUrl.ts';
import { listText } from '../../parts/recordStatus/recordStatusText.ts';
import type { TileEntry } from '../../parts/results/tileLayout.ts';
import { countText } from '../../charts/format/format.ts';

export type Offer = {
  readonly id: string;
  readonly label: string;
  readonly entry: TileEntry;
  /** A strip already. */
  readonly isTaken: boolean;
};

export type FoundOffers = {
  readonly free: readonly Offer[];
  readonly taken: readonly Offer[];
  /** How they were found, where not by the words as typed. */
  readonly said: string;
};

export function offersFor(offers: readonly Offer[], text: string): FoundOffers {
  const query = text.trim();
  const entries = offers.map(({ entry }) => entry);
  const { matches, explanation } =
    query === '' ? { matches: entries, explanation: '' } : searchEntries(entries, query);
  const here = offers.filter(({ entry }) => matches.includes(entry));
  return {
    free: here.filter(({ isTaken }) => !isTaken),
    taken: query === '' ? [] : here.filter(({ isTaken }) => isTaken),
    said: explanation,
  };
}

const FEW = 3;

/** How many there are to choose from, and why there are not more. */
export function offersText(
  { free, taken, said }: FoundOffers,
  text: string,
  isFull: boolean,
  isComplete: boolean,
): string {
  if (isFull) return `${MAX_STRIPS} strips at most: remove one to add another.`;
  const compared =
    taken.length === 0
      ? ''
      : `${taken.length > FEW ? countText(taken.length) : listText(taken.map(({ label }) => label))} compared already. `;
  if (free.length > 0 && text.trim() === '') return `${countText(free.length)} can be added`;
  if (free.length > 0) return `${said}${compared}${countText(free.length)} found`;
  if (compared !== '') return `${said}${compared}`.trim();
  return isComplete ? 'no such result in this record' : 'no such result among those read';
}
