import type { FhirResource } from 'fhir/r4';
import type { SearchPage } from '../fhir/searchPages.ts';
import { UnknownRouteError, type FhirError } from '../fhir/fhirError.ts';
import { isCharted } from './codings.ts';
import { resultGroup } from './epicCodes.ts';
import { EpicError, epicIssue } from './epicError.ts';
import { recodeForEpic } from './epicRecode.ts';
import { adaptEpicSearch, epicSupportsParameter } from './epicSearch.ts';
import { generic } from './generic.ts';
import { newestFirst } from './newestFirst.ts';
import type { VendorBehaviour, SearchBundle } from './vendorBehaviour.ts';

export const epic: VendorBehaviour = {
  vendor: 'epic',
  description:
    'Synthetic patients, Epic-like: Observations by patient and category or code; pages of up to 1000, grouped by vital sign, each group newest first; total is the size of the page.',
  supportsParameter: epicSupportsParameter,
  hasVersions: false,
  recode: recodeForEpic,
  adaptSearch: adaptEpicSearch,
  paging: {
    defaultCount: 1000,
    maxCount: 1000,
    sortResults: sortByGroup,
    endOffset: generic.paging.endOffset,
    pageToken: (query) => query.get('sessionID')?.replace(/^17-/, ''),
    pageUrl: ({ search }, fhirBase, pageToken) => `${fhirBase}/${search.type}?sessionID=17-${pageToken}`,
    expiredError: () =>
      new EpicError(
        [],
        epicIssue('fatal', 'expired', '4113', 'Session ID for cached search results has expired.'),
      ),
    finishPage,
  },
  errorResponse,
};

/**
 * Returns one vital sign after the other, newest first in each, so that the first pages may hold nothing but
 * blood pressures.
 */
function sortByGroup(results: readonly FhirResource[]): readonly FhirResource[] {
  const groups = new Map<string, FhirResource[]>();
  for (const resource of newestFirst(results)) {
    const isFlowsheetRow = resource.resourceType === 'Observation' && isCharted(resource);
    const name = isFlowsheetRow ? resultGroup(resource) : '';
    const group = groups.get(name);
    if (group) group.push(resource);
    else groups.set(name, [resource]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => group);
}

function finishPage(page: SearchBundle, { search, issues }: SearchPage): SearchBundle {
  const entries = page.entry ?? [];
  const hasCount = new URLSearchParams(search.query).has('_count');
  const nothingFound = epicIssue('warning', 'processing', '4101', 'Resource request returns no results.');
  const issue = entries.length === 0 ? [nothingFound, ...issues] : issues;
  const outcome = {
    fullUrl: 'urn:uuid:00000000-0000-4000-8000-000000004101',
    resource: { resourceType: 'OperationOutcome', issue },
    search: { mode: 'outcome' },
  };
  return {
    ...page,
    ...(hasCount && { total: entries.length }),
    entry: issue.length === 0 ? entries : [...entries, outcome],
  };
}

/**
 * Epic forbids a type that it does not serve with an empty body. Other addresses are answered by the web
 * server in front of it.
 */
function errorResponse(error: FhirError): ReturnType<VendorBehaviour['errorResponse']> {
  const isType = error instanceof UnknownRouteError && /^\/[A-Z][A-Za-z]+(\/[^/]+)?$/.test(error.path);
  if (error.status === 403 || isType) return { status: 403, body: '' };
  if (error instanceof UnknownRouteError) {
    const body =
      '<!DOCTYPE html><html><head><title>404 - File or directory not found.</title></head><body></body></html>';
    return { status: 404, type: 'text/html', body };
  }
  return generic.errorResponse(error);
}
