/** The screen of one result for its tests, on made-up results. */
import { render, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import { listedRow, trendRow, trendSeries } from '../../testing/trendFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Detail } from './Detail.tsx';
import { screenIn, useFragment } from '../../parts/navigation/urlFragment.ts';
import { InOpenRecord, type OpenRecordOptions } from '../../testing/InOpenRecord.tsx';
import { accountOf } from '../../testing/accountFixture.ts';
import { recordOfSeries } from '../../testing/recordFixture.ts';

export const NOW = Date.parse('2026-11-24T20:05:00Z');

export const detailRecord = (series: readonly Series[], more: Partial<RecordSnapshot> = {}): RecordSnapshot =>
  recordOfSeries(series, { account: accountOf({ drawn: 8, listed: 1 }), ...more });

export const READING = { ended: false, complete: false };

type Shown = Pick<OpenRecordOptions, 'view' | 'patient' | 'session' | 'actions'> & {
  readonly record: RecordSnapshot;
};

/** The screen that the fragment names, as the app shows it. */
function App(shown: Shown) {
  const named = screenIn(useFragment());
  return (
    <InOpenRecord patient={undefined} nowMs={NOW} {...shown}>
      <Detail seriesId={named.name === 'series' ? named.seriesId : 'nothing'} />
    </InOpenRecord>
  );
}

/** Opens a result; `chart` is waited for where one can be drawn. */
export async function showDetail(shown: Shown, fragment = '#series=k') {
  location.hash = fragment;
  const onExportCsv = vi.fn<() => void>();
  const onOpenSource = vi.fn<(id: string) => void>();
  const actions = { exportCsv: onExportCsv, openSource: onOpenSource };
  const page = (now: Shown) => <App actions={actions} {...now} />;
  const view = render(page(shown));
  const isDrawn = shown.record.series.some(({ rows }) => rows.length > 0);
  const chart = isDrawn ? await screen.findByRole('slider') : undefined;
  const showAgain = (next: Partial<Shown>) => view.rerender(page({ ...shown, ...next }));
  return { ...view, onExportCsv, onOpenSource, showAgain, chart: chart! };
}

export const tableRowsShown = () => screen.getAllByRole('row').slice(1);
export const cellsOf = (line: HTMLElement | undefined) =>
  within(line!)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
/** What a screen reader hears of the result in focus. */
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

const mmHg = { unit: 'mmHg', rangeLow: '', rangeHigh: '', band: undefined, component: 'side' };

/** A blood pressure of two times; `diastolic` '' where that side was not recorded. */
export function pressureRows(diastolic: readonly [string, string]): Series[] {
  const systolic = [
    trendRow('2026-11-12T14:00:00Z', '136', mmHg),
    trendRow('2026-11-24T15:20:00Z', '148', mmHg),
  ];
  const other = systolic.flatMap((one, i) =>
    diastolic[i] ? [{ ...trendRow(one.effective, diastolic[i], mmHg), id: one.id }] : [],
  );
  const both = { unitText: 'mmHg', axis: [40, 180] } as const;
  return [
    trendSeries(systolic, [], { ...both, id: 'bp-sys', name: 'Systolic blood pressure' }),
    trendSeries(other, [], { ...both, id: 'bp-dia', name: 'Diastolic blood pressure' }),
  ];
}
