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

const someText = v.pipe(v.string(), v.minLength(1, 'must not be empty'));
const isOn = v.optional(v.boolean(), false);

/** Origins and hosts go into headers, so a character that could end a header is refused. */
export const originSchema = matching(
  /^https?:\/\/[A-Za-z0-9._-]+(:[0-9]+)?$/,
  'scheme and host, nothing behind it: https://ehr.example',
);
/** Such a host may frame the app, or every host below one. */
export const ancestorSchema = matching(
  /^https?:\/\/(\*\.)?[A-Za-z0-9._-]+(:[0-9]+)?$/,
  'scheme and host, nothing behind it, or every host below one: https://ehr.example, https://*.ehr.example',
);
/** The address must be absolute. */
export const addressSchema = matching(
  /^https?:\/\/[A-Za-z0-9._-]+(:[0-9]+)?(\/[^?#@\s]*)?$/,
  'an absolute address without query or fragment',
);

const origins = v.pipe(v.array(originSchema), v.readonly());

/**
 * One site of the site file (docs/contract.md, section 2). The build checks files against this schema, `sites.schema.json`
 * is written from it, and the type of a site follows from it. Pages import its types alone, so they load no byte of it.
 */
export const siteSchema = v.strictObject({
  id: matching(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  label: someText,
  /** The FHIR base stays as it was written. With `issPrefix`, every issuer below it belongs to the site too. */
  iss: addressSchema,
  issPrefix: isOn,
  /** It confirms that a prefix is meant on a host that is not this machine. */
  allowPrefix: isOn,
  clientId: someText,
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
  /** The authorization endpoints must be on these origins. Without them, the origin of `iss` counts. */
  authOrigins: v.optional(v.pipe(v.array(originSchema), v.minLength(1, 'must not be empty'), v.readonly())),
  /** These further origins may get the token. */
  extraOrigins: v.optional(origins, []),
  resources: v.optional(
    v.pipe(v.array(matching(/^[A-Z][A-Za-z]+$/, 'the name of a resource type')), v.readonly()),
    ['Encounter', 'MedicationRequest', 'Procedure', 'Condition', 'Immunization', 'DiagnosticReport'],
  ),
  identity: isOn,
  idleMinutes: v.optional(v.pipe(v.number(), v.gtValue(0, 'must be > 0')), 15),
  signIn: v.optional(oneOf(['here', 'window']), 'here'),
  styleOrigins: v.optional(origins, []),
  /** The time zone has an IANA name, or is '' for the zone of the device. */
  timeZone: v.optional(v.string(), ''),
  /** With SI units, haemoglobin, albumin and protein are shown in moles or, as in the United Kingdom and Scandinavia, in g/L. */
  siUnits: v.optional(oneOf(['molar', 'g/L']), 'molar'),
  contact: v.optional(v.string(), ''),
});

/** The site file holds at least one site. */
export const siteFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  sites: v.pipe(v.array(siteSchema), v.minLength(1, 'must not be empty')),
});

/** A site stands in the file like this, with the defaults filled in. */
export type WrittenSite = Readonly<v.InferOutput<typeof siteSchema>>;
