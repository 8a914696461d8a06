// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { showCompare } from '../../screens/compare/compareFixture.tsx';
import { showDetail } from '../../screens/detail/detailFixture.tsx';
import { showOverview, warmOverview } from '../../testing/overviewFixture.tsx';
import { pressure, READ_AT_MS, recordOf } from '../../testing/recordFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';

// The hooks of both sides of a blood pressure are those of the one reading that each screen shows (docs/contract.md, section 4).

beforeAll(warmOverview, 60_000);
afterEach(() => {
  cleanup();
  location.hash = '';
});

const MOMENT = '2026-11-20T08:00:00Z';
const LATER = '2026-11-21T08:00:00Z';
const WINDOW = { startMs: Date.parse('2026-01-01T12:00:00Z'), endMs: READ_AT_MS };
const view = { ...viewOfAll, whole: WINDOW, visible: WINDOW };

const whole = (id: string, at = MOMENT) => ({ ...pressure(120, 90, at), id });
const lone = (id: string, code: string, value: number, at: string) => ({
  ...pressure(150, 60, at),
  id,
  component: [
    { code: { coding: [{ system: 'http://loinc.org', code }] }, valueQuantity: { value, unit: 'mmHg' } },
  ],
});
const systolic = (id: string, at: string) => lone(id, '8480-6', 150, at);
const diastolic = (id: string, at: string) => lone(id, '8462-4', 60, at);

const latestHooks = (): string =>
  ['bp-sys', 'bp-dia']
    .map((id) => document.querySelector(`[data-series="${id}"]`)?.getAttribute('data-latest') ?? '–')
    .join('/');

async function hooksOnScreens(resources: readonly unknown[]): Promise<Record<string, string>> {
  const record = recordOf(resources);
  showOverview(record, { view });
  const tile = latestHooks();
  cleanup();
  await showDetail({ record, view }, '#series=bp-sys');
  const detail = latestHooks();
  cleanup();
  showCompare(record, '#compare=bp-sys', WINDOW);
  return { tile, detail, compare: latestHooks() };
}

test.each([
  ['whole readings of one moment', [{ ...pressure(150, 60, MOMENT), id: 'a' }, whole('b')], '120/90'],
  ['of one moment, the last without its diastolic side', [whole('a'), systolic('b', MOMENT)], '150/–'],
  ['of one moment, the last without its systolic side', [whole('a'), diastolic('b', MOMENT)], '–/60'],
  ['the newest without its diastolic side', [whole('a'), systolic('b', LATER)], '150/–'],
  ['the newest without its systolic side', [whole('a'), diastolic('b', LATER)], '–/60'],
])('%s: the hooks of every screen name one reading', async (_, resources, expected) => {
  expect(await hooksOnScreens(resources)).toEqual({ tile: expected, detail: expected, compare: expected });
});
