import type { FaultScenario } from './faults.ts';

export const responseScenarios: readonly FaultScenario[] = [
  {
    name: 'fhir-401',
    title: 'One request refused (401)',
    description: 'The next request for data says that the token is no longer valid.',
    faults: { fhir: { status: 401, times: 1 } },
  },
  {
    name: 'fhir-403',
    title: 'Results refused (403)',
    description: 'All Observations are refused for want of a scope.',
    faults: { fhir: { type: 'Observation', status: 403 } },
  },
  {
    name: 'fhir-429',
    title: 'Too many requests (429)',
    description: 'The next two requests for data are to come again in three seconds.',
    faults: { fhir: { status: 429, retryAfterSeconds: 3, times: 2 } },
  },
  {
    name: 'fhir-429-unreadable',
    title: 'Too many requests, wait not readable',
    description: 'As before, but the browser keeps the wait from the app: the header is not exposed.',
    faults: { fhir: { status: 429, retryAfterSeconds: 3, noExpose: true, times: 2 } },
  },
  {
    name: 'fhir-429-every-second',
    title: 'Every second request too many (429)',
    description: 'Every second request for data is refused, with a wait that is no number.',
    faults: { fhir: { status: 429, every: 2, retryAfter: '-5' } },
  },
  {
    name: 'fhir-503',
    title: 'Data not available (503)',
    description: 'Every request for data fails.',
    faults: { fhir: { status: 503 } },
  },
  {
    name: 'fhir-html',
    title: 'Data as a page',
    description: 'Every request for data is answered with a web page.',
    faults: { fhir: { html: true } },
  },
  {
    name: 'fhir-500-third',
    title: 'The third answer fails (500)',
    description: 'The third search for results fails, once.',
    faults: { fhir: { type: 'Observation', onNth: 3 } },
  },
  {
    name: 'fhir-html-404',
    title: 'Not found, as a page (404)',
    description: 'Searches for results are answered with a web page and 404, as an unknown route of Epic is.',
    faults: { fhir: { type: 'Observation', status: 404, html: true } },
  },
  {
    name: 'fhir-403-empty',
    title: 'Refused without a word (403)',
    description: 'Searches for results are refused with an empty body.',
    faults: { fhir: { type: 'Observation', status: 403, emptyBody: true } },
  },
  {
    name: 'fhir-400-mixed',
    title: 'Two issues, the mild one first (400)',
    description: 'Searches for results are refused as Epic does: an information, then what is fatal.',
    faults: { fhir: { type: 'Observation', refusal: 'mixedSeverity' } },
  },
  {
    name: 'fhir-400-text',
    title: 'Refused in plain text (400)',
    description: 'Searches for results are refused with a line of text.',
    faults: { fhir: { type: 'Observation', status: 400, body: 'text' } },
  },
  {
    name: 'fhir-400-meditech',
    title: 'Refused in JSON of its own (400)',
    description: 'Searches for results are refused as MEDITECH does, without an OperationOutcome.',
    faults: { fhir: { type: 'Observation', status: 400, body: 'meditech' } },
  },
  {
    name: 'fhir-cut-json',
    title: 'JSON cut off',
    description: 'Half of every page of results is missing; the answer says 200.',
    faults: { fhir: { type: 'Observation', body: 'cutJson' } },
  },
  {
    name: 'fhir-xml',
    title: 'XML',
    description: 'Searches for results are answered in FHIR XML.',
    faults: { fhir: { type: 'Observation', body: 'xml' } },
  },
];

export const connectionScenarios: readonly FaultScenario[] = [
  {
    name: 'fhir-drop',
    title: 'No answer',
    description: 'The connection is cut before each answer with results.',
    faults: { fhir: { type: 'Observation', drop: true } },
  },
  {
    name: 'fhir-reset',
    title: 'Cut in the middle',
    description: 'The connection is cut in the middle of each page of results.',
    faults: { fhir: { type: 'Observation', reset: true } },
  },
  {
    name: 'fhir-drip',
    title: 'Drop by drop',
    description: 'Every page of results comes in twenty pieces, a second apart.',
    faults: { fhir: { type: 'Observation', dripMs: 1000 } },
  },
  {
    name: 'fhir-hang',
    title: 'Hangs before the answer',
    description: 'Searches for results are never answered, and the connection stays open.',
    faults: { fhir: { type: 'Observation', hang: 'headers' } },
  },
  {
    name: 'fhir-hang-laboratory',
    title: 'Laboratory hangs',
    description: 'The search for laboratory results is never answered; all others are.',
    faults: { fhir: { type: 'Observation', category: 'laboratory', hang: 'headers' } },
  },
  {
    name: 'fhir-hang-patient',
    title: 'The Patient hangs',
    description: 'The read of the Patient is never answered; the results come.',
    faults: { fhir: { type: 'Patient', hang: 'headers' } },
  },
  {
    name: 'fhir-hang-all',
    title: 'Everything hangs',
    description: 'No request for data is answered.',
    faults: { fhir: { hang: 'headers' } },
  },
  {
    name: 'fhir-hang-body',
    title: 'Hangs in the middle',
    description: 'Half of every page of results comes, and then nothing more.',
    faults: { fhir: { type: 'Observation', hang: 'body' } },
  },
];
