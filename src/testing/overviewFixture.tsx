import { cleanup, render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import type { Series } from '../clinical/series/series.ts';
import { madeRow, madeSeries } from './seriesFixture.ts';
import type { RecordSnapshot, SearchState } from '../record/flowsheet/recordSnapshot.ts';
import { InOpenRecord, TEST_TIME_ZONE, type OpenRecordOptions } from './InOpenRecord.tsx';
import { Overview } from '../screens/overview/Overview.tsx';
import { recordWindow } from '../parts/timeWindow/recordWindow.ts';
import { viewOfAll } from './viewWindowFixture.ts';

export const potassiumPoints = madeSeries(
  [
    { at: '2026-10-29T14:05:00Z', text: '5.4', flag: 'H', rangeLow: '3.5', rangeHigh: '5.0' },
    { at: '2026-11-12T14:10:00Z', text: '5.8', flag: 'H', rangeLow: '3.5', rangeHigh: '5.0' },
    { at: '2026-11-24T15:40:00Z', text: '5.3', flag: 'H', status: 'preliminary' },
  ],
  { account: { received: 5, drawn: 3, listed: 1, withdrawn: 1, excluded: 0, duplicate: 0 } },
);
const pressure = (id: string, name: string, texts: readonly string[]) =>
  madeSeries(
    texts.map((text, i) => ({ at: `2026-1${i}-12T08:00:00Z`, text, unit: 'mmHg', codeText: name })),
    { id, analyteId: id, name, group: 'Circulation and body', order: 200, axis: [40, 180], unitText: 'mmHg' },
  );
export const systolic = pressure('bp-sys', 'Systolic blood pressure', ['136', '134']);
export const diastolic = pressure('bp-dia', 'Diastolic blood pressure', ['74', '72']);

const search = (name: string, state: SearchState['state'], pages = 1): SearchState => ({
  name,
  state,
  pages,
  received: 1,
});

export function overviewRecord(
  series: readonly Series[],
  changes: Partial<RecordSnapshot> = {},
): RecordSnapshot {
  return {
    version: 1,
    series,
    account: { received: 742, drawn: 720, listed: 19, withdrawn: 2, excluded: 0, duplicate: 1 },
    excluded: [],
    searches: [search('laboratory', 'complete')],
    ended: true,
    complete: true,
    readAtMs: Date.parse('2026-11-24T20:05:00Z'),
    ...changes,
  };
}

export const reading: Partial<RecordSnapshot> = {
  ended: false,
  complete: false,
  searches: [
    search('laboratory', 'reading', 3),
    search('vital-signs', 'reading', 1),
    search('survey', 'waiting', 0),
  ],
};
export const failed: Partial<RecordSnapshot> = {
  complete: false,
  searches: [search('laboratory', 'failed'), search('vital-signs', 'complete')],
};
export const refused: Partial<RecordSnapshot> = {
  complete: false,
  searches: [search('vital-signs', 'not-allowed', 0)],
};

export function showOverview(record: RecordSnapshot | undefined, changes: OpenRecordOptions = {}) {
  const onRetry = vi.fn<() => void>();
  const onExportCsv = vi.fn<() => void>();
  const whole = recordWindow(record, TEST_TIME_ZONE);
  const { container } = render(
    <InOpenRecord
      record={record}
      actions={{ retryReading: onRetry, exportCsv: onExportCsv }}
      view={{ ...viewOfAll, whole, visible: whole }}
      {...changes}
    >
      <Overview />
    </InOpenRecord>,
  );
  const find = (selector: string) => container.querySelector<HTMLElement>(selector);
  return { container, find, onRetry, onExportCsv, text: () => container.textContent ?? '' };
}

export const listedSeries = (id: string, name: string, row: Parameters<typeof madeRow>[0]) =>
  madeSeries([], { id, name, analyteId: id, listed: [madeRow({ drawing: 'listed', unit: '', ...row })] });

/** What is no curve is fetched when it is first shown; before the tests, so that none of them waits for it. */
export async function warmOverview(): Promise<void> {
  showOverview(overviewRecord([potassiumPoints]));
  await screen.findByRole('region', { name: 'Further results' });
  cleanup();
}
