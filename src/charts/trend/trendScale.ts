/**
 * The value scale of a chart is the fixed one of the measure, or the one that the reader asked for (rule 4).
 */
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
  readonly domain: readonly [low: number, high: number];
  readonly ticks: readonly number[];
  /** The domain reaches beyond the fixed range, so that no point is lost. */
  readonly isExtended: boolean;
  /** The domain is stretched to the values of the window. */
  readonly isRescaled: boolean;
  readonly isLog: boolean;
};

type Bounds = readonly [low: number, high: number];
type Window = { readonly fromMs: number; readonly toMs: number };

const PADDING = 0.08;
/**
 * A fitted domain holds at least this many steps of the last decimal, so that two results that differ by one
 * are never its top and bottom.
 */
const MIN_DECIMAL_STEPS = 5;
const MIN_LOG_FACTOR = 10;
const MIN_FITTED_LOG_FACTOR = 1.5;

function boundsOf(values: Iterable<number>): Bounds | undefined {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return low <= high ? [low, high] : undefined;
}

/** Returns the bounds of the drawn values in the window, both sides of a blood pressure together. */
function boundsInWindow(all: readonly Series[], { fromMs, toMs }: Window): Bounds | undefined {
  return boundsOf(
    all.flatMap((series) => {
      const [from, to] = indicesInWindow(series, fromMs, toMs);
      return boundsOf(series.values.subarray(from, to)) ?? [];
    }),
  );
}

/**
 * Returns the decimals of the newest result as sent, because a series in another unit does not have those of
 * the catalog.
 */
function newestDecimals(series: Series): number {
  const row = series.rows.at(-1);
  return row ? decimalsOf(row, series) : series.decimals;
}

function fittedDomain([low, high]: Bounds, decimals: number): Bounds {
  const short = Math.max(0, MIN_DECIMAL_STEPS * 10 ** -decimals - (high - low)) / 2;
  const pad = (high - low + 2 * short) * PADDING;
  const bottom = low - short - pad;
  // A value that cannot be negative needs no room below zero.
  return [low >= 0 ? Math.max(0, bottom) : bottom, high + short + pad];
}

/** The top of the domain is at least one and a half times its bottom. */
function fittedLogDomain([low, high]: Bounds): Bounds {
  const short = Math.sqrt(Math.max(1, MIN_FITTED_LOG_FACTOR / (high / low)));
  const pad = short * ((high / low) * short * short) ** PADDING;
  return [low / pad, high * pad];
}

/** Returns the nearest numbers below and above that are 1, 2 or 5 times a power of ten. */
function roundAround(value: number): Bounds {
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 2, 5, 10].map((k) => k * power);
  const [below, above] = [
    steps.findLast((step) => step <= value * (1 + 1e-9)),
    steps.find((step) => step >= value * (1 - 1e-9)),
  ];
  return [below ?? value, above ?? value];
}

/**
 * Returns the positive part of the fixed range with every point and every range that was sent. It spans at
 * least a factor of ten.
 */
function fullLogDomain(series: Series): Bounds {
  const bands = new Set(series.rows.map(({ kind }) => kind.band));
  const limits = [...bands].flatMap((band) => [band?.low ?? 0, band?.high ?? 0]);
  const known = [...series.values, ...limits, series.axis?.[0] ?? 0].filter((value) => value > 0);
  const { high } = yDomain(series);
  const [low] = roundAround(Math.min(boundsOf(known)?.[0] ?? high, high / MIN_LOG_FACTOR));
  return [low, roundAround(high)[1]];
}

/** A value that is not above 0 lies at the bottom. Only the lower side of a range can have one. */
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
