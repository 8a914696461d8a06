import type { Site } from '../../smart/site/site.ts';

/** One search: how the account calls it, and its spellings, tried in turn while the server refuses. */
export type PlannedSearch = {
  readonly name: string;
  /** Default: Observation. */
  readonly type?: string;
  readonly queryVariants: readonly string[];
  /** Its `total` is the number of matches; elsewhere it is the size of the page, or anything. */
  readonly countsMatches: boolean;
};

const FIRST = ['vital-signs', 'laboratory'];
const FURTHER = ['social-history', 'survey', 'exam', 'procedure', 'therapy', 'activity', 'imaging'];
const SYSTEM = 'http://terminology.hl7.org/CodeSystem/observation-category';

type Habits = {
  readonly categories: readonly string[];
  /** Takes a search without category. */
  readonly all: boolean;
  /** The largest page it is known to give. */
  readonly count: number;
  readonly sorts: boolean;
  readonly countsMatches: boolean;
};

/** What each vendor is known to take and to mean. */
const HABITS: Record<Site['vendor'], Habits> = {
  generic: { categories: [...FIRST, ...FURTHER], all: true, count: 1000, sorts: true, countsMatches: true },
  // An unknown category is fatal at Epic (59111), and so is a search without one (59108).
  epic: {
    categories: [...FIRST, 'social-history'],
    all: false,
    count: 1000,
    sorts: false,
    countsMatches: false,
  },
  oracle: { categories: [...FIRST, ...FURTHER], all: true, count: 200, sorts: false, countsMatches: false },
  meditech: {
    categories: [...FIRST, ...FURTHER],
    all: false,
    count: 1000,
    sorts: false,
    countsMatches: false,
  },
};

/**
 * The searches for one patient's Observations, in order: vital signs and laboratory first, then what else may hold
 * results, and where the server takes it one search without category, so that an Observation without one is not missed.
 */
export function searchPlanFor(vendor: Site['vendor'], patientId: string): readonly PlannedSearch[] {
  const { categories, all, count, sorts, countsMatches } = HABITS[vendor];
  const search = (name: string, category?: string): PlannedSearch => {
    const whose = `patient=${encodeURIComponent(patientId)}`;
    const plain =
      category === undefined ? whose : `${whose}&category=${encodeURIComponent(`${SYSTEM}|${category}`)}`;
    const sized = `${plain}&_count=${count}`;
    return {
      name,
      queryVariants: [
        ...(sorts ? [`${sized}&_sort=-date`] : []),
        sized,
        plain,
        // The bare code is how some vendors write a category.
        ...(category === undefined ? [] : [`${whose}&category=${category}`]),
      ],
      countsMatches,
    };
  };
  return [...categories.map((category) => search(category, category)), ...(all ? [search('all')] : [])];
}
