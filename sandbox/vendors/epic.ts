import type { FhirResource } from 'fhir/r4';
import type { Place } from '../fhir/searchPages.ts';
import { NoRoute, type Refusal } from '../fhir/fhirError.ts';
import { isCharted } from './codings.ts';
import { groupOf } from './epicCodes.ts';
import { EpicRefusal, epicIssue } from './epicError.ts';
import { epicRecode } from './epicRecode.ts';
import { epicAsked, epicTakes } from './epicSearch.ts';
import { generic } from './generic.ts';
import { newestFirst } from './newestFirst.ts';
import type { Personality, SearchBundle } from './vendorBehaviour.ts';

export const epic: Personality = {
  vendor: 'epic',
  description:
    'Synthetic patients, Epic-like: Observations by patient and category or code; pages of up to 1000, grouped by vital sign, each group newest first; total is the size of the page.',
  takes: epicTakes,
  keepsVersions: false,
  recode: epicRecode,
  asked: epicAsked,
  pages: {
    usualCount: 1000,
    mostCount: 1000,
    ordered: grouped,
    end: generic.pages.end,
    token: (query) => query.get('sessionID')?.replace(/^17-/, ''),
    link: ({ search }, fhirBase, token) => `${fhirBase}/${search.type}?sessionID=17-${token}`,
    gone: () =>
      new EpicRefusal(
        [],
        epicIssue('fatal', 'expired', '4113', 'Session ID for cached search results has expired.'),
      ),
    finished,
  },
  problem,
};

/** One vital sign after the other, newest first in each: the first pages may hold nothing but blood pressures. */
function grouped(results: readonly FhirResource[]): readonly FhirResource[] {
  const groups = new Map<string, FhirResource[]>();
  for (const resource of newestFirst(results)) {
    const isRow = resource.resourceType === 'Observation' && isCharted(resource);
    const name = isRow ? groupOf(resource) : '';
    const group = groups.get(name);
    if (group) group.push(resource);
    else groups.set(name, [resource]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => group);
}

function finished(page: SearchBundle, { search, remarks }: Place): SearchBundle {
  const entries = page.entry ?? [];
  const isSized = new URLSearchParams(search.query).has('_count');
  const nothing = epicIssue('warning', 'processing', '4101', 'Resource request returns no results.');
  const issue = entries.length === 0 ? [nothing, ...remarks] : remarks;
  const outcome = {
    fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000004101',
    resource: { resourceType: 'OperationOutcome', issue },
    search: { mode: 'outcome' },
  };
  return {
    ...page,
    ...(isSized && { total: entries.length }),
    entry: issue.length === 0 ? entries : [...entries, outcome],
  };
}

/** What it does not serve is forbidden without a word, and other addresses are met by the web server in front of it. */
function problem(refusal: Refusal): ReturnType<Personality['problem']> {
  const isType = refusal instanceof NoRoute && /^\/[A-Z][A-Za-z]+(\/[^/]+)?$/.test(refusal.path);
  if (refusal.status === 403 || isType) return { status: 403, body: '' };
  if (refusal instanceof NoRoute) {
    const body =
      '<!DOCTYPE html><html><head><title>404 - File or directory not found.</title></head><body></body></html>';
    return { status: 404, type: 'text/html', body };
  }
  return generic.problem(refusal);
}
