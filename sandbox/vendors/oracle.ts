import type { FhirResource } from 'fhir/r4';
import type { SearchPage } from '../fhir/searchPages.ts';
import { FhirError } from '../fhir/fhirError.ts';
import { hasCategory } from './codings.ts';
import { generic } from './generic.ts';
import { recodeForOracle } from './oracleRecode.ts';
import { adaptOracleSearch, oracleSupportsParameter } from './oracleSearch.ts';
import { newestFirst } from './newestFirst.ts';
import type { EarlierVersions, VendorBehaviour, SearchBundle } from './vendorBehaviour.ts';

export const oracle: VendorBehaviour = {
  vendor: 'oracle',
  description:
    'Synthetic patients, Oracle-like: pages of 50, at most 200, newest first, without a total; no sorting and no choice of elements; a result that changes while it is paged comes again with its new version.',
  supportsParameter: oracleSupportsParameter,
  hasVersions: true,
  recode: recodeForOracle,
  adaptSearch: adaptOracleSearch,
  paging: {
    defaultCount: 50,
    maxCount: 200,
    sortResults,
    endOffset,
    pageToken: (query) => query.get('-pageContext')?.replace(/==$/, ''),
    pageUrl: ({ search }, fhirBase, pageToken) =>
      `${fhirBase}/${search.type}?${search.query}&-pageContext=${encodeURIComponent(`${pageToken}==`)}&-pageDirection=NEXT`,
    expiredError: () => new FhirError(400, 'invalid', 'The -pageContext is not valid.'),
    finishPage,
  },
  errorResponse: (error) =>
    error.status === 403
      ? { status: 403, type: 'text/plain; charset=utf-8', body: error.message }
      : generic.errorResponse(error),
};

const isSocial = (resource: FhirResource): boolean =>
  resource.resourceType === 'Observation' && hasCategory(resource, 'social-history');

/**
 * Returns social history, then the others newest first. A corrected resource keeps its place in its earlier
 * version, and comes again at the end as it is now.
 */
function sortResults(
  results: readonly FhirResource[],
  earlierVersions: EarlierVersions,
): readonly FhirResource[] {
  const sorted = newestFirst(results);
  const inOrder = [...sorted.filter(isSocial), ...sorted.filter((resource) => !isSocial(resource))];
  const corrected = inOrder.filter((resource) => earlierVersions(resource).length > 0);
  return [...inOrder.map((resource) => earlierVersions(resource).at(-1) ?? resource), ...corrected];
}

/** All social history is on the first page, however long that gets; later pages may be short. */
function endOffset({ results, search, offset, number }: SearchPage): number {
  if (number > 1) return offset + Math.max(1, search.count - (number % 3));
  const others = results.findIndex((resource) => !isSocial(resource));
  return Math.max(search.count, others === -1 ? results.length : others);
}

/** Within one page a resource is there once, and no total is sent. */
function finishPage({ total: _total, entry, ...page }: SearchBundle): SearchBundle {
  const last = new Map((entry ?? []).map((one) => [one.fullUrl, one]));
  return { ...page, ...(entry && { entry: entry.filter((one) => last.get(one.fullUrl) === one) }) };
}
