import type { MissingGrants } from '../authorization/missingGrants.ts';
import { isEndpoints, type Endpoints } from '../discovery/endpoints.ts';
import { isLaunchKind, type LaunchKind } from '../site/site.ts';
import { fieldOf, textField } from '../site/untrustedJson.ts';

/** A window stores its session like this for a reload. It holds no patient data and no code verifier (client-rules.md row 39). */
export type StoredSession = {
  /** The id of the session is random, and is not its OAuth `state` (client-rules.md row 28). */
  readonly sid: string;
  readonly siteId: string;
  /** The page that shows the session has this random name. After a reload it is another page. */
  readonly page: string;
  readonly kind: LaunchKind;
  readonly iss: string;
  readonly patientId: string;
  readonly encounterId: string | undefined;
  readonly banner: 'full' | 'compact';
  readonly intent: string | undefined;
  readonly tenant: string | undefined;
  /** The EHR sent this with the launch. The app takes it out once it has chosen a view (docs/launch-context.md). */
  readonly appContext?: string | undefined;
  /** This says what became of `appContext` and `intent`: a view, or why there is none. It holds no text of the EHR. */
  readonly launchedView?: string | undefined;
  /** The hub says there when the chart changes (docs/fhircast.md). It is used only where the site file allows its origin. */
  readonly hubUrl?: string | undefined;
  /** This names the session at the hub, and opens it: whoever knows it may listen. */
  readonly hubTopic?: string | undefined;
  /** The EHR had these open too, as `Type:role` (client-rules.md row 55). */
  readonly fhirContext: readonly string[];
  /** This is `smart_style_url`, or only its origin when the site does not list that (client-rules.md row 58). */
  readonly styleUrl: string | undefined;
  readonly requestedScope: string;
  /** This is the granted scope, or the requested one when the server did not say. */
  readonly scope: string;
  /** It is true when the token response named the scope. */
  readonly isScopeSent: boolean;
  /** The server granted less of these resource types than was requested. */
  readonly missingGrants: MissingGrants;
  readonly endpoints: Endpoints;
  /** The token response came at this time, in epoch ms. */
  readonly openedAtMs: number;
  /** The id_token must carry this nonce; undefined when identity was not requested. */
  readonly nonce: string | undefined;
  /** Another window waits for this session under this nonce. */
  readonly transferNonce: string | undefined;
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** The access token expires at this time, in epoch ms; undefined when the server did not say. */
  readonly expiresAtMs: number | undefined;
  /** The token is to be renewed at this time, in epoch ms; undefined when its expiry is not known. */
  readonly renewAtMs: number | undefined;
  /** A person last used the window at this time, in epoch ms. */
  readonly activeAtMs: number;
  readonly idToken: string | undefined;
  /** The person in front of the window chose these screens, 'patient' or 'clinician'; undefined without a choice. */
  readonly audience?: string | undefined;
  /** The clock of the session had come to this time when the record was last written, in epoch ms. */
  readonly seenAtMs: number;
};

type Field = keyof StoredSession;
const NEEDED_TEXTS: readonly Field[] = [
  'sid',
  'siteId',
  'page',
  'iss',
  'patientId',
  'requestedScope',
  'scope',
  'accessToken',
];
const OPTIONAL_TEXTS: readonly Field[] = [
  'encounterId',
  'intent',
  'tenant',
  'appContext',
  'launchedView',
  'hubUrl',
  'hubTopic',
  'styleUrl',
  'nonce',
  'transferNonce',
  'refreshToken',
  'idToken',
  'audience',
];
const NEEDED_TIMES: readonly Field[] = ['openedAtMs', 'activeAtMs', 'seenAtMs'];
const OPTIONAL_TIMES: readonly Field[] = ['expiresAtMs', 'renewAtMs'];

/**
 * Returns whether a stored or received value is a stored session of this version, in every field. It is written by hand,
 * because both pages inline it and have no room for a schema library (decision 30).
 */
export function isStoredSession(value: unknown): value is StoredSession {
  const field = (name: Field): unknown => fieldOf(value, name);
  const areAll = (names: readonly Field[], types: readonly string[]): boolean =>
    names.every((name) => types.includes(typeof field(name)));
  return (
    NEEDED_TEXTS.every((name) => textField(value, name) !== '') &&
    areAll(OPTIONAL_TEXTS, ['string', 'undefined']) &&
    areAll(NEEDED_TIMES, ['number']) &&
    // Nothing has happened later than when it was written down. Otherwise a session could last for ever.
    NEEDED_TIMES.every((name) => Number(field(name)) <= Number(field('seenAtMs'))) &&
    areAll(OPTIONAL_TIMES, ['number', 'undefined']) &&
    areAll(['isScopeSent'], ['boolean']) &&
    isLaunchKind(field('kind')) &&
    (field('banner') === 'full' || field('banner') === 'compact') &&
    isEndpoints(field('endpoints')) &&
    areTexts(field('fhirContext')) &&
    ['denied', 'partial'].every((name) => areTexts(fieldOf(field('missingGrants'), name)))
  );
}

const areTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
