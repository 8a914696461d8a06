import { fhirBases, type Vendor } from '../vendors/vendor.ts';

type Place = {
  readonly id: string;
  readonly name: string;
  readonly towns: readonly (readonly [city: string, state: string])[];
  readonly alias?: readonly string[];
  readonly portal?: string;
  readonly endpoint?: Vendor | 'silent' | 'old' | 'stranger';
  readonly partOf?: string;
};

/**
 * The places are invented: one with two older names, two of one name, affiliates of one portal, one that does not answer, and
 * one on a host that the template does not allow.
 */
const PLACES: readonly Place[] = [
  {
    id: 'lakeside',
    name: 'Lakeside Health',
    towns: [
      ['Madison', 'WI'],
      ['Sun Prairie', 'WI'],
      ['Monona', 'WI'],
    ],
    alias: ['Lakeside Memorial', 'Four Lakes Clinic'],
    portal: 'MyLakeside',
    endpoint: 'generic',
  },
  { id: 'lakeside-eye', name: 'Lakeside Eye Center', towns: [['Madison', 'WI']], partOf: 'lakeside' },
  { id: 'lakeside-kids', name: 'Lakeside Children’s', towns: [['Monona', 'WI']], partOf: 'lakeside' },
  {
    id: 'mercy-a',
    name: 'Mercy Hospital',
    towns: [['Des Moines', 'IA']],
    portal: 'MercyChart',
    endpoint: 'epic',
  },
  {
    id: 'mercy-b',
    name: 'Mercy Hospital',
    towns: [['Joplin', 'MO']],
    portal: 'Mercy Link',
    endpoint: 'oracle',
  },
  {
    id: 'jose',
    name: 'Clínica San José',
    towns: [['El Paso', 'TX']],
    portal: 'MiSalud',
    endpoint: 'meditech',
  },
  { id: 'silent', name: 'Silent Valley Clinic', towns: [['Moab', 'UT']], endpoint: 'silent' },
  { id: 'stranger', name: 'Stranger Clinic', towns: [['Reno', 'NV']], endpoint: 'stranger' },
  { id: 'old', name: 'Old Mill Clinic', towns: [['Salem', 'OR']], endpoint: 'old' },
  ...['Birch', 'Cedar', 'Maple', 'Oak', 'Willow'].map((tree) => ({
    id: `family-${tree.toLowerCase()}`,
    name: `${tree} Street Family Doctors`,
    towns: [['Madison', 'WI'] as const],
    partOf: 'lakeside',
  })),
];

const EXTENSIONS = 'http://hl7.org/fhir/StructureDefinition';

/** Returns a small brands bundle of invented places whose endpoints are those of this sandbox. */
export const sampleBrands = (origin: string): object => ({
  resourceType: 'Bundle',
  type: 'collection',
  timestamp: '2026-11-01T12:00:00Z',
  entry: [
    ...Object.entries({
      ...fhirBases(origin),
      silent: `${origin}/nowhere/r4`,
      old: `${origin}/fhir/dstu2`,
      stranger: 'https://fhir.stranger.example/r4',
    }).map(([id, address]) => ({ fullUrl: `${origin}/Endpoint/${id}`, resource: endpointOf(id, address) })),
    ...PLACES.map((place) => ({
      fullUrl: `${origin}/Organization/${place.id}`,
      resource: organizationOf(place),
    })),
  ],
});

/** Returns the template for the endpoints that the sandbox's own list of sites does not have. */
export const sampleTemplate = (origin: string) => ({
  clientId: 'longview-sandbox',
  hosts: [new URL(origin).hostname],
});

const endpointOf = (id: string, address: string): object => ({
  resourceType: 'Endpoint',
  id,
  status: 'active',
  address,
  connectionType: {
    system: 'http://terminology.hl7.org/CodeSystem/endpoint-connection-type',
    code: 'hl7-fhir-rest',
  },
  extension: [{ url: `${EXTENSIONS}/endpoint-fhir-version`, valueCode: id === 'old' ? '1.0.2' : '4.0.1' }],
});

const organizationOf = ({ id, name, towns, alias = [], portal, endpoint, partOf }: Place): object => ({
  resourceType: 'Organization',
  id,
  active: true,
  name,
  alias,
  address: towns.map(([city, state]) => ({ city, state })),
  ...(partOf !== undefined && { partOf: { reference: `Organization/${partOf}` } }),
  ...(endpoint !== undefined && {
    extension: [
      {
        url: `${EXTENSIONS}/organization-portal`,
        extension: [
          ...(portal === undefined ? [] : [{ url: 'portalName', valueString: portal }]),
          { url: 'portalEndpoint', valueReference: { reference: `Endpoint/${endpoint}` } },
        ],
      },
    ],
  }),
});
