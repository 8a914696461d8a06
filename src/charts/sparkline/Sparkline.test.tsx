// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import { FlagText } from '../marks/FlagText.tsx';
import { frameOf } from '../axis/frame.ts';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import { PairSparkline } from './PairSparkline.tsx';
import { Sparkline, valueScale } from './Sparkline.tsx';
import { linePath, thinnedLinePaths } from '../marks/linePath.ts';
import { symbolKindOf, symbolPath, type SymbolKind } from '../marks/symbols.tsx';

afterEach(cleanup);

const frame = frameOf({
  startMs: Date.parse('2026-01-01'),
  endMs: Date.parse('2026-11-01'),
  timeZone: 'UTC',
  widthPx: 204,
  heightPx: 38,
});
const potassium = madeSeries([
  { at: '2026-01-01', text: '4.1' },
  { at: '2026-03-01', text: '5.8', flag: 'H' },
  { at: '2026-04-01', text: '3', comparator: '<' },
  { at: '2026-05-01', text: '4.4' },
  { at: '2026-06-01', text: '4.6' },
  { at: '2026-07-01', text: '5.3', status: 'preliminary' },
]);
const marks = (root: ParentNode) =>
  [...root.querySelectorAll('[data-mark]')].map((one) => one.getAttribute('data-mark'));
const draw = (series = potassium) =>
  render(<Sparkline series={series} frame={frame} canClaimLatest />).container;

const symbolFor = (changes: Partial<RowKind>) =>
  symbolKindOf(madeRow({ at: '2026-01-01', text: '6.0', ...changes }).kind);
const flag = (changes: Partial<RowKind>) =>
  render(<FlagText kind={madeRow({ at: '2026-01-01', text: '6', ...changes }).kind} />).container;

describe('the line', () => {
  const path = linePath(potassium, frame, valueScale(potassium, frame));

  it('rule 5: is made of straight segments and nothing else', () => {
    expect(path).toMatch(/^[ML][\d. ]+([ML][\d. ]+)*$/);
  });

  it('rules 6, 20, 34: breaks at a limit and does not reach a preliminary result', () => {
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path.match(/L/g)).toHaveLength(2);
  });

  it('rule 23: a result that was sent three times counts once in the median of a pixel', () => {
    const at = (minute: number) => `2026-02-01T08:0${minute}:00Z`;
    const sent = [
      { at: at(0), text: '10' },
      { at: at(1), text: '20' },
      ...[1, 2, 3].map(() => ({ at: at(2), text: '30' })),
    ];
    const { median, spread } = thinnedLinePaths(madeSeries(sent), frame, (value) => value);
    expect(median).toMatch(/^M\d+ 20h1$/);
    expect(spread).toMatch(/ 29\.5V10\.5$/);
  });

  it('rule 6: one point alone is one symbol and no line', () => {
    const alone = madeSeries([{ at: '2026-02-01', text: '4.1' }]);
    expect(linePath(alone, frame, valueScale(alone, frame))).toBe('');
    expect(marks(draw(alone))).toEqual(['normal']);
  });
});

