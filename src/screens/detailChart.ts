import { createElement, lazy, type ComponentProps, type FunctionComponent } from 'react';
import type { TrendChart as Chart } from '../charts/TrendChart.tsx';

type ChartProps = ComponentProps<typeof Chart>;

/** Stands in the frame if the chart's file cannot be fetched; the table needs nothing of it. */
const Missing: FunctionComponent<ChartProps> = () =>
  createElement(
    'p',
    { role: 'status' },
    'The chart could not be loaded. All results are in the table below. Reload the page to try again.',
  );

async function load(): Promise<{ default: FunctionComponent<ChartProps> }> {
  try {
    return { default: (await import('../charts/TrendChart.tsx')).TrendChart };
  } catch {
    return { default: Missing };
  }
}

/** Recharts stays out of the first load. */
export const TrendChart = lazy(load);

/** Called when the first paint is done and the browser is idle. */
export const warmTrendChart = () => void load();
