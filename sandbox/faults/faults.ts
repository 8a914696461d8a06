import { CACHE_HEADER_NAMES } from '../cacheHeaders.ts';
import { hubFault } from '../fhircast/hubFault.ts';
import { HttpError } from '../http.ts';
import {
  nonNegativeNumber,
  jsonObject,
  trueOrFalse,
  objectOf,
  httpStatus as status,
  oneOf,
  nonEmptyText,
  textList,
  integerFrom,
  type CheckedValue,
} from './fieldChecks.ts';
import { bulkFault } from './bulkFault.ts';
import { fhirFault } from './fhirFault.ts';

/**
 * These are the faults of an authorization request. Without `status` the browser is always sent back to the
 * app.
 */
const authorize = objectOf({
  error: nonEmptyText,
  description: nonEmptyText,
  errorUri: nonEmptyText,
  state: oneOf('wrong', 'missing'),
  iss: oneOf('foreign', 'missing'),
  status,
  slowMs: nonNegativeNumber,
  refuseFrames: trueOrFalse,
  /** The code contains `+/=&%`. */
  oddCode: trueOrFalse,
});

const token = objectOf({
  /** The fault applies to all grant types when this is absent. */
  grant: oneOf('authorization_code', 'refresh_token', 'client_credentials'),
  /** The answer is a page instead of JSON, and a refresh token is not used up. */
  status,
  error: nonEmptyText,
  description: nonEmptyText,
  slowMs: nonNegativeNumber,
  html: trueOrFalse,
  noCors: trueOrFalse,
  /** The answer is lost on its way, although the request took effect. */
  drop: trueOrFalse,
  set: jsonObject,
  without: textList,
  /** The access token contains two dots and is no JWT. */
  oddToken: trueOrFalse,
  /** A refresh is answered without a refresh token, and the old one stays valid. */
  keepRefreshToken: trueOrFalse,
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

const discovery = objectOf({
  status,
  slowMs: nonNegativeNumber,
  html: trueOrFalse,
  noCors: trueOrFalse,
  /** Nothing is sent, or half of the document and then nothing more. */
  hang: oneOf('headers', 'body'),
  without: textList,
  set: jsonObject,
  /** The endpoints for authorization and token are relative to the FHIR base. */
  relative: trueOrFalse,
  /** The endpoint for authorization has a query of its own. */
  query: trueOrFalse,
});

const faults = objectOf({
  /** FHIR pages are slow from page `onlyPagesFrom` of a search on. */
  slowMs: nonNegativeNumber,
  onlyPagesFrom: nonNegativeNumber,
  /** FHIR pages hold at most this many entries, whatever `_count` says. */
  pageSize: integerFrom(1),
  /** The browser may keep the answer to a preflight of the FHIR server for this time. */
  maxAgeSeconds: integerFrom(0),
  /** The answers of the FHIR and authorization servers say this to caches. Without it they forbid to keep them. */
  cache: oneOf(...CACHE_HEADER_NAMES),
  authorize,
  token,
  discovery,
  jwks: objectOf({ status, slowMs: nonNegativeNumber }),
  revocation: objectOf({ status }),
  fhir: fhirFault,
  bulk: bulkFault,
  hub: hubFault,
});

export type Faults = CheckedValue<typeof faults>;
export type AuthorizeFault = CheckedValue<typeof authorize>;
export type TokenFault = CheckedValue<typeof token>;
export type DiscoveryFault = CheckedValue<typeof discovery>;

/** A scenario is a set of faults that a person can choose by name. */
export type FaultScenario = {
  readonly name: string;
  readonly title: string;
  /** This sentence tells a person what the scenario does. */
  readonly description: string;
  readonly faults: Faults;
};

export function faultsFrom(json: unknown): Faults {
  if (faults(json, '')) return json;
  throw new HttpError(400, 'The body is not a set of faults.');
}
