import { createElement } from 'react';
import { lazyPart } from '../../ui/loading/lazyScreen.ts';

const loadTrendChart = async () => (await import('../../charts/trend/TrendChart.tsx')).TrendChart;

/** Recharts is loaded with the first chart, not with the page. The table does not need it. */
export const LazyTrendChart = lazyPart(loadTrendChart, () =>
  createElement(
    'p',
    { role: 'status' },
    'The chart could not be loaded. The results are in the table below. Reload the page to try again.',
  ),
);

/** Loads the chart while the browser is idle after the first paint. A failure shows only when a result is opened. */
export const preloadTrendChart = () => void loadTrendChart().catch(() => undefined);
