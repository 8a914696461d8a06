/* oxlint-disable longview/texts-in-catalogs -- the build says these to whoever writes a site file, and no page does */
import * as v from 'valibot';

const matching = (pattern: RegExp, expected: string) =>
  v.pipe(
    v.string(),
    v.regex(pattern, `must match pattern "${pattern.source}"; expected ${expected}`),
    v.description(expected),
  );

const oneOf = <const Words extends readonly string[]>(words: Words) =>
  v.picklist(words, `must be equal to one of the allowed values: ${words.join(', ')}`);

/**
 * A scope has the characters of RFC 6749, section 3.3, and one of a FHIR type has the form of SMART, version 1 or 2, with or
 * without a query: `patient/Observation.rs?category=http://…|laboratory`.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#scopes-for-requesting-fhir-resources
 */
const SCOPE =
  /^(?:(?!(?:patient|user|system)\/)[!#-[\]-~]+|(?:patient|user|system)\/(?:\*|[A-Z][A-Za-z]+)\.(?:read|write|\*|(?=[cruds])c?r?u?d?s?)(?:\?[a-z_][A-Za-z_.:-]*=[!#-%'-[\]-~]+(?:&[a-z_][A-Za-z_.:-]*=[!#-%'-[\]-~]+)*)?)$/;

/**
 * These are control characters, characters that are not seen, and marks of direction: a name with one of them can read as
 * another.
 * The joiners U+200C and U+200D are not among them, because some scripts need them.
 */
const HIDDEN = String.raw`\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\udb40`;
const VISIBLE = new RegExp(String.raw`^(?!\s)[^${HIDDEN}]*(?<!\s)$`);
/** Returns whether a text reads as what it is, without hidden characters and without blanks at its ends. */
export const isVisibleText = (text: string): boolean => VISIBLE.test(text);
const visibleText = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.maxLength(maxLength, `must not be longer than ${maxLength} characters`),
    v.regex(
      VISIBLE,
      'must hold no control character, hidden character or mark of direction, and no blank at its ends',
    ),
  );
/** A label is read by people and stands in headings. */
const labelText = v.pipe(visibleText(100), v.minLength(1, 'must not be empty'));
/** A client id has visible signs of ASCII alone (RFC 6749, appendix A.1). */
const clientIdText = v.pipe(
  v.string(),
  v.minLength(1, 'must not be empty'),
  v.maxLength(200, 'must not be longer than 200 characters'),
  v.regex(/^[!-~]([ -~]*[!-~])?$/, 'must hold visible ASCII characters only'),
);
const isOn = v.optional(v.boolean(), false);

/** Origins and hosts go into headers, so a character that could end a header is refused. */
export const originSchema = matching(
  /^https?:\/\/[A-Za-z0-9._-]+(:[0-9]+)?$/,
  'scheme and host, nothing behind it: https://ehr.example',
);
/** Such a host may frame the app. A wildcard would let in every page that anyone can put below a host (RFC 9700, 4.16). */
export const ancestorSchema = matching(
  /^https?:\/\/[A-Za-z0-9._-]+(:[0-9]+)?$/,
  'scheme and host of each page that frames Longview, without a wildcard: https://ehr.example',
);
/** The address must be absolute. Its path has the characters of RFC 3986, section 3.3, except `@`. */
export const addressSchema = matching(
  /^https?:\/\/[A-Za-z0-9._-]+(:[0-9]+)?(\/[A-Za-z0-9._~!$&'()*+,;=:%/-]*)?$/,
  'an absolute address without user name, query or fragment',
);

const SYSTEM_URI = 'the URI of a system: urn:oid:1.2.3, https://ehr.example/mrn';
/** Systems of identifiers are compared letter by letter. */
const systemUri = matching(/^[a-zA-Z][a-zA-Z0-9+.-]*:[!-~]+$/, SYSTEM_URI);

const origins = v.pipe(v.array(originSchema), v.readonly());

/**
 * This is one site of the site file (docs/contract.md, section 2). The build checks files against this schema,
 * `sites.schema.json` is written from it, and the type of a site follows from it. Pages import its types alone, so they load no
 * byte of it.
 */
export const siteSchema = v.strictObject({
  id: matching(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  label: labelText,
  /** The FHIR base stays as it was written. With `issPrefix`, every issuer below it belongs to the site too. */
  iss: addressSchema,
  issPrefix: isOn,
  /** It confirms that a prefix is meant on a host that is not this machine. */
  allowPrefix: isOn,
  clientId: clientIdText,
  /** The FHIR server asks for no sign-in: for test data on this machine alone (docs/decisions/0056). */
  open: v.optional(v.boolean()),
  /** The redirect URI is absolute, or left out for `index.html` beside the page. */
  redirectUri: v.optional(addressSchema),
  launch: v.optional(
    v.pipe(
      v.array(oneOf(['ehr', 'standalone'])),
      v.minLength(1, 'must not be empty'),
      v.check((kinds) => new Set(kinds).size === kinds.length, 'must NOT have duplicate items'),
      v.readonly(),
    ),
    ['ehr', 'standalone'],
  ),
  /** The vendor chooses the row of `record/vendors.ts`, and nothing else. */
  vendor: v.optional(oneOf(['generic', 'epic', 'oracle', 'meditech']), 'generic'),
  scopes: v.optional(
    v.union(
      [
        v.picklist(['auto', 'v1', 'v2']),
        v.pipe(v.array(v.pipe(v.string(), v.regex(SCOPE))), v.minLength(1), v.readonly()),
      ],
      'must be one of auto, v1, v2, or a list of scopes, such as patient/Observation.rs?category=http://…|laboratory',
    ),
    'auto',
  ),
  pkce: v.optional(oneOf(['required', 'always']), 'required'),
  refresh: v.optional(oneOf(['none', 'online', 'offline']), 'none'),
  frameAncestors: v.optional(v.pipe(v.array(ancestorSchema), v.readonly()), []),
  /** This is the `issuer` of the discovery document, letter by letter, where it is on none of the origins below. */
  issuer: v.optional(addressSchema),
  /** The authorization endpoints must be on these origins. Without them, the origin of `iss` counts. */
  authOrigins: v.optional(v.pipe(v.array(originSchema), v.minLength(1, 'must not be empty'), v.readonly())),
  /** These further origins may get the token. */
  extraOrigins: v.optional(origins, []),
  resources: v.optional(
    v.pipe(v.array(matching(/^[A-Z][A-Za-z]+$/, 'the name of a resource type')), v.readonly()),
    ['Encounter', 'MedicationRequest', 'Procedure', 'Condition', 'Immunization', 'DiagnosticReport'],
  ),
  identity: isOn,
  idleMinutes: v.optional(
    v.pipe(
      v.number(),
      v.minValue(1, 'must be > 0: from 1 to 720 minutes'),
      v.maxValue(720, 'must be <= 720 minutes, which are 12 hours'),
    ),
    15,
  ),
  /** A session ends after so many hours, however much it is used. Fractions are allowed. */
  maxHours: v.optional(
    v.pipe(
      v.number(),
      v.gtValue(0, 'must be > 0: up to 24 hours, fractions allowed'),
      v.maxValue(24, 'must be <= 24 hours, which are a day'),
    ),
    12,
  ),
  signIn: v.optional(oneOf(['here', 'window']), 'here'),
  /** Follows the chart of the EHR where the token response names a hub (docs/fhircast.md). */
  fhircast: isOn,
  styleOrigins: v.optional(origins, []),
  /** The time zone has an IANA name, or is '' for the zone of the device. */
  timeZone: v.optional(v.string(), ''),
  /** Shifts begin at these times of the day: the columns of the grid may hold one shift each. */
  shifts: v.optional(
    v.pipe(
      v.array(matching(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'a time of the day on a 24-hour clock: 07:00')),
      v.minLength(2, 'must hold the beginnings of at least two shifts'),
      v.maxLength(8, 'must not hold more than eight shifts'),
      v.check(
        (times) => times.every((time, i) => i === 0 || time > times[i - 1]!),
        'must be in ascending order, each time once',
      ),
      v.readonly(),
    ),
    ['07:00', '19:00'],
  ),
  /**
   * Concentrations are shown in these units until the reader chooses others. `si-mass` is SI with haemoglobin, albumin and protein
   * in g/L, as in the United Kingdom and Scandinavia.
   */
  concentrations: v.optional(oneOf(['as-sent', 'si', 'si-mass', 'conventional']), 'as-sent'),
  /** The number beside the patient's name is of this system, or of the first in a list that has one. */
  identifierSystem: v.optional(
    v.union(
      [systemUri, v.pipe(v.array(systemUri), v.minLength(1, 'must not be empty'), v.readonly())],
      `must be ${SYSTEM_URI}, or a list of such`,
    ),
  ),
  contact: v.optional(visibleText(400), ''),
  /**
   * It says who looks where patients sign in on their own, and so which screens are shown. Without it, the signed-in user
   * decides.
   */
  audience: v.optional(oneOf(['patient', 'clinician', 'ask'])),
  /** A patient with a critical result is told to call this: a telephone number, with or without words around it. */
  call: v.optional(v.pipe(visibleText(200), v.minLength(1, 'must not be empty'))),
});

/** These are the same for no two endpoints, or have no part in a patient's own sign-in. */
const NOT_IN_TEMPLATE = [
  'id',
  'label',
  'iss',
  'issPrefix',
  'allowPrefix',
  'open',
  'redirectUri',
  'launch',
  'frameAncestors',
  'issuer',
  'signIn',
  'styleOrigins',
  'fhircast',
] as const;

/** This is what holds for every endpoint of a brands bundle (docs/decisions/0055). */
const brandTemplateSchema = v.strictObject({
  ...v.omit(siteSchema, NOT_IN_TEMPLATE).entries,
  /** Each authorization server needs a page of its own: `{host}` stands for the host of the endpoint. */
  redirectUri: v.optional(
    matching(
      /^https?:\/\/[A-Za-z0-9._-]+(:[0-9]+)?(\/[A-Za-z0-9._~!$&'()*+,;=:%/{}-]*)?$/,
      'an absolute address, {host} for the host of the endpoint: https://longview.example/{host}.html',
    ),
  ),
  /** A bundle is written by others, so the site file says where sign-ins may go. */
  hosts: v.pipe(
    v.array(
      matching(
        /^(?:\*|(?:\*\.)?[a-z0-9][a-z0-9.-]*)$/,
        'a host, all hosts below one, or * for all: fhir.general.example, *.general.example',
      ),
    ),
    v.minLength(1, 'must not be empty'),
    v.readonly(),
  ),
});

/** This is the template as it stands in the file, with the defaults filled in. */
export type BrandTemplate = Readonly<v.InferOutput<typeof brandTemplateSchema>>;

/** The site file holds at least one site, or a template for those of a brands bundle. */
export const siteFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  sites: v.array(siteSchema),
  brands: v.optional(brandTemplateSchema),
});

/** A site stands in the file like this, with the defaults filled in. */
export type WrittenSite = Readonly<v.InferOutput<typeof siteSchema>>;
