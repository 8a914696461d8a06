import type { Vendor } from '../vendors.ts';

/** A PlannedSearch is one search of a plan. */
export type PlannedSearch = {
  /** The account of the record uses this name. */
  readonly name: string;
  /** The resource type is Observation when it is left out. */
  readonly type?: string;
  /** These query strings ask the same, the best one first. The next is tried while the server refuses the search. */
  readonly queryVariants: readonly string[];
  /** Whether `Bundle.total` of this server is the number of matches. */
  readonly countsMatches: boolean;
};

const CATEGORY_SYSTEM = 'http://terminology.hl7.org/CodeSystem/observation-category';

/**
 * Returns the searches for one patient's Observations, in the order in which they are read: vital signs and laboratory
 * first, then the other categories, and where the vendor takes it one search without category, so that an Observation
 * without one is not missed (decision 17).
 */
export function searchPlanFor(
  { observationCategories, isCategoryOptional, pageSize, isSortSupported, isTotalOfMatches }: Vendor,
  patientId: string,
): readonly PlannedSearch[] {
  const search = (name: string, category?: string): PlannedSearch => {
    const patient = `patient=${encodeURIComponent(patientId)}`;
    const plain =
      category === undefined
        ? patient
        : `${patient}&category=${encodeURIComponent(`${CATEGORY_SYSTEM}|${category}`)}`;
    const sized = `${plain}&_count=${pageSize}`;
    return {
      name,
      queryVariants: [
        ...(isSortSupported ? [`${sized}&_sort=-date`] : []),
        sized,
        plain,
        // Some servers know a category by its code alone.
        ...(category === undefined ? [] : [`${patient}&category=${category}`]),
      ],
      countsMatches: isTotalOfMatches,
    };
  };
  return [
    ...observationCategories.map((category) => search(category, category)),
    ...(isCategoryOptional ? [search('all')] : []),
  ];
}
