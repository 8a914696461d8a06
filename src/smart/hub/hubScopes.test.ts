import { expect, test } from 'vitest';
import { grantedHubEvents } from './hubScopes.ts';

const CHARTS = ['Patient-open', 'Patient-close', 'Encounter-open'];
const events = (scope: string) => grantedHubEvents({ scope });

test('the events are those that were granted, whatever the letters, and nothing that was only written', () => {
  expect(events('fhircast/patient-open.read fhircast/Encounter-Open.*')).toEqual([
    'Patient-open',
    'Encounter-open',
  ]);
  expect(events('fhircast/Patient-open.read fhircast/Patient-close.write')).toEqual(['Patient-open']);
});

test('where the server names no chart, all charts are asked for', () => {
  for (const scope of ['', 'patient/*.rs', 'fhircast/*.read', 'fhircast/*.*', 'fhircast/SyncError.write'])
    expect(events(scope)).toEqual(CHARTS);
});

test('the end of the sign-in is asked for where it was granted by name, because other hubs may refuse it', () => {
  expect(events('fhircast/Patient-open.read fhircast/UserLogout.read')).toEqual([
    'Patient-open',
    'UserLogout',
  ]);
  expect(events('fhircast/*.read fhircast/userlogout.*')).toEqual([...CHARTS, 'UserLogout']);
  expect(events('fhircast/userlogout.read')).toEqual([...CHARTS, 'UserLogout']);
});
