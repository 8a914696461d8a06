import { categoryOfPart, sharedParts } from '../../smart/authorization/scopes.ts';
import type { Session } from '../../smart/session/session.ts';
import type { Vendor } from '../vendors.ts';

/** These searches are sent first, and the servers of real hospitals cannot take more at once. */
export const FIRST_SEARCHES = 3;
/** A server that answers many searches at once gets so many besides the first ones. */
export const FURTHER_SEARCHES = 12;

/** A PlannedSearch is one search of a plan. */
export type PlannedSearch = {
  /** The account of the record uses this name. */
  readonly name: string;
  /** The resource type is Observation when it is left out. */
  readonly type?: string;
  /** These query strings ask the same, the best one first. The next is tried while the server refuses the search. */
  readonly queryVariants: readonly string[];
  /** Says whether `Bundle.total` of this server is the number of matches. */
  readonly isTotalOfMatches: boolean;
  /** The server may not offer it. A refusal then leaves the record complete, and the account says so (decision 38). */
  readonly isOptional?: true;
  /** It asks for everything, and what its first page does not hold may be asked for by windows of time (decision 53). */
  readonly byDate?: ByDate;
};

/** A search by windows of time asks for this, in pages of so many resources. */
export type ByDate = { readonly filter: string; readonly pageSize: number };

const CATEGORY_SYSTEM = 'http://terminology.hl7.org/CodeSystem/observation-category';

/** A SearchPlan is what is asked of one server about one patient's Observations. */
export type SearchPlan = {
  /** They are read in this order. */
  readonly searches: readonly PlannedSearch[];
  /** These are read as well when the search without category did not bring everything. */
  readonly ifAllFails: readonly PlannedSearch[];
  /** These are read as well when the server refuses the search without category. */
  readonly ifAllIsRefused: readonly PlannedSearch[];
};

type Granted = Pick<Session, 'patientId' | 'scope' | 'requestedScope'>;

/** Returns the parts of all results that the session is limited to; undefined when it may read every result. */
export const resultParts = ({ scope, requestedScope }: Granted): readonly string[] | undefined =>
  sharedParts(scope, requestedScope, 'Observation');

/**
 * Returns the searches for one patient's Observations: vital signs and laboratory first, then the other categories, and where
 * the vendor takes it one search without category, so that an Observation without one is not missed (decision 17). With
 * granular scopes, only what they grant is asked for.
 */
export function searchPlanFor(habits: Vendor, session: Granted): SearchPlan {
  const { observationCategories, furtherCategories, isCategoryOptional } = habits;
  const { pageSize, isSortSupported, isTotalOfMatches, isReadByDate } = habits;
  const patient = `patient=${encodeURIComponent(session.patientId)}`;
  const search = (name: string, filter: string, ...simpler: string[]): PlannedSearch => {
    const plain = `${patient}${filter}`;
    const sized = `${plain}&_count=${pageSize}`;
    return {
      name,
      queryVariants: [
        ...(isSortSupported ? [`${sized}&_sort=-date`] : []),
        sized,
        plain,
        ...simpler.map((one) => patient + one),
      ],
      isTotalOfMatches,
    };
  };
  const parts = resultParts(session);
  if (parts !== undefined) {
    const first = ({ name }: PlannedSearch): number => ['other', 'laboratory', 'vital-signs'].indexOf(name);
    const searches = parts.map((part, i) => {
      const category = categoryOfPart(part);
      // The scope is the server's text, of which the screens show a plain word alone.
      return search(/^[A-Za-z-]{1,40}$/.test(category) ? category : `other ${i + 1}`, `&${part}`);
    });
    return { searches: searches.toSorted((a, b) => first(b) - first(a)), ifAllFails: [], ifAllIsRefused: [] };
  }
  // Some servers know a category by its code alone.
  const documented = observationCategories.map((code) =>
    search(code, `&category=${encodeURIComponent(`${CATEGORY_SYSTEM}|${code}`)}`, `&category=${code}`),
  );
  const further = furtherCategories.map((category): PlannedSearch => {
    const [system = '', code = category] = category.includes('|') ? category.split('|') : [CATEGORY_SYSTEM];
    const bare = `${patient}&category=${code}`;
    const full = `${patient}&category=${encodeURIComponent(`${system}|${code}`)}&_count=${pageSize}`;
    return {
      name: code,
      // Two tries are enough for what the server may not know.
      queryVariants: system === '' ? [`${bare}&_count=${pageSize}`, bare] : [full, bare],
      isTotalOfMatches,
      isOptional: true,
    };
  });
  if (!isCategoryOptional)
    return { searches: [...documented, ...further], ifAllFails: [], ifAllIsRefused: [] };
  const all = search('all', '');
  if (!isReadByDate) return { searches: [...documented, all], ifAllFails: [], ifAllIsRefused: further };
  // The first categories serve the first curve. What the others would bring is read by the search for everything.
  return {
    searches: [...documented.slice(0, FIRST_SEARCHES), { ...all, byDate: { filter: patient, pageSize } }],
    ifAllFails: documented.slice(FIRST_SEARCHES),
    ifAllIsRefused: further,
  };
}
