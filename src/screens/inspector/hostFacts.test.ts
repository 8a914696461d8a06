import { expect, test } from 'vitest';
import { siteOf } from '../../testing/sessionFixture.ts';
import { hostFacts } from './hostFacts.ts';
import { environmentTexts } from './environment.messages.ts';

const sites = [siteOf({ frameAncestors: ['https://*.EHR.example'] })];
const WHOLE = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'self' https://*.ehr.example",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=()',
  'cache-control': 'no-store',
};
const shown = (headers: Record<string, string>): string[][] =>
  hostFacts(new Headers(headers), sites).map(({ values }) => [...values]);

test('a host that sends all headers of the build', () => {
  expect(shown(WHOLE)).toEqual([[environmentTexts('asBuilt')], ['none'], ['yes']]);
});

test('a host that sends none: each is named, and what follows from it is said', () => {
  expect(shown({})).toEqual([
    [environmentTexts('missing')],
    ['content-security-policy', 'referrer-policy', 'x-content-type-options', 'permissions-policy'],
    ['no'],
  ]);
  expect(hostFacts(new Headers(), sites)[0]?.note).toMatch(/^The host sends no frame-ancestors\./);
});

test('a host with the headers of another build, or a policy without frame-ancestors', () => {
  const other = "frame-ancestors 'self' https://old.example";
  expect(shown({ ...WHOLE, 'content-security-policy': other })[0]).toEqual([environmentTexts('notAsBuilt')]);
  expect(shown({ ...WHOLE, 'content-security-policy': "script-src 'self'" })[0]).toEqual(['missing']);
  expect(shown({ ...WHOLE, 'cache-control': 'public, max-age=600' })[2]).toEqual(['no']);
});

test('a host that does not show its headers is not said to send none', () => {
  expect(hostFacts(undefined, sites).map(({ values }) => values)).toEqual([[environmentTexts('notKnown')]]);
  expect(hostFacts('reading', sites).map(({ values }) => values)).toEqual([
    [environmentTexts('headersReading')],
  ]);
});

test('no text of the host gets onto the page or into the report', () => {
  const facts = hostFacts(
    new Headers(Object.keys(WHOLE).map((name): [string, string] => [name, 'frame-ancestors secret; secret'])),
    sites,
  );
  expect(JSON.stringify(facts)).not.toContain('secret');
});
