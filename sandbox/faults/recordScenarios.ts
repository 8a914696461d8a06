import type { Scenario } from './scenario.ts';

export const recordScenarios: readonly Scenario[] = [
  {
    name: 'next-foreign',
    title: 'Next page elsewhere',
    does: 'Every page of results leads to another host, which must not get the token.',
    faults: { fhir: { next: 'foreign' } },
  },
  {
    name: 'next-relative',
    title: 'Next page relative',
    does: 'Every page leads on by a relative address, which is right.',
    faults: { fhir: { next: 'relative' } },
  },
  {
    name: 'next-loop',
    title: 'Next page is this page',
    does: 'Every page of results leads to itself.',
    faults: { fhir: { next: 'loop' } },
  },
  {
    name: 'stranger',
    title: 'A stranger’s results',
    does: 'One entry of every page belongs to another patient.',
    faults: { fhir: { stranger: true } },
  },
  {
    name: 'fhir-401',
    title: 'One request refused (401)',
    does: 'The next request for data says that the token is no longer valid.',
    faults: { fhir: { status: 401, times: 1 } },
  },
  {
    name: 'fhir-403',
    title: 'Results refused (403)',
    does: 'All Observations are refused for want of a scope.',
    faults: { fhir: { type: 'Observation', status: 403 } },
  },
  {
    name: 'fhir-429',
    title: 'Too many requests (429)',
    does: 'The next two requests for data are to come again in three seconds.',
    faults: { fhir: { status: 429, retryAfterSeconds: 3, times: 2 } },
  },
  {
    name: 'fhir-503',
    title: 'Data not available (503)',
    does: 'Every request for data fails.',
    faults: { fhir: { status: 503 } },
  },
  {
    name: 'fhir-html',
    title: 'Data as a page',
    does: 'Every request for data is answered with a web page.',
    faults: { fhir: { html: true } },
  },
];
