import { describe, expect, test } from 'vitest';
import { siteOfArguments, type ServerValues } from './serverArguments.ts';

const ISS = 'https://fhir.general.example/r4';
const site = (values: ServerValues) => siteOfArguments({ iss: ISS, 'client-id': 'longview', ...values });

test('without options there is no site, and the sandbox is served', () => {
  expect(siteOfArguments({})).toBeUndefined();
});

test('two options are enough', () => {
  expect(site({})).toMatchObject({
    iss: ISS,
    clientId: 'longview',
    label: 'fhir.general.example',
    vendor: 'generic',
    scopes: 'auto',
    authOrigins: ['https://fhir.general.example'],
    frameAncestors: [],
  });
});

test('every option becomes a field of the site', () => {
  expect(
    site({
      vendor: 'epic',
      scopes: 'patient/Patient.read  patient/Observation.read',
      pkce: 'always',
      label: 'General',
      'time-zone': 'America/Chicago',
      'auth-origin': ['https://login.example'],
      'frame-ancestor': ['https://ehr.example'],
    }),
  ).toMatchObject({
    vendor: 'epic',
    scopes: ['patient/Patient.read', 'patient/Observation.read'],
    pkce: 'always',
    label: 'General',
    timeZone: 'America/Chicago',
    authOrigins: ['https://fhir.general.example', 'https://login.example'],
    frameAncestors: ['https://ehr.example'],
  });
  expect(site({ scopes: 'v1' })?.scopes).toBe('v1');
});

test.each(['http://localhost:8080/fhir', 'http://127.0.0.1:8080/fhir'])(
  'http is allowed to this machine, %s',
  (iss) => {
    expect(site({ iss })?.iss).toBe(iss);
  },
);

test.each<readonly [string, ServerValues, string]>([
  ['no client id', { 'client-id': undefined }, '--client-id is missing: register Longview'],
  ['an option without a server', { iss: undefined }, '--client-id describes a server, so it needs --iss too'],
  ['no address', { iss: 'fhir.example/r4' }, 'is no address of a server; write it whole'],
  ['a file', { iss: 'file:///etc/passwd' }, 'is no address of a server'],
  ['a script', { iss: 'javascript:alert(1)' }, 'is no address of a server'],
  [
    'http on another host',
    { iss: 'http://fhir.example/r4' },
    'must be https, since http is for this machine alone',
  ],
  ['a host that only begins as this machine', { iss: 'http://localhost.evil.example/r4' }, 'must be https'],
  [
    'a user name',
    { iss: 'https://me:secret@fhir.example/r4' },
    'has a user name or password; write https://fhir.example',
  ],
  ['a query', { iss: `${ISS}?x=1` }, 'has a query; leave out'],
  ['a fragment', { iss: `${ISS}#x` }, 'has a fragment; leave out'],
  [
    'the discovery document',
    { iss: `${ISS}/.well-known/smart-configuration` },
    `write the FHIR base before it, ${ISS}`,
  ],
  ['the capability statement', { iss: `${ISS}/metadata` }, `write the FHIR base before it, ${ISS}`],
  [
    'a way back in the path',
    { iss: 'https://fhir.example/x/../r4' },
    'is read by browsers as https://fhir.example/r4',
  ],
  ['a line break', { iss: 'https://fhir.example/r4\n' }, 'is read by browsers as'],
  [
    'an unknown vendor',
    { vendor: 'cerner' },
    '--vendor must be equal to one of the allowed values: generic, epic',
  ],
  [
    'a scope that writes',
    { scopes: 'patient/Observation.write' },
    '--scopes patient/Observation.write asks for a right to write',
  ],
  [
    'a scope that is none',
    { scopes: 'patient/Observation' },
    '--scopes must be one of auto, v1, v2, or a list',
  ],
  [
    'an origin with a path',
    { 'auth-origin': ['https://login.example/realms'] },
    '--auth-origin must match pattern',
  ],
  ['an origin over http', { 'auth-origin': ['http://login.example'] }, '--auth-origin must be https'],
  ['a wildcard', { 'frame-ancestor': ['https://*.example'] }, '--frame-ancestor must match pattern'],
  ['a client id with a line break', { 'client-id': 'a\nb' }, '--client-id must hold visible ASCII'],
  ['a zone that is none', { 'time-zone': 'Chicago' }, '--time-zone Chicago is not an IANA time zone'],
  [
    'a PKCE that is none',
    { pkce: 'off' },
    '--pkce must be equal to one of the allowed values: required, always',
  ],
])('%s is said in one sentence', (_, values, why) => {
  expect(() => site(values)).toThrow(why);
});

test('a secret in an address is not repeated', () => {
  expect(() => site({ iss: 'https://me:secret@fhir.example/r4' })).not.toThrow('secret');
});

describe('--open', () => {
  const open = (iss: string, values: ServerValues = {}) => siteOfArguments({ iss, open: true, ...values });

  test('opens a server of this machine without a client, a launch or a sign-in', () => {
    expect(open('http://localhost:8080/fhir')).toMatchObject({ open: true, launch: [], clientId: 'none' });
  });

  test('opens another host only where it is named once more', () => {
    const iss = 'https://hapi.example/r4';
    expect(() => open(iss)).toThrow('add --open-host hapi.example');
    expect(() => open(iss, { 'open-host': ['other.example'] })).toThrow('add --open-host hapi.example');
    expect(open(iss, { 'open-host': ['hapi.example'] })).toMatchObject({ open: true, iss });
  });

  test.each<readonly [string, string, ServerValues, string]>([
    [
      'http to another host, even if it is named',
      'http://hapi.example/r4',
      { 'open-host': ['hapi.example'] },
      'must be https',
    ],
    ['a host that only begins as this machine', 'https://localhost.evil.example/r4', {}, 'add --open-host'],
    ['a client id', 'http://localhost:8080/fhir', { 'client-id': 'x' }, '--client-id belongs to a sign-in'],
    [
      'a host that is an address',
      'http://localhost:8080/fhir',
      { 'open-host': ['https://a.example'] },
      'is no host; write its name alone',
    ],
    ['all hosts at once', 'http://localhost:8080/fhir', { 'open-host': ['*'] }, 'is no host'],
  ])('refuses %s', (_, iss, values, why) => {
    expect(() => open(iss, values)).toThrow(why);
  });

  test('is needed for --open-host', () => {
    expect(() => site({ 'open-host': ['a.example'] })).toThrow('add --open, or leave it out');
  });
});
