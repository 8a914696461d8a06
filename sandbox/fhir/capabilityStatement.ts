import type {
  CapabilityStatement,
  CapabilityStatementRestResource,
  CapabilityStatementRestResourceSearchParam,
} from 'fhir/r4';
import type { VendorBehaviour } from '../vendors/vendorBehaviour.ts';
import { OAUTH_ROUTES } from '../authorization/providerConfiguration.ts';
import { SEARCH_DEFINITIONS, SEARCHABLE_TYPES, type SearchableType } from './searchDefinitions.ts';

const OAUTH_URIS = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';

export const capabilityStatement = (
  origin: string,
  fhirBase: string,
  { vendor, description, supportsParameter, hasVersions }: VendorBehaviour,
): CapabilityStatement => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-01-01',
  kind: 'instance',
  software: { name: 'Longview sandbox EHR' },
  implementation: { description, url: fhirBase },
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
              { url: 'authorize', valueUri: origin + OAUTH_ROUTES.authorization },
              { url: 'token', valueUri: origin + OAUTH_ROUTES.token },
            ],
          },
        ],
      },
      resource: [
        ...SEARCHABLE_TYPES.map((type) => ({
          ...restResource(type, supportsParameter, hasVersions && type === 'Observation'),
          ...(vendor === 'generic' && type === 'Patient' && { operation: [PATIENT_EXPORT] }),
        })),
        ...READ_ONLY_TYPES.map((type) => ({ type, interaction: [{ code: 'read' as const }] })),
        ...(vendor === 'generic' ? [GROUP] : []),
      ],
      ...(vendor === 'generic' && { operation: [{ name: 'export', definition: `${BULK}/export` }] }),
    },
  ],
});

const BULK = 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition';

const PATIENT_EXPORT = { name: 'export', definition: `${BULK}/patient-export` };

const GROUP: CapabilityStatementRestResource = {
  type: 'Group',
  interaction: [{ code: 'read' }, { code: 'search-type' }],
  operation: [{ name: 'export', definition: `${BULK}/group-export` }],
};

/** These can be read by their id, as results, orders and tokens name them, and are not searched. */
const READ_ONLY_TYPES = ['Practitioner', 'RelatedPerson', 'Device', 'Medication'] as const;

const VERSION_INTERACTIONS: NonNullable<CapabilityStatementRestResource['interaction']> = [
  { code: 'vread' },
  { code: 'history-instance' },
];

function restResource(
  type: SearchableType,
  supportsParameter: VendorBehaviour['supportsParameter'],
  hasVersions: boolean,
): CapabilityStatementRestResource {
  const definition = SEARCH_DEFINITIONS[type];
  const patientParameters = type === 'Patient' ? [] : (definition?.patientParameters ?? []);
  const searchParam: CapabilityStatementRestResourceSearchParam[] = [
    ...patientParameters.map((name) => ({ name, type: 'reference' as const })),
    { name: '_id', type: 'token' },
    { name: '_lastUpdated', type: 'date' },
    ...Object.keys(definition?.tokenParameters ?? {}).map((name) => ({ name, type: 'token' as const })),
    ...Object.keys(definition?.dateParameters ?? {}).map((name) => ({ name, type: 'date' as const })),
  ];
  return {
    type,
    interaction: [{ code: 'read' }, ...(hasVersions ? VERSION_INTERACTIONS : []), { code: 'search-type' }],
    documentation: `A search needs ${definition?.patientParameters.join(' or ')}: the patient of the token.`,
    searchParam: searchParam.filter(({ name }) => supportsParameter(type, name)),
  };
}
