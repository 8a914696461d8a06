import type {
  CapabilityStatement,
  CapabilityStatementRestResource,
  CapabilityStatementRestResourceSearchParam,
} from 'fhir/r4';
import { ROUTES } from '../authorization/configuration.ts';
import { SEARCH_TYPES, SEARCHABLE_TYPES, type SearchableType } from './searchTypes.ts';

const OAUTH_URIS = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';

export const capabilityStatement = (origin: string): CapabilityStatement => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-01-01',
  kind: 'instance',
  software: { name: 'Longview sandbox EHR' },
  implementation: { description: 'Synthetic patients, read only', url: `${origin}/fhir/r4` },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json', 'json'],
  rest: [
    {
      mode: 'server',
      security: {
        cors: true,
        service: [
          {
            coding: [
              {
                system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                code: 'SMART-on-FHIR',
              },
            ],
          },
        ],
        extension: [
          {
            url: OAUTH_URIS,
            extension: [
              { url: 'authorize', valueUri: origin + ROUTES.authorization },
              { url: 'token', valueUri: origin + ROUTES.token },
            ],
          },
        ],
      },
      resource: [...SEARCHABLE_TYPES.map(served), { type: 'Practitioner', interaction: [{ code: 'read' }] }],
    },
  ],
});

function served(type: SearchableType): CapabilityStatementRestResource {
  const table = SEARCH_TYPES[type];
  const patient = type === 'Patient' ? [] : (table?.patient ?? []);
  const searchParam: CapabilityStatementRestResourceSearchParam[] = [
    ...patient.map((name) => ({ name, type: 'reference' as const })),
    { name: '_id', type: 'token' },
    { name: '_lastUpdated', type: 'date' },
    ...Object.keys(table?.tokens ?? {}).map((name) => ({ name, type: 'token' as const })),
    ...Object.keys(table?.dates ?? {}).map((name) => ({ name, type: 'date' as const })),
  ];
  return { type, interaction: [{ code: 'read' }, { code: 'search-type' }], searchParam };
}
