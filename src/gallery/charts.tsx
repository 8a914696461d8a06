import { useMemo, useState } from 'react';
import { chartEntriesOf } from '../charts/reading/chartEntries.ts';
import { TrendLegend } from '../charts/trend/TrendLegend.tsx';
import { PLAIN_OPTIONS } from '../charts/trend/trendOptions.ts';
import { ReadingPanel } from '../parts/results/ReadingPanel.tsx';
import { meanPressures } from '../clinical/derived/derived.ts';
import { ChartFrame } from '../screens/detail/ChartFrame.tsx';
import { recordOf } from '../testing/recordFixture.ts';
import { pressureSeriesPairOf } from '../clinical/series/pairs/pressureSeriesPairs.ts';
import { recordWindow } from '../parts/timeWindow/recordWindow.ts';
import { chartStates, type ChartState } from './chartStates.ts';
import type { Family } from './family.ts';
import { NOW_MS, ZONE } from './fixedClock.ts';
import { noop, tileViewOf } from './sampleContext.ts';
import { InGallery } from './InGallery.tsx';

type ChartProps = Pick<ChartState, 'observations' | 'options' | 'readIndex' | 'window'>;

/** Draws the chart of one result with its legend and, under a cursor, its reading, as its screen does. */
function Chart({ observations, options, readIndex, window }: ChartProps) {
  const record = useMemo(() => recordOf(observations), [observations]);
  const [series] = record.series;
  const whole = recordWindow(record, ZONE);
  const partner = record.series.find(({ id }) => id === pressureSeriesPairOf(series?.id ?? '')?.diastolic);
  const entries = useMemo(() => series && chartEntriesOf(series, partner), [series, partner]);
  const [focusIndex, onFocus] = useState(readIndex);
  if (!series || !entries) throw new Error('Nothing of this has a chart.');
  const { drawn } = entries;
  const { startMs, endMs } = whole ?? { startMs: NOW_MS, endMs: NOW_MS };
  const view = tileViewOf(startMs, endMs, window && { visible: window, choice: '1y' });
  const means = partner && meanPressures(series.id, record.series);
  const controls = {
    options: { ...PLAIN_OPTIONS, ...options },
    onToggleEveryPoint: noop,
    hasInitialFocus: false,
    onSeriesStep: noop,
  };
  const entry = focusIndex === undefined ? undefined : drawn[focusIndex];
  return (
    <InGallery view={view} record={record}>
      <ChartFrame {...{ series, partner, means, drawn, focusIndex, onFocus, controls }} />
      {drawn.length > 0 && <TrendLegend drawn={drawn} hasMeans={means !== undefined} />}
      {readIndex !== undefined && (
        <ReadingPanel {...{ entry, series, drawn }} isComplete isAnnounced={false} />
      )}
    </InGallery>
  );
}

export const charts: Family = {
  name: 'charts',
  title: 'Trend chart',
  minWidthPx: 560,
  states: chartStates.map(({ name, caption, ...chart }) => ({
    name,
    caption,
    draw: () => <Chart {...chart} />,
  })),
};
