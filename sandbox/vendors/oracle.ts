import type { FhirResource } from 'fhir/r4';
import type { Place } from '../fhir/searchPages.ts';
import { Refusal } from '../fhir/fhirError.ts';
import { isOfCategory } from './codings.ts';
import { generic } from './generic.ts';
import { oracleRecode } from './oracleRecode.ts';
import { oracleAsked, oracleTakes } from './oracleSearch.ts';
import { newestFirst } from './newestFirst.ts';
import type { Earlier, Personality, SearchBundle } from './vendorBehaviour.ts';

export const oracle: Personality = {
  vendor: 'oracle',
  description:
    'Synthetic patients, Oracle-like: pages of 50, at most 200, newest first, without a total; no sorting and no choice of elements; a result that changes while it is paged comes again with its new version.',
  takes: oracleTakes,
  keepsVersions: true,
  recode: oracleRecode,
  asked: oracleAsked,
  pages: {
    usualCount: 50,
    mostCount: 200,
    ordered,
    end,
    token: (query) => query.get('-pageContext')?.replace(/==$/, ''),
    link: ({ search }, fhirBase, token) =>
      `${fhirBase}/${search.type}?${search.query}&-pageContext=${encodeURIComponent(`${token}==`)}&-pageDirection=NEXT`,
    gone: () => new Refusal(400, 'invalid', 'The -pageContext is not valid.'),
    finished,
  },
  problem: (refusal) =>
    refusal.status === 403
      ? { status: 403, type: 'text/plain; charset=utf-8', body: refusal.message }
      : generic.problem(refusal),
};

const isSocial = (resource: FhirResource): boolean =>
  resource.resourceType === 'Observation' && isOfCategory(resource, 'social-history');

/** Social history, then newest first. What was changed since stands where it stood, and again at the end as it is now. */
function ordered(results: readonly FhirResource[], earlier: Earlier): readonly FhirResource[] {
  const sorted = newestFirst(results);
  const inPlace = [...sorted.filter(isSocial), ...sorted.filter((resource) => !isSocial(resource))];
  const changed = inPlace.filter((resource) => earlier(resource).length > 0);
  return [...inPlace.map((resource) => earlier(resource).at(-1) ?? resource), ...changed];
}

/** All social history is on the first page, however long that gets; later pages may be short. */
function end({ results, search, offset, number }: Place): number {
  if (number > 1) return offset + Math.max(1, search.count - (number % 3));
  const others = results.findIndex((resource) => !isSocial(resource));
  return Math.max(search.count, others === -1 ? results.length : others);
}

/** Within one page a result is there once, and nothing says how many there are. */
function finished({ total: _total, entry, ...page }: SearchBundle): SearchBundle {
  const last = new Map((entry ?? []).map((one) => [one.fullUrl, one]));
  return { ...page, ...(entry && { entry: entry.filter((one) => last.get(one.fullUrl) === one) }) };
}
