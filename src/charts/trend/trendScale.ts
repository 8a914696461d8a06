/** The scale of values of one chart: the fixed one of the measure, or what the reader asked for instead (rule 4). */
import { decimalsOf } from '../../clinical/series/decimals.ts';
import { yDomain } from '../../clinical/series/yDomain.ts';
import { indicesInWindow } from '../../clinical/series/inWindow.ts';
import { hasNonPositiveValue } from '../../clinical/series/logScale.ts';
import type { Series } from '../../clinical/series/series.ts';
import { linearScale, type Scale } from '../axis/scale.ts';
import type { TrendOptions } from './trendOptions.ts';
import { logTicks, valueTicks } from '../axis/valueTicks.ts';

export type ValueScale = {
  readonly y: Scale;
  /** Mutable only because Recharts asks for it. */
  readonly domain: [number, number];
  readonly ticks: number[];
  /** Beyond the fixed range, so that no point is lost. */
  readonly isExtended: boolean;
  /** Stretched to the values of the window. */
  readonly isRescaled: boolean;
  readonly isLog: boolean;
};

type Bounds = readonly [low: number, high: number];
type Window = { readonly fromMs: number; readonly toMs: number };

const PADDING = 0.08;
/** So many last decimals at least: two results that differ by one are never the top and the bottom of the chart. */
const MIN_DECIMAL_STEPS = 5;
const MIN_LOG_FACTOR = 10;
const MIN_FITTED_LOG_FACTOR = 1.5;

function boundsOf(values: Iterable<number>): Bounds | undefined {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return low <= high ? [low, high] : undefined;
}

/** Of the drawn values in the window, both sides of a blood pressure together. */
function boundsInWindow(all: readonly Series[], { fromMs, toMs }: Window): Bounds | undefined {
  return boundsOf(
    all.flatMap((series) => {
      const [from, to] = indicesInWindow(series, fromMs, toMs);
      return boundsOf(series.values.subarray(from, to)) ?? [];
    }),
  );
}

/** As the newest result was sent: a series in another unit has not the decimals of the catalog. */
function newestDecimals(series: Series): number {
  const row = series.rows.at(-1);
  return row ? decimalsOf(row, series) : series.decimals;
}

function fittedDomain([low, high]: Bounds, decimals: number): Bounds {
  const short = Math.max(0, MIN_DECIMAL_STEPS * 10 ** -decimals - (high - low)) / 2;
  const pad = (high - low + 2 * short) * PADDING;
  const bottom = low - short - pad;
  // What cannot be negative needs no room below zero.
  return [low >= 0 ? Math.max(0, bottom) : bottom, high + short + pad];
}

/** At least half as much again from bottom to top. */
function fittedLogDomain([low, high]: Bounds): Bounds {
  const short = Math.sqrt(Math.max(1, MIN_FITTED_LOG_FACTOR / (high / low)));
  const pad = short * ((high / low) * short * short) ** PADDING;
  return [low / pad, high * pad];
}

/** 1, 2 or 5 times a power of ten, at or below a number and at or above it. */
function roundAround(value: number): Bounds {
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 2, 5, 10].map((k) => k * power);
  const [below, above] = [
    steps.findLast((step) => step <= value * (1 + 1e-9)),
    steps.find((step) => step >= value * (1 - 1e-9)),
  ];
  return [below ?? value, above ?? value];
}

/** The fixed range as far as it is above 0, with every point and every range that was sent; a factor of ten at least. */
function fullLogDomain(series: Series): Bounds {
  const bands = new Set(series.rows.map(({ kind }) => kind.band));
  const limits = [...bands].flatMap((band) => [band?.low ?? 0, band?.high ?? 0]);
  const known = [...series.values, ...limits, series.axis?.[0] ?? 0].filter((value) => value > 0);
  const { high } = yDomain(series);
  const [low] = roundAround(Math.min(boundsOf(known)?.[0] ?? high, high / MIN_LOG_FACTOR));
  return [low, roundAround(high)[1]];
}

/** What is not above 0 lies at the bottom: only the lower side of a range can. */
function logScale([low, high]: Bounds, [bottom, top]: readonly [number, number]): Scale {
  const y = linearScale([Math.log10(low), Math.log10(high)], [bottom, top]);
  return (value) => (value > 0 ? y(Math.log10(value)) : bottom + 1);
}

export function trendScale(
  all: readonly [Series, ...Series[]],
  span: Window,
  options: TrendOptions,
  px: readonly [bottom: number, top: number],
): ValueScale {
  const [series, partner] = all;
  const isLog = options.isLog && !all.some(hasNonPositiveValue);
  const inside = options.isFit ? boundsInWindow(all, span) : undefined;
  const fixed = yDomain(series, partner);
  const plain = (): Bounds => (isLog ? fullLogDomain(series) : [fixed.low, fixed.high]);
  const fit = ([low, high]: Bounds) =>
    isLog ? fittedLogDomain([low, high]) : fittedDomain([low, high], newestDecimals(series));
  const [low, high] = inside ? fit(inside) : plain();
  return {
    y: isLog ? logScale([low, high], px) : linearScale([low, high], px),
    domain: [low, high],
    ticks: (isLog ? logTicks([low, high]) : valueTicks([low, high], 8)).filter(
      (tick) => tick >= low && tick <= high,
    ),
    isExtended: inside === undefined && fixed.isExtended,
    isRescaled: inside !== undefined,
    isLog,
  };
}
