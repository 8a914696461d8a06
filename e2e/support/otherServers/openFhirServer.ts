import type { IncomingMessage } from 'node:http';
import { listenOnLocalhost } from '../../../build/freePort.ts';

export type OpenFhirServer = {
  readonly iss: string;
  /** This holds every request that came, in order. */
  readonly asked: readonly IncomingMessage[];
  close(): Promise<void>;
};

const PATIENTS = [
  {
    resourceType: 'Patient',
    id: 'open-1',
    name: [{ family: 'Ashdown', given: ['Ines'] }],
    gender: 'female',
    birthDate: '1961-04-09',
  },
  {
    resourceType: 'Patient',
    id: 'open-2',
    name: [{ family: 'Birch', given: ['Tom'] }],
    gender: 'male',
    birthDate: '1980-11-30',
  },
];

/** These are twelve creatinine results, one a month. */
const observationsOf = (patient: string): object[] =>
  Array.from({ length: 12 }, (_, month) => ({
    resourceType: 'Observation',
    id: `${patient}-creat-${month}`,
    status: 'final',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' },
        ],
      },
    ],
    code: { coding: [{ system: 'http://loinc.org', code: '2160-0', display: 'Creatinine' }] },
    subject: { reference: `Patient/${patient}` },
    effectiveDateTime: `2025-${String(month + 1).padStart(2, '0')}-15T08:00:00Z`,
    valueQuantity: {
      value: (18 + month) / 20,
      unit: 'mg/dL',
      system: 'http://unitsofmeasure.org',
      code: 'mg/dL',
    },
  }));

const bundle = (resources: readonly object[]): object => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  entry: resources.map((resource) => ({ resource, search: { mode: 'match' } })),
});

function answerTo({ pathname, searchParams }: URL): object | undefined {
  const [, type, id] = /^\/fhir\/(\w+)(?:\/([\w-]+))?$/.exec(pathname) ?? [];
  if (type === 'Patient' && id !== undefined) return PATIENTS.find((patient) => patient.id === id);
  if (type === 'Patient') {
    const name = (searchParams.get('name') ?? '').toLowerCase();
    return bundle(PATIENTS.filter((patient) => JSON.stringify(patient.name).toLowerCase().includes(name)));
  }
  if (type === 'Observation' && id === undefined)
    return bundle(observationsOf(searchParams.get('patient') ?? ''));
  return type === undefined ? undefined : bundle([]);
}

/** A FHIR server that asks nobody who asks, as HAPI's container does. It answers every origin. */
export async function startOpenFhirServer(): Promise<OpenFhirServer> {
  const asked: IncomingMessage[] = [];
  const server = await listenOnLocalhost((request, response) => {
    asked.push(request);
    const found = answerTo(new URL(request.url ?? '/', 'http://localhost'));
    response
      .writeHead(found === undefined ? 404 : 200, {
        'content-type': 'application/fhir+json',
        'access-control-allow-origin': '*',
      })
      .end(JSON.stringify(found ?? { resourceType: 'OperationOutcome', issue: [] }));
  }, 0);
  return { iss: `http://localhost:${server.port}/fhir`, asked, close: () => server.close() };
}
