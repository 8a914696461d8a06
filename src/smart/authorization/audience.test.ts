// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { openSession } from '../session/session.ts';
import type { LaunchKind, Site } from '../site/site.ts';
import { audienceOf } from './audience.ts';

const tokenOf = (fhirUser: string): string =>
  ['e30', Buffer.from(JSON.stringify({ fhirUser })).toString('base64url'), 'x'].join('.');
const sessionOf = (kind: LaunchKind, user: string, audience?: Site['audience']) =>
  openSession(siteOf(audience && { audience }), {
    ...granted('p1'),
    kind,
    idToken: user === '' ? undefined : tokenOf(user),
  });

describe('who opens it chooses the screens', () => {
  test.each<[LaunchKind, string, Site['audience'], string]>([
    ['standalone', '', undefined, 'patient'],
    ['standalone', 'Patient/p1', undefined, 'patient'],
    ['standalone', 'RelatedPerson/r1', undefined, 'patient'],
    ['standalone', 'https://ehr.example/r4/Practitioner/d3', undefined, 'clinician'],
    ['standalone', '', 'clinician', 'clinician'],
    ['standalone', 'Practitioner/d3', 'patient', 'patient'],
    ['standalone', '', 'ask', 'ask'],
    ['standalone', 'Patient/p1', 'ask', 'patient'],
    ['standalone', 'Person/5', 'ask', 'ask'],
    ['ehr', '', undefined, 'clinician'],
    ['ehr', '', 'patient', 'ask'],
    ['ehr', '', 'clinician', 'clinician'],
    ['ehr', 'RelatedPerson/r1', 'patient', 'patient'],
    ['ehr', '', 'ask', 'clinician'],
    ['ehr', 'Practitioner/d3', 'patient', 'clinician'],
    ['ehr', 'Patient/p1', undefined, 'patient'],
  ])('%s launch, user "%s", site file %s: %s', (kind, user, audience, expected) => {
    expect(audienceOf(sessionOf(kind, user, audience))).toBe(expected);
  });

  test('what the person chose comes first, and a stored word that is no choice counts for nothing', () => {
    const session = sessionOf('standalone', 'Patient/p1');
    session.change({ audience: 'clinician' });
    expect(audienceOf(session)).toBe('clinician');
    session.change({ audience: 'administrator' });
    expect(audienceOf(session)).toBe('patient');
  });
});
