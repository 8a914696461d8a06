/** Renders the detail screen with made-up results for its tests. */
import { render, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import { listedRow, trendRow, trendSeries } from '../../testing/trendFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Detail } from './Detail.tsx';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { screenIn, useFragment } from '../../parts/navigation/urlFragment.ts';
import { InOpenRecord, type OpenRecordOptions } from '../../testing/InOpenRecord.tsx';
import { accountOf } from '../../testing/accountFixture.ts';
import { recordOfSeries } from '../../testing/recordFixture.ts';

export const NOW = Date.parse('2026-11-24T20:05:00Z');

export const detailRecord = (series: readonly Series[], more: Partial<RecordSnapshot> = {}): RecordSnapshot =>
  recordOfSeries(series, { account: accountOf({ drawn: 8, listed: 1 }), ...more });

export const READING = { ended: false, complete: false };

type DetailOptions = Pick<OpenRecordOptions, 'view' | 'patient' | 'session' | 'actions'> & {
  readonly record: RecordSnapshot;
};

/** Shows the result that the fragment names, as the app does. */
export function DetailApp(options: DetailOptions) {
  const named = screenIn(useFragment());
  return (
    <InOpenRecord patient={undefined} nowMs={NOW} {...options}>
      <Detail seriesId={named.name === 'series' ? named.seriesId : 'nothing'} />
    </InOpenRecord>
  );
}

/** Opens a result and waits for its chart if one can be drawn. */
export async function showDetail(options: DetailOptions, fragment = '#series=k') {
  location.hash = fragment;
  const onExportCsv = vi.fn<() => void>();
  const onOpenSource = vi.fn<(id: string) => void>();
  const actions = { exportCsv: onExportCsv, openSource: onOpenSource };
  const page = (current: DetailOptions) => <DetailApp actions={actions} {...current} />;
  const view = render(page(options));
  const isDrawn = options.record.series.some(({ rows }) => rows.length > 0);
  const chart = isDrawn ? await screen.findByRole('slider', { name: /result/ }) : undefined;
  const showAgain = (next: Partial<DetailOptions>) => view.rerender(page({ ...options, ...next }));
  return { ...view, onExportCsv, onOpenSource, showAgain, chart: chart! };
}

export const tableRowsShown = () => screen.getAllByRole('row').slice(1);
export const cellsOf = (row: HTMLElement | undefined) =>
  within(row!)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
/** Returns what a screen reader says of the result in focus. */
export const spoken = (container: HTMLElement) =>
  container.querySelector('[aria-live="polite"]')?.textContent;

export const potassiumRows = () =>
  trendSeries(
    [
      trendRow('2014-12-03T14:05:00Z', '4.2', {
        rangeHigh: '5.1',
        band: { low: 3.5, high: 5.1, isFromText: false },
      }),
      trendRow('2026-10-20T13:15:00Z', '4.9'),
      trendRow('2026-10-29T13:05:00Z', '5.4H'),
      trendRow('2026-11-12T14:10:00Z', '5.8H'),
      trendRow('2026-11-24T15:40:00Z', '5.3H~'),
    ],
    [
      listedRow('2026-01-14T14:20:00Z', 'specimen insufficient', { reason: 'text' }),
      listedRow('', '4.4', { reason: 'no-time' }),
    ],
  );

/** Returns potassium over twelve years with a limit, a preliminary result and a listed one. */
export const potassiumOfYears = () =>
  trendSeries(
    [
      trendRow('2014-12-03T14:05:00Z', '4.2'),
      trendRow('2026-01-20T13:15:00Z', '4.6'),
      trendRow('2026-03-20T13:15:00Z', '4.6'),
      trendRow('2026-05-20T13:15:00Z', '<4.0'),
      trendRow('2026-10-29T13:05:00Z', '5.4H'),
      trendRow('2026-11-12T14:10:00Z', '5.8H'),
      trendRow('2026-11-24T15:40:00Z', '5.3H~'),
    ],
    [listedRow('2026-01-14T14:20:00Z', 'specimen insufficient', { reason: 'text' })],
  );

/** Returns a series with one result. */
export const singleResult = (id: string, name: string) =>
  trendSeries([trendRow('2026-11-12T14:10:00Z', '5.8')], [], { id, analyteId: id, name });

/** Returns three series that follow each other in clinical order. */
export const adjacentResults = () => [
  singleResult('na', 'Sodium'),
  singleResult('k', 'Potassium'),
  singleResult('cl', 'Chloride'),
];

/** This is the span of the potassium results. */
export const WHOLE: TimeWindow = {
  startMs: Date.parse('2014-12-03T14:05:00Z'),
  endMs: Date.parse('2026-11-24T15:40:00Z'),
};
export const LAST_YEAR: TimeWindow = { startMs: Date.parse('2025-11-25T00:00:00Z'), endMs: WHOLE.endMs };

/** Returns a window that shows this part of the potassium results. */
export const viewOf = (
  visible: TimeWindow,
  onChoose: ViewWindow['onChoose'] = () => undefined,
): ViewWindow => ({ ...viewOfAll, whole: WHOLE, visible, choice: '2y', onChoose });

export const isPressed = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed');

const mmHg = { unit: 'mmHg', rangeLow: '', rangeHigh: '', band: undefined, component: 'side' };

/** Returns a blood pressure of two times. An empty text stands for a diastolic side that was not recorded. */
export function pressureRows(diastolic: readonly [string, string]): Series[] {
  const systolic = [
    trendRow('2026-11-12T14:00:00Z', '136', mmHg),
    trendRow('2026-11-24T15:20:00Z', '148', mmHg),
  ];
  const other = systolic.flatMap((one, i) =>
    diastolic[i] ? [{ ...trendRow(one.effective, diastolic[i], mmHg), id: one.id }] : [],
  );
  const shared = { unitText: 'mmHg', axis: [40, 180] } as const;
  return [
    trendSeries(systolic, [], { ...shared, id: 'bp-sys', name: 'Systolic blood pressure' }),
    trendSeries(other, [], { ...shared, id: 'bp-dia', name: 'Diastolic blood pressure' }),
  ];
}
