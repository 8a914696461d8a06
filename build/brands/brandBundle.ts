import * as v from 'valibot';
import { comparableIssuer } from '../../src/smart/site/site.ts';
import { baseOfEntry, BrandReferences, type Placed } from './brandReferences.ts';

/**
 * The parts of a brands bundle that Longview reads. Whatever else stands there is passed over.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/brands.html
 */
const text = v.optional(v.string());
const reference = v.looseObject({ reference: text });
const extension = v.looseObject({
  url: v.string(),
  valueString: text,
  valueCode: text,
  valueReference: v.optional(reference),
  extension: v.optional(
    v.array(v.looseObject({ url: v.string(), valueString: text, valueReference: v.optional(reference) })),
    [],
  ),
});
const extensions = v.optional(v.array(extension), []);

const endpointSchema = v.looseObject({
  resourceType: v.literal('Endpoint'),
  id: v.string(),
  status: v.string(),
  address: v.string(),
  connectionType: v.looseObject({ code: v.string() }),
  extension: extensions,
});
export type BrandEndpoint = Placed<v.InferOutput<typeof endpointSchema>>;

const organizationSchema = v.looseObject({
  resourceType: v.literal('Organization'),
  id: v.string(),
  active: v.optional(v.boolean(), true),
  name: v.string(),
  alias: v.optional(v.array(v.nullable(v.string())), []),
  partOf: v.optional(reference),
  endpoint: v.optional(v.array(reference), []),
  // A hospital is not lost because its town cannot be read.
  address: v.optional(
    v.array(v.fallback(v.looseObject({ city: text, state: text, postalCode: text }), {})),
    [],
  ),
  extension: extensions,
});
export type BrandOrganization = Placed<v.InferOutput<typeof organizationSchema>>;

const MOST_ENTRIES = 50_000;

const bundleSchema = v.looseObject({
  resourceType: v.literal('Bundle', 'must be Bundle'),
  type: v.literal('collection', 'must be collection: brands are published as one'),
  timestamp: text,
  entry: v.pipe(
    v.array(v.unknown()),
    v.maxLength(MOST_ENTRIES, `must not hold more than ${MOST_ENTRIES} entries`),
  ),
});

const entrySchema = v.looseObject({
  fullUrl: text,
  resource: v.looseObject({ resourceType: v.string() }),
});

/** Returns the same text for two forms of an address of a server. Some servers do not tell capitals in a path apart. */
export const issuerKey = (iss: string): string =>
  (comparableIssuer(iss) ?? iss).replace(/\/+$/, '').toLowerCase();

/** Counts what is left out, by its reason. */
export type LeftOut = Map<string, number>;
export const leaveOut = (leftOut: LeftOut, reason: string): void =>
  void leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);

export type BrandResources = {
  readonly endpoints: BrandReferences<BrandEndpoint>;
  readonly organizations: BrandReferences<BrandOrganization>;
};

/** Says what is wrong with a brands bundle as a whole. Stops the build. */
export class BrandsError extends Error {
  override name = 'BrandsError' as const;
}

/** Returns the resources of a bundle. One that cannot be read is counted. @throws {BrandsError} where it is no brands bundle */
export function resourcesOf(document: unknown, source: string, leftOut: LeftOut): BrandResources {
  const bundle = v.safeParse(bundleSchema, document);
  if (!bundle.success) {
    const wrong = bundle.issues.slice(0, 5).map((issue) => `/${v.getDotPath(issue) ?? ''} ${issue.message}`);
    throw new BrandsError(`${source} is not a brands bundle:\n  ${wrong.join('\n  ')}`);
  }
  const endpoints = new BrandReferences<BrandEndpoint>('Endpoint', ({ address }) => issuerKey(address));
  const organizations = new BrandReferences<BrandOrganization>('Organization', ({ name }) => name);
  for (const one of bundle.output.entry) {
    const entry = v.safeParse(entrySchema, one);
    if (!entry.success) {
      leaveOut(leftOut, 'entries that hold no resource');
      continue;
    }
    const { fullUrl, resource } = entry.output;
    const keep = <One extends { readonly id: string }>(
      schema: v.GenericSchema<unknown, One>,
      all: BrandReferences<Placed<One>>,
    ): void => {
      const read = v.safeParse(schema, resource);
      if (!read.success) leaveOut(leftOut, `${resource.resourceType} resources that cannot be read`);
      else if (!all.add({ ...read.output, base: baseOfEntry(fullUrl) }, fullUrl))
        leaveOut(leftOut, `${resource.resourceType} resources that stand twice under one id`);
    };
    if (resource.resourceType === 'Endpoint') keep(endpointSchema, endpoints);
    else if (resource.resourceType === 'Organization') keep(organizationSchema, organizations);
    else leaveOut(leftOut, 'resources that are neither Organization nor Endpoint');
  }
  return { endpoints, organizations };
}
