// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { frameOf } from '../axis/frame.ts';
import { PairSparkline } from '../sparkline/PairSparkline.tsx';
import { Sparkline } from '../sparkline/Sparkline.tsx';
import { TrendLegend } from './TrendLegend.tsx';
import { trendLegendTexts } from './trendLegend.messages.ts';
import { chartEntriesOf } from '../reading/chartEntries.ts';

// A limit may be flagged: a glucose of ">600" is critical, and it may be far above 600 (rules 20 and 52, decision 73).

afterEach(cleanup);

const frame = frameOf({
  startMs: Date.parse('2026-01-01'),
  endMs: Date.parse('2026-11-01'),
  timeZone: 'UTC',
  widthPx: 204,
  heightPx: 38,
});
const seriesWith = (changes: Partial<RowKind>) =>
  madeSeries([
    { at: '2026-02-01', text: '4.1' },
    { at: '2026-03-01', text: '6.2', ...changes },
  ]);

/** Returns the shape of the point that is not plain, and the arrow beside it. */
function markOf(container: Element) {
  const shapes = [...container.querySelectorAll<SVGElement>('[data-mark]')].map(
    ({ dataset }) => dataset['mark'],
  );
  return {
    shape: shapes.find((shape) => shape !== 'normal' && shape !== 'pair') ?? 'normal',
    arrow: container.querySelector('[data-symbol]')?.getAttribute('data-symbol') ?? '',
  };
}

const drawn = (changes: Partial<RowKind>) =>
  markOf(render(<Sparkline series={seriesWith(changes)} frame={frame} canClaimLatest />).container);

describe('a limit with a flag of the laboratory', () => {
  test.each([
    ['HH', '>', 'limit-above'],
    ['HH', '>=', 'limit-above'],
    ['LL', '<', 'limit-below'],
    ['LL', '<=', 'limit-below'],
    ['AA', '>', 'limit-above'],
    ['HH', '<', 'limit-below'],
    ['H', '>', 'limit-above'],
    ['L', '<', 'limit-below'],
    ['A', '<', 'limit-below'],
  ] as const)(
    '%s %s has the symbol of its flag, and an arrow says that it is a limit',
    (flag, comparator, arrow) => {
      expect(drawn({ flag, comparator })).toEqual({ shape: flag, arrow });
    },
  );

  test('is explained by both: the flag and the limit', () => {
    const { container } = render(
      <TrendLegend drawn={chartEntriesOf(seriesWith({ flag: 'HH', comparator: '>' })).drawn} />,
    );
    expect([...container.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
      trendLegendTexts('final'),
      trendLegendTexts('criticallyHigh'),
      trendLegendTexts('aboveLimit'),
    ]);
  });

  test('has both beside the bar of a blood pressure', () => {
    const side = (text: string, changes: Partial<RowKind>) =>
      madeSeries([{ at: '2026-03-01', text, ...changes }], { axis: [40, 300] });
    const { container } = render(
      <PairSparkline
        systolic={side('300', { flag: 'HH', comparator: '>' })}
        diastolic={side('110', {})}
        frame={frame}
        canClaimLatest
      />,
    );
    expect(markOf(container)).toEqual({ shape: 'HH', arrow: 'limit-above' });
  });

  test('stays beside one that is no limit, where both would be the same pixel of many results', () => {
    const many = Array.from({ length: 400 }, (_, i) => ({
      at: new Date(frame.startMs + (i + 10) * 60_000_000).toISOString(),
      text: '4.2',
    }));
    const at = '2026-01-01T08:00:00Z';
    const both = [
      { at, text: '6.2', flag: 'HH' as const, comparator: '>' as const },
      { at: '2026-01-01T08:01:00Z', text: '6.2', flag: 'HH' as const },
    ];
    const { container } = render(
      <Sparkline series={madeSeries([...both, ...many])} frame={frame} canClaimLatest />,
    );
    expect(container.querySelectorAll('[data-mark="HH"]')).toHaveLength(2);
    expect(container.querySelectorAll('[data-symbol="limit-above"]')).toHaveLength(1);
  });
});

describe('what keeps its own symbol', () => {
  test.each([
    [{ comparator: '>' }, 'limit-above', ''],
    [{ comparator: '<=' }, 'limit-below', ''],
    [{ comparator: '>', flag: 'N' }, 'limit-above', ''],
    [{ comparator: '<', flag: 'other', flagText: 'NEG' }, 'limit-below', ''],
    [{ comparator: '>', outsideRange: 'above' }, 'limit-above', ''],
    [{ flag: 'HH' }, 'HH', ''],
    [{ flag: 'H' }, 'H', ''],
    [{}, 'normal', ''],
    [{ outsideRange: 'below' }, 'outside-below', ''],
    [{ status: 'preliminary' }, 'preliminary', ''],
    [{ status: 'preliminary', flag: 'HH' }, 'preliminary', ''],
    [{ status: 'preliminary', flag: 'HH', comparator: '>' }, 'preliminary', 'limit-above'],
  ] as const)('%j is drawn as %s', (changes, shape, arrow) => {
    expect(drawn(changes)).toEqual({ shape, arrow });
  });
});
