import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  APP_ORIGIN,
  authorizeUrl,
  exchangeCode,
  fhirGet,
  newLaunch,
  postJson,
  redirectTarget,
  startTestSandbox,
  obtainToken,
} from '../testSandbox.ts';
import type { Sandbox } from '../server.ts';
import { fhirBases, VENDORS, type Vendor } from './vendor.ts';

let sandbox: Sandbox;
let bases: Readonly<Record<Vendor, string>>;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  bases = fhirBases(sandbox.origin);
});
afterAll(() => sandbox.close());

const FOREIGN = VENDORS.filter((vendor) => vendor !== 'generic');

describe.each(VENDORS)('the %s server', (vendor) => {
  test('has a discovery document and a CapabilityStatement of its own', async () => {
    const base = bases[vendor];
    const discovery = await (await fetch(`${base}/.well-known/smart-configuration`)).json();
    expect(discovery).toMatchObject({
      issuer: sandbox.origin,
      token_endpoint: `${sandbox.origin}/auth/token`,
    });
    expect(discovery.capabilities.includes('launch-standalone')).toBe(vendor === 'generic');
    const metadata = await (await fetch(`${base}/metadata`)).json();
    expect(metadata.implementation.url).toBe(base);
  });

  test('is launched with its own base, which is also the audience and where the user is', async () => {
    const { url, launch } = await (
      await postJson(`${sandbox.origin}/api/launch`, { patient: 'adam', kind: 'tab', vendor })
    ).json();
    expect(url).toBe(`${APP_ORIGIN}/launch.html?iss=${encodeURIComponent(bases[vendor])}&launch=${launch}`);
    const back = await redirectTarget(authorizeUrl(sandbox, { launch, aud: bases[vendor] }));
    const answer = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
    const claims = JSON.parse(Buffer.from(answer.id_token.split('.')[1], 'base64url').toString());
    expect(claims.fhirUser).toBe(`${bases[vendor]}/Practitioner/clinician`);
    expect((await fhirGet(claims.fhirUser, answer.access_token)).status).toBe(200);
    expect((await fhirGet(`${bases[vendor]}/Patient/adam`, answer.access_token)).status).toBe(200);
  });
});

test.each(FOREIGN)(
  'a token of the generic server is nothing at the %s one, and the other way round',
  async (vendor) => {
    const plain = await obtainToken(sandbox);
    const foreign = await obtainToken(sandbox, { vendor }, { aud: bases[vendor] });
    expect((await fhirGet(`${bases[vendor]}/Patient/adam`, plain.access_token)).status).toBe(401);
    expect((await fhirGet(`${bases.generic}/Patient/adam`, foreign.access_token)).status).toBe(401);
  },
);

test.each([
  ['generic', '_id _lastUpdated category code date patient status subject'],
  ['epic', '_id category code date patient subject'],
  ['oracle', '_id _lastUpdated category code date patient subject'],
  ['meditech', 'category code date patient'],
] as const)(
  'the CapabilityStatement of the %s server names what Observations are searched by',
  async (vendor, names) => {
    const metadata = await (await fetch(`${bases[vendor]}/metadata`)).json();
    const observation = metadata.rest[0].resource.find(
      ({ type }: { type: string }) => type === 'Observation',
    );
    const named: string[] = observation.searchParam.map(({ name }: { name: string }) => name);
    expect(named.toSorted().join(' ')).toBe(names);
  },
);

test.each(FOREIGN)('a launch of the %s server is unknown at another', async (vendor) => {
  const launch = await newLaunch(sandbox, { vendor });
  const back = await redirectTarget(authorizeUrl(sandbox, { launch }));
  expect(back.searchParams.get('error')).toBe('invalid_request');
});

test.each(FOREIGN)('the %s server is opened from the EHR only', async (vendor) => {
  const settings = { kind: 'standalone', vendor };
  expect((await postJson(`${sandbox.origin}/api/launch`, settings)).status).toBe(400);
  const back = await redirectTarget(
    authorizeUrl(sandbox, { aud: bases[vendor], scope: 'launch/patient patient/*.rs' }),
  );
  expect(back.searchParams.get('error')).toBe('invalid_request');
});

test('a vendor that there is not is refused', async () => {
  const settings = { patient: 'adam', kind: 'tab', vendor: 'other' };
  expect((await postJson(`${sandbox.origin}/api/launch`, settings)).status).toBe(400);
  expect((await fetch(`${sandbox.origin}/api/raw/adam?vendor=other`)).status).toBe(400);
});

test('another patient opened in the EHR frame stays with the same server', async () => {
  const { launch } = await (
    await postJson(`${sandbox.origin}/api/launch`, { patient: 'adam', kind: 'frame', vendor: 'epic' })
  ).json();
  const body = new URLSearchParams({ launch, patient: 'bella' });
  const moved = await redirectTarget(`${sandbox.origin}/ehr`, { method: 'POST', body });
  expect(await (await fetch(moved)).text()).toContain(encodeURIComponent(bases.epic));
});
