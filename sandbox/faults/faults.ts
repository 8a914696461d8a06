import { HttpRefusal } from '../http.ts';
import {
  amount,
  fields,
  truth,
  group,
  httpStatus as status,
  oneOf,
  text,
  texts,
  whole,
  type Checked,
} from './fieldChecks.ts';
import { fhirFault, type FhirFault } from './fhirFault.ts';

/** What goes wrong with a request for authorization. Without `status` the browser is always sent back to the app. */
const authorize = group({
  error: text,
  description: text,
  errorUri: text,
  state: oneOf('wrong', 'missing'),
  iss: oneOf('foreign', 'missing'),
  status,
  slowMs: amount,
  refuseFrames: truth,
  /** The code contains `+/=&%`. */
  oddCode: truth,
});

const token = group({
  /** Both when absent. */
  grant: oneOf('authorization_code', 'refresh_token'),
  /** With a page instead of JSON, and without using up a refresh token. */
  status,
  error: text,
  description: text,
  slowMs: amount,
  html: truth,
  noCors: truth,
  /** The answer is lost on its way; what was asked for has happened. */
  drop: truth,
  set: fields,
  without: texts,
  /** The access token contains two dots and is no JWT. */
  oddToken: truth,
  /** A refresh answers without a refresh token, and the old one stays good. */
  keepRefreshToken: truth,
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
  html: truth,
  noCors: truth,
  without: texts,
  set: fields,
  /** The endpoints for authorization and token are relative to the FHIR base. */
  relative: truth,
  /** The endpoint for authorization has a query of its own. */
  query: truth,
});

const faults = group({
  /** FHIR pages come slowly, from this page of a search on. */
  slowMs: amount,
  onlyPagesFrom: amount,
  /** FHIR pages hold at most so many entries, whatever is asked for. */
  pageSize: whole(1),
  /** How long the browser may keep the answer to a preflight of the FHIR server. */
  maxAgeSeconds: whole(0),
  authorize,
  token,
  discovery,
  jwks: group({ status, slowMs: amount }),
  revocation: group({ status }),
  fhir: fhirFault,
});

export type { FhirFault };

export type Faults = Checked<typeof faults>;
export type AuthorizeFault = Checked<typeof authorize>;
export type TokenFault = Checked<typeof token>;
export type DiscoveryFault = Checked<typeof discovery>;

export function faultsFrom(json: unknown): Faults {
  if (faults(json, '')) return json;
  throw new HttpRefusal(400, 'The body is not a set of faults.');
}
