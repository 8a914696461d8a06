import { createElement } from 'react';
import { lazyPart } from '../../ui/loading/lazyScreen.ts';

const load = async () => (await import('../../charts/trend/TrendChart.tsx')).TrendChart;

/** Recharts stays out of the first load. The table needs nothing of it. */
export const LazyTrendChart = lazyPart(load, () =>
  createElement(
    'p',
    { role: 'status' },
    'The chart could not be loaded. The results are in the table below. Reload the page to try again.',
  ),
);

/** Called when the first paint is done and the browser is idle; a failure is said when somebody opens a result. */
export const preloadTrendChart = () => void load().catch(() => undefined);
