import { splitScopes } from './authorization/scopes.ts';
import { HttpError } from './http.ts';
import type { Launch } from './launchRegistry.ts';
import { PORTAL_USERS, type PortalUser } from './portal/people.ts';
import { isStyleName, STYLES, styleUrl, type StyleName } from './smartStyles.ts';
import { isVendor, VENDORS, type Vendor } from './vendors/vendor.ts';

const LAUNCH_KINDS = ['frame', 'tab', 'standalone'] as const;
export type LaunchKind = (typeof LAUNCH_KINDS)[number];

/** The launch page and the JSON API let one choose these settings. */
export type LaunchSettings = {
  /** A standalone launch may leave the patient to the consent page. */
  readonly patient: string | undefined;
  readonly kind: LaunchKind;
  /** This says who signs in for the patient above; undefined leaves it to the sign-in. A launch from the EHR is the clinician's. */
  readonly user: PortalUser | undefined;
  readonly vendor: Vendor;
  readonly scopes: string | undefined;
  readonly banner: boolean | 'absent';
  /** `true` means the patient's latest encounter, if there is one. */
  readonly encounter: string | boolean;
  readonly tokenLifeSeconds: number;
  readonly intent: string | undefined;
  readonly tenant: string | undefined;
  readonly fhirContext: readonly unknown[] | undefined;
  readonly appContext: string | undefined;
  /** The EHR tells the app through a hub when its chart changes. */
  readonly hub: boolean;
  /** This names the EHR's look that is offered in the token answer. */
  readonly style: StyleName | undefined;
};

export const DEFAULT_SETTINGS: Omit<LaunchSettings, 'patient' | 'kind'> = {
  user: undefined,
  vendor: 'generic',
  scopes: undefined,
  banner: true,
  encounter: true,
  tokenLifeSeconds: 3600,
  intent: undefined,
  tenant: undefined,
  fhirContext: undefined,
  appContext: undefined,
  hub: false,
  style: undefined,
};

/** Each sandbox finds these in its own way. */
type FoundElsewhere = 'fhirBase' | 'user' | 'patient' | 'encounter' | 'hub';
type LaunchDetails = Omit<LaunchSettings, 'patient' | 'kind' | 'user'>;

/** Returns what the settings alone say of a launch. `origin` is where the styles of the sandbox are. */
export function launchFromSettings(
  { scopes, banner, tokenLifeSeconds, intent, tenant, fhirContext, style, appContext }: LaunchDetails,
  origin: string,
): Omit<Launch, FoundElsewhere> {
  return {
    banner,
    scopes: scopes === undefined ? undefined : splitScopes(scopes),
    tokenLifeSeconds,
    intent,
    tenant,
    fhirContext,
    styleUrl: style && styleUrl(style, origin),
    appContext,
    isConsent: false,
    isDeclined: false,
  };
}

const SETTING_NAMES: readonly string[] = ['patient', 'kind', ...Object.keys(DEFAULT_SETTINGS)];

export function settingsFromJson(body: Record<string, unknown>): LaunchSettings {
  const unknownField = Object.keys(body).find((name) => !SETTING_NAMES.includes(name));
  if (unknownField !== undefined) throw new HttpError(400, `${unknownField} is not a launch setting.`);
  const { patient, kind, scopes, banner = true, encounter = true, tokenLifeSeconds = 3600 } = body;
  if (banner !== true && banner !== false && banner !== 'absent') {
    throw new HttpError(400, 'banner must be true, false or "absent".');
  }
  if (typeof encounter !== 'boolean' && typeof encounter !== 'string') {
    throw new HttpError(400, 'encounter must be true, false or an id.');
  }
  return {
    patient: optionalText('patient', patient),
    kind: launchKind(kind),
    user: userFor(body['user'], kind, patient),
    vendor: vendorFor(body['vendor'], kind),
    scopes: optionalText('scopes', scopes),
    banner,
    encounter,
    tokenLifeSeconds: lifeSeconds(tokenLifeSeconds),
    intent: optionalText('intent', body['intent']),
    tenant: optionalText('tenant', body['tenant']),
    fhirContext: optionalList('fhirContext', body['fhirContext']),
    appContext: optionalText('appContext', body['appContext']),
    hub: hubFor(body['hub'], kind),
    style: styleFor(body['style']),
  };
}

export function settingsFromForm(form: URLSearchParams): LaunchSettings {
  const banner = form.get('banner') ?? 'true';
  const kind = form.get('kind');
  const patient = form.get('patient') ?? undefined;
  const isStandalone = kind === 'standalone' && patient !== undefined;
  const textOf = (name: string): string | undefined => form.get(name)?.trim() || undefined;
  return settingsFromJson({
    patient,
    kind,
    user: isStandalone ? textOf('user') : undefined,
    vendor: form.get('vendor') ?? undefined,
    scopes: textOf('scopes'),
    banner: banner === 'absent' ? banner : banner === 'true',
    encounter: form.get('encounter') !== 'none',
    tokenLifeSeconds: Number(form.get('tokenLifeSeconds') ?? '3600'),
    intent: textOf('intent'),
    appContext: textOf('appContext'),
    hub: kind !== 'standalone' && form.get('hub') === 'on',
    style: textOf('style'),
  });
}

function launchKind(value: unknown): LaunchKind {
  const kind = LAUNCH_KINDS.find((one) => one === value);
  if (!kind) throw new HttpError(400, `kind must be one of ${LAUNCH_KINDS.join(', ')}.`);
  return kind;
}

/** The app offers a sign-in of its own at the generic server only. */
function vendorFor(value: unknown, kind: unknown): Vendor {
  if (value === undefined) return 'generic';
  if (!isVendor(value)) throw new HttpError(400, `vendor must be one of ${VENDORS.join(', ')}.`);
  if (value !== 'generic' && kind === 'standalone') {
    throw new HttpError(400, 'A standalone launch is for the generic server.');
  }
  return value;
}

function userFor(value: unknown, kind: unknown, patient: unknown): PortalUser | undefined {
  if (value === undefined) return undefined;
  const user = PORTAL_USERS.find((one) => one === value);
  if (!user) throw new HttpError(400, `user must be one of ${PORTAL_USERS.join(', ')}.`);
  if (kind !== 'standalone' && user !== 'clinician') {
    throw new HttpError(
      400,
      'A launch from the EHR is the clinician’s. Only a standalone launch has another user.',
    );
  }
  if (patient === undefined) throw new HttpError(400, 'Who signs in is said of a patient.');
  return user;
}

/** A patient who signs in alone has no chart of an EHR that could change. */
function hubFor(value: unknown, kind: unknown): boolean {
  if (value !== undefined && typeof value !== 'boolean')
    throw new HttpError(400, 'hub must be true or false.');
  if (value === true && kind === 'standalone')
    throw new HttpError(400, 'A standalone launch has no chart that a hub could tell of.');
  return value === true;
}

function styleFor(value: unknown): StyleName | undefined {
  if (value === undefined || isStyleName(value)) return value;
  throw new HttpError(400, `style must be one of ${Object.keys(STYLES).join(', ')}.`);
}

function optionalText(name: string, value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new HttpError(400, `${name} must be text.`);
}

function optionalList(name: string, value: unknown): readonly unknown[] | undefined {
  if (value === undefined || Array.isArray(value)) return value;
  throw new HttpError(400, `${name} must be a list.`);
}

function lifeSeconds(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 86_400) return value;
  throw new HttpError(400, 'tokenLifeSeconds must be a whole number from 1 to 86400.');
}
