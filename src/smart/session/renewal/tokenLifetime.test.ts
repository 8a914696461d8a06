import { expect, test } from 'vitest';
import { tokenLifetime } from './tokenLifetime.ts';

const SECOND_MS = 1000;
const NOW_MS = Date.parse('2026-11-24T15:00:00Z');

test.each([
  ['an hour', 3600, 3540],
  ['two minutes', 120, 60],
  ['a minute and a half', 90, 45],
  ['half a minute', 30, 15],
  ['a second', 1, 0.5],
])(
  'row 44: a token that lives %s is renewed a minute before its end, or at half of a short life',
  (...life) => {
    const [, lifeSeconds, renewAfterSeconds] = life;
    expect(tokenLifetime({ expires_in: lifeSeconds }, NOW_MS)).toEqual({
      expiresAtMs: NOW_MS + lifeSeconds * SECOND_MS,
      renewAtMs: NOW_MS + renewAfterSeconds * SECOND_MS,
    });
  },
);

test.each([0, -60, null, '', 'an hour', '1e3', Number.NaN])(
  'a life of %j counts as not sent, so that nothing is renewed by the clock',
  (sent) => {
    expect(tokenLifetime({ expires_in: sent }, NOW_MS)).toEqual({
      expiresAtMs: undefined,
      renewAtMs: undefined,
    });
  },
);
