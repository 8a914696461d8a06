import type { Site } from '../smart/site.ts';

/** One search for Observations: how the account calls it, and its spellings, tried in turn while the server refuses. */
export type Search = { readonly name: string; readonly spellings: readonly string[] };

const FIRST = ['vital-signs', 'laboratory'];
const FURTHER = ['social-history', 'survey', 'exam', 'procedure', 'therapy', 'activity', 'imaging'];
const SYSTEM = 'http://terminology.hl7.org/CodeSystem/observation-category';

/** What each vendor is known to take: categories, page size, and whether it sorts. */
const HABITS: Record<
  Site['vendor'],
  { categories: readonly string[]; all: boolean; count: number; sorts: boolean }
> = {
  generic: { categories: [...FIRST, ...FURTHER], all: true, count: 1000, sorts: true },
  // An unknown category is fatal at Epic (59111), and so is a search without one (59108).
  epic: { categories: [...FIRST, 'social-history'], all: false, count: 1000, sorts: false },
  oracle: { categories: [...FIRST, ...FURTHER], all: true, count: 200, sorts: false },
  meditech: { categories: [...FIRST, ...FURTHER], all: false, count: 200, sorts: false },
};

/**
 * The searches for one patient's Observations, in order: vital signs and laboratory first, then what else may hold
 * results, and where the server takes it one search without category, so that an Observation without one is not missed.
 */
export function planFor(vendor: Site['vendor'], patientId: string): readonly Search[] {
  const { categories, all, count, sorts } = HABITS[vendor];
  const search = (name: string, filter: string): Search => {
    const plain = `patient=${encodeURIComponent(patientId)}${filter}`;
    const sized = `${plain}&_count=${count}`;
    return { name, spellings: [...(sorts ? [`${sized}&_sort=-date`] : []), sized, plain] };
  };
  return [
    ...categories.map((category) =>
      search(category, `&category=${encodeURIComponent(`${SYSTEM}|${category}`)}`),
    ),
    ...(all ? [search('all', '')] : []),
  ];
}
