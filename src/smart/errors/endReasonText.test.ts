import { expect, test } from 'vitest';
import { endReasonText } from './endReasonText.ts';
import { LaunchError } from './LaunchError.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { errorTexts } from './error.messages.ts';

test.each([
  ['idle', { idleMinutes: 15 }, 'Longview was not used for 15 minutes.'],
  ['idle', { idleMinutes: 60 }, 'Longview was not used for 1 hour.'],
  ['limit', { maxHours: 12 }, 'A session lasts at most 12 hours here.'],
  ['limit', { maxHours: 1.5 }, 'A session lasts at most 90 minutes here.'],
  ['limit', { maxHours: 1 / 3 }, 'A session lasts at most 20 minutes here.'],
  ['limit', { maxHours: 1.505 }, 'A session lasts at most 91 minutes here.'],
  ['limit', { maxHours: 1 / 60 }, 'A session lasts at most 1 minute here.'],
  ['limit', { maxHours: 0.000001 }, 'A session lasts at most 1 minute here.'],
  ['jump', {}, 'The device slept, or its clock was set forward.'],
  ['elsewhere', {}, 'It was ended in another window.'],
  ['replaced', {}, 'Longview was opened again in this window.'],
  ['narrowed', {}, 'The health system now lets Longview read less of this record.'],
  ['lost', {}, ''],
  ['', {}, ''],
  ['byReader', {}, 'You signed out.'],
  ['a reason that nobody knows', {}, ''],
])('the end by “%s” at a site with %j is told as “%s”', (reason, fields, told) => {
  expect(endReasonText(new LaunchError('E13', { site: siteOf(fields), facts: { reason } }))).toBe(told);
});

test('an end without a site is told without its minutes', () => {
  const textOf = (reason: string) => endReasonText(new LaunchError('E13', { facts: { reason } }));
  expect(textOf('idle')).toBe(errorTexts('idleTooLong'));
  expect(textOf('limit')).toBe(errorTexts('limitReached'));
});
