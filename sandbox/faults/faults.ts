import { STATUS_CODES } from 'node:http';
import { SEARCHABLE_TYPES } from '../fhir/searchTypes.ts';
import { HttpRefusal } from '../http.ts';
import {
  amount,
  fields,
  flag,
  group,
  oneOf,
  text,
  texts,
  whole,
  type Check,
  type Checked,
} from './checks.ts';

const status: Check<number> = (value, path): value is number => {
  if (typeof value === 'number' && value >= 200 && STATUS_CODES[value] !== undefined) return true;
  throw new HttpRefusal(400, `${path} must be an HTTP status, 200 or more.`);
};

/** What goes wrong with a request for authorization. Without `status` the browser is always sent back to the app. */
const authorize = group({
  error: text,
  description: text,
  errorUri: text,
  state: oneOf('wrong', 'missing'),
  iss: oneOf('foreign', 'missing'),
  status,
  slowMs: amount,
  refuseFrames: flag,
  /** The code contains `+/=&%`. */
  oddCode: flag,
});

const token = group({
  /** Both when absent. */
  grant: oneOf('authorization_code', 'refresh_token'),
  /** With a page instead of JSON, and without using up a refresh token. */
  status,
  error: text,
  description: text,
  slowMs: amount,
  html: flag,
  noCors: flag,
  /** The answer is lost on its way; what was asked for has happened. */
  drop: flag,
  set: fields,
  without: texts,
  /** The access token contains two dots and is no JWT. */
  oddToken: flag,
  /** A refresh answers without a refresh token, and the old one stays good. */
  keepRefreshToken: flag,
  idToken: oneOf(
    'badSignature',
    'expired',
    'wrongAudience',
    'wrongNonce',
    'wrongIssuer',
    'unsigned',
    'hs256',
    'foreignFhirUser',
    'utf8Name',
  ),
});

const discovery = group({
  status,
  slowMs: amount,
  html: flag,
  noCors: flag,
  without: texts,
  set: fields,
  /** The endpoints for authorization and token are relative to the FHIR base. */
  relative: flag,
  /** The endpoint for authorization has a query of its own. */
  query: flag,
});

const fhir = group({
  /** All types when absent. */
  type: oneOf(...SEARCHABLE_TYPES, 'Practitioner'),
  /** So many answers, then no more. */
  times: whole(1),
  status,
  retryAfterSeconds: whole(0),
  html: flag,
  noCors: flag,
  slowMs: amount,
  drop: flag,
  emptyBody: flag,
  /** What the `next` link of every page is: of another host, relative, the page itself, or a page that is gone. */
  next: oneOf('foreign', 'relative', 'loop', 'missingPage'),
  /** One entry of every page belongs to another patient. */
  stranger: flag,
  /** The id in the answer to a read of the Patient. */
  patientId: text,
});

const faults = group({
  /** FHIR pages come slowly, from this page of a search on. */
  slowMs: amount,
  onlyPagesFrom: amount,
  /** How long the browser may keep the answer to a preflight of the FHIR server. */
  maxAgeSeconds: whole(0),
  authorize,
  token,
  discovery,
  jwks: group({ status, slowMs: amount }),
  revocation: group({ status }),
  fhir,
});

export type Faults = Checked<typeof faults>;
export type AuthorizeFault = Checked<typeof authorize>;
export type TokenFault = Checked<typeof token>;
export type DiscoveryFault = Checked<typeof discovery>;
export type FhirFault = Checked<typeof fhir>;

export function faultsFrom(json: unknown): Faults {
  if (faults(json, '')) return json;
  throw new HttpRefusal(400, 'The body is not a set of faults.');
}
