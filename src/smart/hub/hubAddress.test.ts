import { expect, test } from 'vitest';
import { siteOf } from '../../testing/sessionFixture.ts';
import { hubOutcome, socketAddress } from './hubAddress.ts';

const ISS = 'https://fhir.general.example/r4';
const site = siteOf({
  fhircast: true,
  extraOrigins: ['https://hub.general.example'],
  authOrigins: ['https://login.general.example'],
});
const standing = (hubUrl: string | undefined, more: object = {}) =>
  hubOutcome({ site, iss: ISS, hubUrl, hubTopic: 'topic-1', ...more });

test('a hub is used on the origins that may have the token, and nowhere else', () => {
  for (const origin of [
    'https://fhir.general.example',
    'https://hub.general.example',
    'https://login.general.example',
  ])
    expect(standing(`${origin}/fhircast`)).toEqual({ url: `${origin}/fhircast`, topic: 'topic-1' });
  for (const url of [
    'https://evil.example/fhircast',
    'https://hub.general.example.evil.example/',
    'https://hub.general.example:8443/',
    'https://HUB.general.example.:443/',
  ])
    expect([url, standing(url)]).toEqual([url, 'foreignOrigin']);
});

test('a hub that the site file does not follow, or that has no topic, is not used', () => {
  expect(standing(undefined)).toBe('none');
  expect(standing('https://hub.general.example/', { site: siteOf() })).toBe('notFollowedHere');
  expect(standing('https://hub.general.example/', { hubTopic: undefined })).toBe('withoutTopic');
  expect(standing('https://hub.general.example/', { hubTopic: 'x'.repeat(1001) })).toBe('withoutTopic');
});

test('an address that is none, is not secure or hides another is not used', () => {
  for (const url of [
    'hub',
    '/hub',
    'http://hub.general.example/',
    'wss://hub.general.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://hub.general.example/1',
    'https://user:word@hub.general.example/',
    'https://hub.general.example/#x',
    'https://hub.general.example/ x',
    'https:\\\\hub.general.example/',
    'https://hub.general\n.example/',
  ])
    expect([url, standing(url)]).toEqual([url, 'unusableAddress']);
});

test('a socket is wss on an allowed origin; ws leads to this machine alone', () => {
  expect(socketAddress('wss://hub.general.example/ee30d3b9', { site, iss: ISS })).toBe(
    'wss://hub.general.example/ee30d3b9',
  );
  for (const address of [
    '',
    'ws://hub.general.example/1',
    'wss://evil.example/1',
    'https://hub.general.example/1',
    'wss://a:b@hub.general.example/1',
  ])
    expect([address, socketAddress(address, { site, iss: ISS })]).toEqual([address, undefined]);
  const local = { site: siteOf({ fhircast: true, authOrigins: [] }), iss: 'http://127.0.0.1:5300/fhir' };
  expect(socketAddress('ws://127.0.0.1:5300/s/1', local)).toBe('ws://127.0.0.1:5300/s/1');
  expect(socketAddress('ws://127.0.0.1:5301/s/1', local)).toBeUndefined();
  expect(socketAddress('ws://localhost:5300/s/1', local)).toBeUndefined();
});
