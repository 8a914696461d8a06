/** The build reads these variables: those of the process, and those of `.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Each of these variables is a field of the one site that they describe without JSON. */
const FIELD_OF: Readonly<Record<string, string>> = {
  LONGVIEW_ISS: 'iss',
  LONGVIEW_CLIENT_ID: 'clientId',
  LONGVIEW_LABEL: 'label',
  LONGVIEW_VENDOR: 'vendor',
  LONGVIEW_REDIRECT_URI: 'redirectUri',
  LONGVIEW_TIME_ZONE: 'timeZone',
  LONGVIEW_FRAME_ANCESTORS: 'frameAncestors',
  LONGVIEW_AUTH_ORIGINS: 'authOrigins',
};

/** These are lists, separated by blanks. */
const LISTS: ReadonlySet<string> = new Set(['frameAncestors', 'authOrigins']);

/** These belong to the build and to the tests, and describe no site. */
const OTHERS: ReadonlySet<string> = new Set([
  'LONGVIEW_SITES',
  'LONGVIEW_BRANDS',
  'LONGVIEW_HSTS',
  'LONGVIEW_COMMIT',
  'LONGVIEW_PICTURES',
  'LONGVIEW_HAPI_JARS',
]);

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';

/** Returns whether a variable names a site file, or describes a site, or would if it were not misspelled. */
export const namesSites = (env: Environment): boolean =>
  isSet(env['LONGVIEW_SITES']) ||
  Object.keys(FIELD_OF).some((name) => isSet(env[name])) ||
  unknownVariables(env).length > 0;

/** Returns the site that the variables describe, before it is checked; undefined where they describe none. */
export function siteOfVariables(env: Environment): object | undefined {
  const fields = Object.entries(FIELD_OF).flatMap(([name, field]) => {
    const value = env[name];
    if (!isSet(value)) return [];
    return [[field, LISTS.has(field) ? value.split(/\s+/).filter((word) => word !== '') : value] as const];
  });
  if (fields.length === 0) return undefined;
  return { id: 'site', label: 'the health system', ...Object.fromEntries(fields) };
}

/**
 * Returns the names of variables that look like a part of the site and are none. A field that was misspelled would be left
 * out, and nobody would see it.
 */
export const unknownVariables = (env: Environment): readonly string[] =>
  Object.keys(env).filter(
    (name) =>
      name.startsWith('LONGVIEW_') && isSet(env[name]) && !Object.hasOwn(FIELD_OF, name) && !OTHERS.has(name),
  );

/** Says what may stand in the place of a variable that is none. */
export const variablesText = `expected ${Object.keys(FIELD_OF).join(', ')}, and a site file (LONGVIEW_SITES) for every other field`;

/** Puts the name of the variable before each line of a message that is about its field. */
export function withVariableNames(message: string): string {
  return Object.entries(FIELD_OF).reduce(
    (text, [name, field]) =>
      text.replaceAll(
        new RegExp(`^  (?=/sites/0(?:/${field}\\b| must have required property '${field}'))`, 'gm'),
        `  ${name}: `,
      ),
    message,
  );
}