describe('the symbols', () => {
  it('rule 5: stand above the line', () => {
    const svg = draw().querySelector('svg');
    const children = [...(svg?.children ?? [])];
    const line = children.findIndex(
      (one) => /^M.*L/.test(one.getAttribute('d') ?? '') && !one.hasAttribute('data-mark'),
    );
    expect(line).toBeGreaterThan(-1);
    expect(children.findIndex((one) => one.hasAttribute('data-mark'))).toBeGreaterThan(line);
  });

  it('rule 52: have a shape of their own for every state', () => {
    const kinds: SymbolKind[] = [
      'normal',
      'H',
      'L',
      'HH',
      'LL',
      'A',
      'AA',
      'limit-below',
      'limit-above',
      'preliminary',
    ];
    const shapes = kinds.map((kind) => symbolPath(kind, 10, 10, 3));
    expect(new Set(shapes).size).toBe(kinds.length);
    // The open triangle differs from the filled one in size, in its fill, and in having no letter beside the
    // number.
    expect(symbolPath('outside-above', 10, 10, 3)).not.toBe(symbolPath('H', 10, 10, 3));
  });

  it('rules 26, 34: say what was sent, and never more', () => {
    expect(symbolFor({ outsideRange: 'above' })).toBe('outside-above');
    expect(symbolFor({ outsideRange: 'above', flag: 'N' })).toBe('normal');
    expect(symbolFor({ flag: 'HH', status: 'preliminary' })).toBe('preliminary');
    expect(symbolFor({ flag: 'other', flagText: 'POS' })).toBe('normal');
  });

  it('rule 23: results alike in everything share one symbol and say how many; different values never do', () => {
    const twice = { at: '2026-02-01', text: '4.1' };
    const container = draw(madeSeries([twice, twice, { at: '2026-02-01', text: '4.3' }]));
    expect(marks(container)).toHaveLength(2);
    expect(container.textContent).toBe('×2');
  });

  it('rule 8: with more points than pixels every flag and the extremes keep a symbol', () => {
    const startMs = frame.startMs;
    const many = Array.from({ length: 3_000 }, (_, i) => ({
      at: new Date(startMs + i * 7_200_000).toISOString(),
      text: String(i === 1_500 ? 6 : 4 + (i % 7) / 10),
      ...(i % 500 === 250 ? { flag: 'H' as const } : {}),
    }));
    const drawn = marks(draw(madeSeries(many)));
    expect(drawn.filter((kind) => kind === 'H')).toHaveLength(6);
    expect(drawn.filter((kind) => kind === 'normal')).toHaveLength(3);
  });

  it('rule 44: an imprecise date is a bar as wide as its uncertainty', () => {
    const [, bar] = draw(
      madeSeries([{ at: '2026-05-01', text: '4.1', precision: 'month' }]),
    ).querySelectorAll('path');
    const [, from, to] =
      /^M([\d.]+) [\d.]+H([\d.]+)/.exec(bar?.nextElementSibling?.getAttribute('d') ?? '') ?? [];
    const wide = (31 / 304) * 194;
    expect(Number(to) - Number(from)).toBeCloseTo(wide, 0);
  });
});

describe('the flag beside a number', () => {
  it('rule 52: has letters beside the shape, and a plate when critical', () => {
    expect(
      ['H', 'L', 'A', 'HH', 'LL'].map((one) => flag({ flag: one as RowKind['flag'] }).textContent),
    ).toEqual(['H', 'L', 'A', '‼HH', '‼LL']);
  });

  it('rule 26: is a shape with its words and no letter where only the range was sent', () => {
    const container = flag({ outsideRange: 'above' });
    expect(container.textContent).toBe('');
    expect(container.querySelector('[data-tooltip^="outside its reference range"] svg')).not.toBeNull();
    expect(flag({}).innerHTML).toBe('');
  });
});

describe('blood pressure', () => {
  it('rule 7: a pair is one bar with two caps, a lone side one cap without a bar', () => {
    const systolic = madeSeries([
      { at: '2026-02-01', text: '134' },
      { at: '2026-03-01', text: '148' },
    ]);
    const diastolic = madeSeries([{ at: '2026-02-01', text: '72' }]);
    const { container } = render(
      <PairSparkline systolic={systolic} diastolic={diastolic} frame={frame} canClaimLatest />,
    );
    const paths = [...container.querySelectorAll('[data-mark]')].map((one) => one.getAttribute('d') ?? '');
    expect(paths.map((d) => [d.match(/h/g)?.length, d.match(/V/g)?.length])).toEqual([
      [2, 1],
      [1, undefined],
    ]);
  });
});

describe('rule 11: a window of the record', () => {
  const spring = frameOf({ ...frame, startMs: Date.parse('2026-02-15'), endMs: Date.parse('2026-05-15') });

  it('draws the results in it and no symbol of those outside; the line goes on to the edge', () => {
    const { container } = render(<Sparkline series={potassium} frame={spring} canClaimLatest />);
    expect(marks(container)).toHaveLength(3);
    const path = container.querySelector('path[class*="line"]')?.getAttribute('d') ?? '';
    // The path comes from the neighbour before the window.
    expect(path).toMatch(/^M-\d/);
  });

  it('rule 4: the scale of the values does not follow it', () => {
    const heightOf = (one: typeof frame) => valueScale(potassium, one)(5.8);
    expect(heightOf(spring)).toBe(heightOf(frame));
  });

  it('draws a blood pressure of the window alone', () => {
    const sides = (id: string, low: number) =>
      madeSeries(
        ['2026-01-01', '2026-03-01', '2026-04-01', '2026-07-01'].map((at, i) => ({
          at,
          text: String(low + i),
        })),
        { id, axis: [40, 180] },
      );
    const pair = { systolic: sides('bp-sys', 120), diastolic: sides('bp-dia', 70) };
    const { container } = render(<PairSparkline {...pair} frame={spring} canClaimLatest />);
    expect(marks(container).filter((mark) => mark === 'pair')).toHaveLength(2);
  });
});
