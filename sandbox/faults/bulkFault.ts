// These are the faults of a bulk export: of its kick-off, its status, its manifest, its files or single lines.
import { SEARCHABLE_TYPES } from '../fhir/searchDefinitions.ts';
import {
  httpStatus,
  integerFrom,
  nonEmptyText,
  objectOf,
  oneOf,
  textList,
  trueOrFalse,
  type CheckedValue,
} from './fieldChecks.ts';

export const bulkFault = objectOf({
  /** The export is in progress for this many polls. */
  polls: integerFrom(0),
  /** This text is sent as Retry-After while the export is in progress, and with a 429 or 503. */
  retryAfter: nonEmptyText,
  /** This text is sent as X-Progress. */
  progress: nonEmptyText,
  /** The kick-off is answered with this status, this many times. */
  kickOffStatus: httpStatus,
  kickOffTimes: integerFrom(1),
  /** A kick-off by POST is answered with this status, as servers of version 2 do. */
  postStatus: httpStatus,
  /** The kick-off of a Group asks for the scope to read Groups. */
  groupScope: trueOrFalse,
  /** The status is answered with this status, this many times, as a transient problem or as an end of the export. */
  pollStatus: httpStatus,
  pollTimes: integerFrom(1),
  isTransient: trueOrFalse,
  /** The address of the status leads to another host. */
  statusHost: oneOf('foreign', 'missing'),
  manifest: oneOf(
    'notJson',
    'noTime',
    'noRequiresToken',
    'noOutput',
    'foreignType',
    'foreignFile',
    'plainHttp',
    'endless',
    'otherTime',
  ),
  /** The manifest comes in this many pages, each with a link to the next. */
  manifestPages: integerFrom(2),
  /** The files need no token. */
  openFiles: trueOrFalse,
  /** The manifest counts one more or one fewer than the first file has, or counts nothing. */
  count: oneOf('more', 'fewer', 'none'),
  /** The fault of files applies to this type. */
  type: oneOf(...SEARCHABLE_TYPES),
  /** One line of the file in the middle is wrong in this way. */
  line: oneOf(
    'broken',
    'foreignType',
    'stranger',
    'foreignServer',
    'badId',
    'oversize',
    'notAnObject',
    'notUtf8',
    'twice',
    'twoVersions',
  ),
  /** The body of the file ends too early, is a page, is gone, or is at another host. */
  file: oneOf('cut', 'cutAtLine', 'cutGzip', 'html', 'gone', 'redirect', 'redirectHere', 'redirectForever'),
  /** This is the other host of these faults, such as "http://localhost:5302". */
  otherHost: nonEmptyText,
  /** The fault of the file applies this many times. */
  fileTimes: integerFrom(1),
  /** The links of the first manifest are gone, or all are; or the first manifest says that its links are old. */
  linksExpire: oneOf('once', 'always', 'header'),
  /** The token ends after this many files. */
  tokenEndsAfter: integerFrom(0),
  noGzip: trueOrFalse,
  noRange: trueOrFalse,
  /** The server reports problems in a file of outcomes. */
  outcome: oneOf('warning', 'error'),
  /** These resources, such as "Observation/1", are gone. With _since the manifest says so. */
  deleted: textList,
  /** These resources come in a new version. */
  changed: textList,
});

export type BulkFault = CheckedValue<typeof bulkFault>;
