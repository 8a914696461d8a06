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
import { fhirFault } from './fhirFault.ts';

/** What goes wrong with a request for authorization. Without `status` the browser is always sent back to the app. */
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
  /** Both when absent. */
  grant: oneOf('authorization_code', 'refresh_token'),
  /** With a page instead of JSON, and without using up a refresh token. */
  status,
  error: nonEmptyText,
  description: nonEmptyText,
  slowMs: nonNegativeNumber,
  html: trueOrFalse,
  noCors: trueOrFalse,
  /** The answer is lost on its way; what was asked for has happened. */
  drop: trueOrFalse,
  set: jsonObject,
  without: textList,
  /** The access token contains two dots and is no JWT. */
  oddToken: trueOrFalse,
  /** A refresh answers without a refresh token, and the old one stays good. */
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
  without: textList,
  set: jsonObject,
  /** The endpoints for authorization and token are relative to the FHIR base. */
  relative: trueOrFalse,
  /** The endpoint for authorization has a query of its own. */
  query: trueOrFalse,
});

const faults = objectOf({
  /** FHIR pages come slowly, from this page of a search on. */
  slowMs: nonNegativeNumber,
  onlyPagesFrom: nonNegativeNumber,
  /** FHIR pages hold at most so many entries, whatever is asked for. */
  pageSize: integerFrom(1),
  /** How long the browser may keep the answer to a preflight of the FHIR server. */
  maxAgeSeconds: integerFrom(0),
  authorize,
  token,
  discovery,
  jwks: objectOf({ status, slowMs: nonNegativeNumber }),
  revocation: objectOf({ status }),
  fhir: fhirFault,
});

export type Faults = CheckedValue<typeof faults>;
export type AuthorizeFault = CheckedValue<typeof authorize>;
export type TokenFault = CheckedValue<typeof token>;
export type DiscoveryFault = CheckedValue<typeof discovery>;

/** Faults that a person can choose by name. */
export type FaultScenario = {
  readonly name: string;
  readonly title: string;
  /** One sentence for a person. */
  readonly description: string;
  readonly faults: Faults;
};

export function faultsFrom(json: unknown): Faults {
  if (faults(json, '')) return json;
  throw new HttpError(400, 'The body is not a set of faults.');
}
