import { afterEach, expect, test, vi } from 'vitest';
import { errorText } from '../errors/errorText.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import { patientErrorText } from '../errors/patientErrorText.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { usableTimeZone } from './usableTimeZone.ts';

afterEach(() => vi.restoreAllMocks());

const deviceIsIn = (timeZone: string | undefined) =>
  vi
    .spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions')
    .mockReturnValue({ timeZone } as Intl.ResolvedDateTimeFormatOptions);

test.each([
  ['America/Chicago', 'Asia/Tokyo', 'America/Chicago'],
  ['', 'Asia/Tokyo', 'Asia/Tokyo'],
  ['America/Of_Tomorrow', 'Asia/Tokyo', 'Asia/Tokyo'],
  ['America/Of_Tomorrow', 'Etc/Unknown', 'UTC'],
  ['', undefined, 'UTC'],
])('rule 41: with "%s" at the site and "%s" on the device times are in %s', (wanted, device, used) => {
  deviceIsIn(device);
  expect(usableTimeZone(wanted)).toBe(used);
});

test('the end of a session is told also where the browser does not know the zone of the site', () => {
  deviceIsIn('Asia/Tokyo');
  const error = new LaunchError('E13', {
    site: siteOf({ timeZone: 'America/Of_Tomorrow' }),
    endedAtMs: Date.parse('2026-01-07T05:05:00Z'),
  });
  expect(errorText(error).heading).toContain('14:05');
  expect(patientErrorText(error).heading).toMatch(/2:05/);
});

test('a zone is looked at once, and the device is not asked where the zone of the site is known', () => {
  const asked = deviceIsIn('Asia/Tokyo');
  const made = vi.spyOn(Intl, 'DateTimeFormat');
  expect([usableTimeZone('Antarctica/Troll'), usableTimeZone('Antarctica/Troll')]).toEqual([
    'Antarctica/Troll',
    'Antarctica/Troll',
  ]);
  expect(made).toHaveBeenCalledTimes(1);
  expect(asked).not.toHaveBeenCalled();
});
