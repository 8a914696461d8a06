import type { Site } from '../../src/smart/site/site.ts';
import type { BrandTemplate } from '../../src/smart/site/siteSchema.ts';
import { checkedTemplate } from '../sites/siteFile.ts';
import { brandedSites, type BrandedSites } from './brandSites.ts';

export const R4 = [
  { url: 'http://hl7.org/fhir/StructureDefinition/endpoint-fhir-version', valueCode: '4.0.1' },
];
export const endpoint = (id: string, address: string, more: object = {}): object => ({
  resourceType: 'Endpoint',
  id,
  status: 'active',
  address,
  connectionType: { code: 'hl7-fhir-rest' },
  extension: R4,
  ...more,
});
export const organization = (
  id: string,
  name: string,
  endpoints: readonly string[],
  more: object = {},
): object => ({
  resourceType: 'Organization',
  id,
  name,
  endpoint: endpoints.map((one) => ({ reference: `Endpoint/${one}` })),
  ...more,
});
export const bundle = (...resources: readonly object[]): object => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});
export const templateOf = (more: object = {}): BrandTemplate => {
  const template = checkedTemplate(
    {
      clientId: 'patients',
      vendor: 'epic',
      hosts: ['*.care.example'],
      redirectUri: 'https://longview.example/{host}.html',
      ...more,
    },
    'sites.json',
  );
  if (template === undefined) throw new Error('no template');
  return template;
};
export const readBrands = (document: object, more: object = {}, sites: readonly Site[] = []): BrandedSites =>
  brandedSites(sites, templateOf(more), document, 'brands.json');
/** Returns what the build says when one fitting place stands beside these. */
export const reportBeside = (...resources: readonly object[]): string =>
  readBrands(
    bundle(
      endpoint('good', 'https://good.care.example/r4'),
      organization('good', 'Good Care', ['good']),
      ...resources,
    ),
  ).report;
