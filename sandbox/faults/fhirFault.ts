// These are the faults of FHIR data: of one answer, or of its page, Patient or connection. They can be
// combined, for example short pages of which the second is broken, twice.
import { SEARCHABLE_TYPES } from '../fhir/searchDefinitions.ts';
import {
  nonNegativeNumber,
  trueOrFalse,
  objectOf,
  httpStatus,
  oneOf,
  nonEmptyText,
  integerFrom,
  type CheckedValue,
} from './fieldChecks.ts';

const SELECTION = {
  /** The fault applies to all types when this is absent. */
  type: oneOf(...SEARCHABLE_TYPES, 'Practitioner'),
  /** The fault applies to this many answers. With `onNth` it applies to one answer when this is absent. */
  times: integerFrom(1),
  /** The fault applies to every n-th answer. */
  every: integerFrom(2),
  /** The fault applies to the first pages of searches whose category contains this text. */
  category: nonEmptyText,
  /** The fault begins at the n-th answer. The answer fails with 500 when no other field says how. */
  onNth: integerFrom(1),
  /** The fault applies to this page of every search. The page fails with 500 when no other field says how. */
  brokenPage: integerFrom(1),
} as const;

const ANSWER = {
  status: httpStatus,
  retryAfterSeconds: integerFrom(0),
  /** This text is sent as Retry-After, for example a date or nonsense. */
  retryAfter: nonEmptyText,
  /** The browser hides every header that CORS has to expose. */
  noExpose: trueOrFalse,
  html: trueOrFalse,
  noCors: trueOrFalse,
  emptyBody: trueOrFalse,
  /**
   * The body is replaced by JSON that ends half way, by FHIR XML, by plain text, or by the error format of
   * MEDITECH.
   */
  body: oneOf('cutJson', 'xml', 'text', 'meditech'),
  /**
   * The answer is one of Epic's OperationOutcomes: the paging session is over (4113), or a search lacks its
   * category, with the mild issue first.
   */
  refusal: oneOf('expiredSession', 'mixedSeverity'),
} as const;

const CONNECTION = {
  slowMs: nonNegativeNumber,
  /** The body comes in twenty pieces, this many milliseconds apart. */
  dripMs: nonNegativeNumber,
  /** Nothing is sent, or half of the body and then nothing more, until the client ends the connection. */
  hang: oneOf('headers', 'body'),
  /** The connection is cut before the answer. */
  drop: trueOrFalse,
  /** The connection is cut in the middle of the body. */
  reset: trueOrFalse,
} as const;

const PAGE = {
  /**
   * The `next` link of every page leads to another host, to another host without TLS, to another port, or is
   * relative, has its port written in another way, is the page itself, the first page again, or a page that
   * is gone.
   */
  next: oneOf('foreign', 'http', 'otherPort', 'relative', 'oddPort', 'loop', 'first', 'missingPage'),
  /** One more entry of every page belongs to another patient. */
  stranger: trueOrFalse,
  /** One more result of every page names its patient by an identifier alone. */
  unnamed: trueOrFalse,
  /** The first entry of page 1 is repeated at the end of the later pages. */
  again: oneOf('same', 'newer', 'older', 'withdrawn'),
  /** The page is empty, and its entries come with the next page. */
  emptyPage: trueOrFalse,
  /**
   * `Bundle.total` is 5 on every page with a next one, is higher than the number of results, or is not sent.
   */
  total: oneOf('wrong', 'more', 'none'),
  /**
   * The page holds one of Epic's OperationOutcomes: nothing was found (4101), some results are suppressed
   * (59204), or maybe not all are there (4119).
   */
  outcome: oneOf('nothingFound', 'suppressed', 'maybeNotAll'),
  /**
   * The page holds entries that nobody asked for: Provenance and Device, resources of an unknown type, or a
   * result with contained resources.
   */
  extra: oneOf('included', 'unknown', 'contained'),
} as const;

const PATIENT = {
  /** A read of the Patient answers with this id. */
  patientId: nonEmptyText,
  /** The Patient has a property that Patients in real records have. */
  patient: oneOf(
    'merged',
    'noName',
    'oldName',
    'oneNameTwice',
    'usualName',
    'noSex',
    'manySexes',
    'manyNumbers',
    'textNumbers',
    'noNumber',
    'noBirthDate',
    'notDeceased',
  ),
} as const;

export const fhirFault = objectOf({ ...SELECTION, ...ANSWER, ...CONNECTION, ...PAGE, ...PATIENT });

export type FhirFault = CheckedValue<typeof fhirFault>;

/** A fault that selects answers without saying what goes wrong is a failure of the server (500). */
export function withDefaultStatus(fault: FhirFault): FhirFault {
  const saysWhat = Object.keys(fault).some((name) => !Object.hasOwn(SELECTION, name));
  const saysWhen = fault.onNth !== undefined || fault.brokenPage !== undefined;
  return saysWhen && !saysWhat ? { ...fault, status: 500 } : fault;
}
