/** This file renders the overview of made-up records. */
import { cleanup, render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import { frameOf } from '../charts/axis/frame.ts';
import type { Series } from '../clinical/series/series.ts';
import { madeRow, madeSeries } from './seriesFixture.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { accountOf } from './accountFixture.ts';
import { recordOfSeries, searchOf } from './recordFixture.ts';
import { InOpenRecord, TEST_TIME_ZONE, type OpenRecordOptions } from './InOpenRecord.tsx';
import { Overview } from '../screens/overview/Overview.tsx';
import { recordWindow } from '../parts/timeWindow/recordWindow.ts';
import { loadUnitSpeech } from '../parts/results/unitSpeech.ts';
import { viewOfAll } from './viewWindowFixture.ts';

/** This frame of one tile holds the results of the autumn. */
export const tileFrame = frameOf({
  startMs: Date.parse('2026-09-01T00:00:00Z'),
  endMs: Date.parse('2026-11-25T00:00:00Z'),
  timeZone: TEST_TIME_ZONE,
  widthPx: 206,
  heightPx: 38,
});

export const potassiumPoints = madeSeries(
  [
    { at: '2026-10-29T14:05:00Z', text: '5.4', flag: 'H', rangeLow: '3.5', rangeHigh: '5.0' },
    { at: '2026-11-12T14:10:00Z', text: '5.8', flag: 'H', rangeLow: '3.5', rangeHigh: '5.0' },
    { at: '2026-11-24T15:40:00Z', text: '5.3', flag: 'H', status: 'preliminary' },
  ],
  { account: accountOf({ drawn: 3, listed: 1, withdrawn: 1 }) },
);
const pressure = (id: string, name: string, texts: readonly string[]) =>
  madeSeries(
    texts.map((text, i) => ({ at: `2026-1${i}-12T08:00:00Z`, text, unit: 'mmHg', codeText: name })),
    { id, analyteId: id, name, group: 'Circulation and body', order: 200, axis: [40, 180], unitText: 'mmHg' },
  );
export const systolic = pressure('bp-sys', 'Systolic blood pressure', ['136', '134']);
export const diastolic = pressure('bp-dia', 'Diastolic blood pressure', ['74', '72']);

/** Returns a complete record with a long account. */
export const overviewRecord = (
  series: readonly Series[],
  more: Partial<RecordSnapshot> = {},
): RecordSnapshot =>
  recordOfSeries(series, {
    account: accountOf({ drawn: 720, listed: 19, withdrawn: 2, duplicate: 1 }),
    searches: [searchOf('all', { received: 1 })],
    ...more,
  });

export const reading: Partial<RecordSnapshot> = {
  ended: false,
  complete: false,
  searches: [
    searchOf('laboratory', { state: 'reading', pages: 3, received: 1 }),
    searchOf('vital-signs', { state: 'reading', received: 1 }),
    searchOf('survey', { state: 'waiting', pages: 0, received: 1 }),
  ],
};
export const failed: Partial<RecordSnapshot> = {
  complete: false,
  searches: [
    searchOf('laboratory', { state: 'failed', received: 1 }),
    searchOf('vital-signs', { received: 1 }),
  ],
};
export const refused: Partial<RecordSnapshot> = {
  complete: false,
  searches: [searchOf('vital-signs', { state: 'not-allowed', pages: 0, received: 1 })],
};

export function showOverview(record: RecordSnapshot | undefined, changes: OpenRecordOptions = {}) {
  const onRetry = vi.fn<() => void>();
  const onExportCsv = vi.fn<() => void>();
  const whole = recordWindow(record, TEST_TIME_ZONE);
  const overviewOf = (shown: RecordSnapshot | undefined) => (
    <InOpenRecord
      record={shown}
      actions={{ retryReading: onRetry, exportCsv: onExportCsv }}
      view={{ ...viewOfAll, whole, visible: whole }}
      {...changes}
    >
      <Overview />
    </InOpenRecord>
  );
  const { container, rerender } = render(overviewOf(record));
  const find = (selector: string) => container.querySelector<HTMLElement>(selector);
  const showNext = (next: RecordSnapshot): void => rerender(overviewOf(next));
  return { container, find, showNext, onRetry, onExportCsv, text: () => container.textContent ?? '' };
}

export const listedSeries = (id: string, name: string, row: Parameters<typeof madeRow>[0]) =>
  madeSeries([], { id, name, analyteId: id, listed: [madeRow({ drawing: 'listed', unit: '', ...row })] });

/** Fetches before the tests the parts that the overview loads late, so that no test waits for them. */
export async function warmOverview(): Promise<void> {
  await loadUnitSpeech();
  showOverview(overviewRecord([potassiumPoints]));
  await screen.findByRole('region', { name: 'Further results' });
  cleanup();
}
