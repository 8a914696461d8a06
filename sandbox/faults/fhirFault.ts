// What goes wrong with the data: with one answer of the FHIR server, or with the page, the Patient or the connection in
// it. Faults can be on together: pages that are short, the second of them broken, twice.
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

/** Which answers are faulty. */
const SELECTION = {
  /** All types when absent. */
  type: oneOf(...SEARCHABLE_TYPES, 'Practitioner'),
  /** So many answers, then no more. With `onNth` just that one when absent. */
  times: integerFrom(1),
  /** From the n-th answer on. With nothing else said it fails with 500. */
  onNth: integerFrom(1),
  /** This page of every search, and no other. With nothing else said it fails with 500. */
  brokenPage: integerFrom(1),
} as const;

const ANSWER = {
  status: httpStatus,
  retryAfterSeconds: integerFrom(0),
  /** The browser lets the app read none of the headers that CORS has to expose. */
  noExpose: trueOrFalse,
  html: trueOrFalse,
  noCors: trueOrFalse,
  emptyBody: trueOrFalse,
  /** JSON that ends half way, FHIR XML, plain text, or the error of MEDITECH, in place of the body. */
  body: oneOf('cutJson', 'xml', 'text', 'meditech'),
  /** Epic's OperationOutcome: the paging session is over (4113), or a search without category (mild issue first). */
  refusal: oneOf('expiredSession', 'mixedSeverity'),
} as const;

const CONNECTION = {
  slowMs: nonNegativeNumber,
  /** The body comes in twenty pieces, so far apart. */
  dripMs: nonNegativeNumber,
  /** Nothing comes, or half of the body and then nothing more, until the other side ends the connection. */
  hang: oneOf('headers', 'body'),
  /** The connection is cut before the answer. */
  drop: trueOrFalse,
  /** The connection is cut in the middle of the body. */
  reset: trueOrFalse,
} as const;

const PAGE = {
  /**
   * What the `next` link of every page is: of another host, of another host without TLS, of another port, relative, with
   * its port written in another way, the page itself, the first page again, or a page that is gone.
   */
  next: oneOf('foreign', 'http', 'otherPort', 'relative', 'oddPort', 'loop', 'first', 'missingPage'),
  /** One more entry of every page belongs to another patient. */
  stranger: trueOrFalse,
  /** The first entry of page 1 comes again at the end of the later pages. */
  again: oneOf('same', 'newer', 'older', 'withdrawn'),
  /** The page is empty; what should be on it comes with the next. */
  emptyPage: trueOrFalse,
  /** `Bundle.total` is 5 on every page with a next one, or is more than there is, or is not sent. */
  total: oneOf('wrong', 'more', 'none'),
  /** Epic's entry with an OperationOutcome: nothing found (4101), some suppressed (59204), maybe not all (4119). */
  outcome: oneOf('nothingFound', 'suppressed', 'maybeNotAll'),
  /** Entries nobody asked for: Provenance and Device, what is no resource known, a result with others contained. */
  extra: oneOf('included', 'unknown', 'contained'),
} as const;

const PATIENT = {
  /** The id in the answer to a read of the Patient. */
  patientId: nonEmptyText,
  /** What the Patient is like in real records. */
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

/** A fault that says when, and not what, is a failure of the server. */
export function withDefaultStatus(fault: FhirFault): FhirFault {
  const saysWhat = Object.keys(fault).some((name) => !Object.hasOwn(SELECTION, name));
  const saysWhen = fault.onNth !== undefined || fault.brokenPage !== undefined;
  return saysWhen && !saysWhat ? { ...fault, status: 500 } : fault;
}
