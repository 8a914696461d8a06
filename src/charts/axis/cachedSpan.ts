import type { Precision } from '../../clinical/time/date.ts';
import { momentSpan } from './timeSpan.ts';

type Span = readonly [fromMs: number, toMs: number];

const spans = new Map<string, Span>();

const MAX_CACHED_SPANS = 20_000;

/**
 * Remembers `momentSpan`, which reads the offset of a zone four times. Lanes ask for the same days again and
 * again.
 */
export function cachedSpan(timeMs: number, precision: Precision, timeZone: string): Span {
  if (precision === 'instant' || precision === 'none') return [timeMs, timeMs];
  const key = `${timeMs} ${precision} ${timeZone}`;
  let span = spans.get(key);
  if (span === undefined) {
    if (spans.size >= MAX_CACHED_SPANS) spans.clear();
    span = momentSpan(timeMs, precision, timeZone);
    spans.set(key, span);
  }
  return span;
}
