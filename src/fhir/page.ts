import type { Shortfall } from './FhirError.ts';
import type { Limits } from './limits.ts';
import { fieldOf, textField } from '../smart/site/untrustedJson.ts';

/** No server sends so many results at once. A page of more is not taken. */
export const MAX_ENTRIES = 50_000;

/** This is one page of a search. */
export type Page = {
  /** These are the resources of the searched type, and entries that are no resource at all. */
  readonly entries: readonly unknown[];
  /** These are the OperationOutcomes in the page. */
  readonly outcomes: readonly unknown[];
  /** The `next` link is as the server wrote it, '' where it has no address, and undefined on the last page. */
  readonly next: string | undefined;
  /** This is `Bundle.total`. It depends on the vendor whether that is the number of matches. */
  readonly total: number | undefined;
  /** Among the entries are some that the server included, and that match nothing. `total` does not count these. */
  readonly hasIncluded?: boolean;
  /** Says that some of the entries cannot be read. */
  readonly shortfalls: readonly Shortfall[];
};

/** Returns whether a value is a resource of this type, by its `resourceType`. */
export const isResource = (value: unknown, type: string): value is object =>
  textField(value, 'resourceType') === type;

/**
 * Returns whether an entry that is no resource of this type may hold some: it has no type, is an answer inside of the answer, as a
 * gateway sends a batch, or spells the type in its own way.
 */
const mayHold = (value: unknown, type: string): boolean =>
  !isResource(value, type) &&
  ['', 'bundle', type.toLowerCase()].includes(textField(value, 'resourceType').trim().toLowerCase());

/** A list of one comes as that one from servers that make JSON of XML. Anything else that is no list counts as an entry that cannot be read. */
const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value == null ? [] : [value];

/** Returns the addresses of the links that lead on, each once, and '' last. Names of links have no case. https://www.rfc-editor.org/rfc/rfc8288#section-2.1.1 */
function nextLinks(bundle: unknown): readonly string[] {
  const links = list(fieldOf(bundle, 'link')).filter(
    (link) => textField(link, 'relation').trim().toLowerCase() === 'next',
  );
  const addresses = new Set(links.map((link) => textField(link, 'url').trim()));
  return [...addresses].toSorted((a, b) => Number(a === '') - Number(b === ''));
}

/**
 * Reads one page from a Bundle of any shape. Resources that the server includes unasked, such as Provenance, are dropped.
 * Entries that are no resource are passed on, so that the record can count them. https://hl7.org/fhir/R4/bundle.html
 */
export function pageFromBundle(bundle: unknown, resourceType: string): Page {
  const entries: unknown[] = [];
  const outcomes: unknown[] = isResource(bundle, 'OperationOutcome') ? [bundle] : [];
  let hasIncluded = false;
  let hasUnreadable = false;
  for (const entry of list(fieldOf(bundle, 'entry'))) {
    const resource = fieldOf(entry, 'resource');
    const isIncluded = textField(fieldOf(entry, 'search'), 'mode') === 'include';
    const isUnreadable = !isIncluded && mayHold(resource, resourceType);
    if (isResource(resource, 'OperationOutcome')) outcomes.push(resource);
    else if (isResource(resource, resourceType) || isUnreadable) {
      hasIncluded ||= isIncluded;
      hasUnreadable ||= isUnreadable;
      entries.push(resource);
    }
  }
  const ways = nextLinks(bundle);
  // Nobody knows what the other way would have brought.
  hasUnreadable ||= ways.length > 1;
  const total = fieldOf(bundle, 'total');
  return {
    entries,
    outcomes,
    next: ways[0],
    total: typeof total === 'number' ? total : undefined,
    hasIncluded,
    shortfalls: hasUnreadable ? ['unreadable'] : [],
  };
}

/** A search ends when its budget is spent, so that no server keeps it going for ever. */
export type SearchBudget = {
  /** These addresses were asked for. */
  readonly asked: ReadonlySet<string>;
  /** Returns why the page at an address is not asked for; undefined where it is. */
  readonly begin: (address: string) => 'unreadable' | 'limit' | undefined;
  /** Takes what a page held. */
  readonly take: (entries: readonly unknown[]) => void;
};

/**
 * Returns the budget of one search. It is spent by so many pages, by so many in a row that held nothing or what an earlier one held, and
 * by so many entries. Entries without an id cannot be told from those that come again, and count as new.
 */
export function searchBudget({ pages, pagesInVain, entries: most }: Limits): SearchBudget {
  const asked = new Set<string>();
  const held = new Set<string>();
  let inVain = 0;
  let received = 0;
  const versionOf = (entry: unknown): string =>
    `${textField(entry, 'id') || asked.size} ${textField(fieldOf(entry, 'meta'), 'versionId')}`;
  return {
    asked,
    begin(address) {
      // A link that leads back or nowhere is a failure, not an end: the rest of the search is missing, and that must be said.
      if (address === '' || asked.has(address)) return 'unreadable';
      if (asked.size === pages || inVain === pagesInVain || received > most) return 'limit';
      asked.add(address);
      return undefined;
    },
    take(entries) {
      const { size } = held;
      if (entries.length > 0)
        held.add(`${[entries[0], entries.at(-1)].map(versionOf).join()} ${entries.length}`);
      inVain = held.size > size ? 0 : inVain + 1;
      received += entries.length;
    },
  };
}
