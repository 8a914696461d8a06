import { describe, expect, test } from 'vitest';
import { checkedAddress, retryAfterMs } from './exchange.ts';

const resultOf = (address: string): string => {
  try {
    return checkedAddress(address, 'The address').href;
  } catch (error) {
    return String(error);
  }
};

describe('an address', () => {
  test.each([
    ['https://files.example/a?sig=1', undefined],
    ['http://127.0.0.1:9/a', undefined],
    ['http://[::1]:9/a', undefined],
    ['http://files.example/a', /on http/],
    ['http://127.0.0.1.evil.example/a', /on http/],
    ['http://localhost.evil.example/a', /on http/],
    ['file:///etc/passwd', /no address/],
    ['//files.example/a', /no address/],
    ['https://user@files.example/a', /user name/],
  ])('%s is taken, or refused by its reason', (address, reason) => {
    expect(resultOf(address)).toMatch(reason ?? /^https?:[^ ]+$/);
  });

  test('of this machine is refused from a server elsewhere, and taken from one here', () => {
    expect(() => checkedAddress('http://127.0.0.1:6379/', 'A file', 'https://ehr.example/fhir')).toThrow(
      'A file leads to this machine, and the server is elsewhere.',
    );
    expect(() => checkedAddress('https://localhost/', 'A file', 'https://ehr.example/fhir')).toThrow(
      'this machine',
    );
    expect(checkedAddress('http://127.0.0.1:1/a', 'A file', 'http://localhost:2/fhir').port).toBe('1');
  });
});

test('Retry-After is read as seconds and as a date, and nothing else is', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');
  const wait = (sent: string | undefined) =>
    retryAfterMs(sent === undefined ? {} : { 'retry-after': sent }, now);
  expect(wait('120')).toBe(120_000);
  expect(wait('Sat, 28 Nov 2026 12:01:00 GMT')).toBe(60_000);
  expect(wait('Sat, 28 Nov 2026 11:00:00 GMT')).toBe(0);
  for (const sent of ['-5', '1e9', 'soon', '', '99999999999', undefined]) expect(wait(sent)).toBeUndefined();
});
