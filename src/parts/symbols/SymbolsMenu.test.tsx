// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { FlagText } from '../../charts/marks/FlagText.tsx';
import { SymbolMark, type SymbolKind } from '../../charts/marks/symbols.tsx';
import { SYMBOL_ORDER, SYMBOL_TEXT } from '../../charts/trend/TrendLegend.tsx';
import { trendRow } from '../../testing/trendFixture.ts';
import { SYMBOLS } from './symbolList.tsx';
import { SymbolsMenu } from './SymbolsMenu.tsx';
import { symbolsTexts } from './symbols.messages.ts';

afterEach(cleanup);

function openOver(drawn: React.ReactNode) {
  render(
    <>
      <SymbolsMenu />
      <main>{drawn}</main>
    </>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Symbols' }));
  const meanings = (heading: string) => {
    const group = screen.queryByRole('region', { name: heading });
    if (!group) return [];
    return within(group)
      .getAllByRole('listitem')
      .map(({ lastElementChild }) => lastElementChild?.textContent);
  };
  return { inView: meanings('On this screen'), others: meanings('Other symbols') };
}

const curve = (...kinds: readonly SymbolKind[]) => (
  <svg>
    {kinds.map((kind, i) => (
      <SymbolMark key={kind} kind={kind} x={10 * i} y={5} r={2} />
    ))}
  </svg>
);

test('the symbols of this screen come first, in one order, and the others after them', () => {
  const { inView, others } = openOver(curve('preliminary', 'L', 'normal'));
  expect(inView).toEqual([SYMBOL_TEXT.normal, SYMBOL_TEXT.L, SYMBOL_TEXT.preliminary]);
  expect(others).toContain(SYMBOL_TEXT.H);
  expect(others).not.toContain(SYMBOL_TEXT.L);
});

test.each(['HH', 'LL', 'AA'] as const)('rule 52: %s is named only where one stands on the screen', (kind) => {
  const { inView, others } = openOver(curve('normal', 'H'));
  expect([...inView, ...others]).not.toContain(SYMBOL_TEXT[kind]);
  cleanup();
  expect(openOver(curve(kind)).inView).toEqual([SYMBOL_TEXT[kind]]);
});

test('a critical letter beside a number is enough, also where its point is out of view', () => {
  const { kind } = trendRow('2026-10-12T14:10:00Z', '6.9', { flag: 'HH' });
  expect(openOver(<FlagText kind={kind} />).inView).toEqual([SYMBOL_TEXT.HH]);
});

test('what stands around a point and beside a value is explained too', () => {
  const { inView } = openOver(
    <>
      <svg>
        <SymbolMark kind="normal" x={5} y={5} r={2} isCorrected isDerived span={[0, 9]} count={2} />
      </svg>
      <i data-symbol="listed">5.8</i>
    </>,
  );
  expect(inView).toEqual([
    SYMBOL_TEXT.normal,
    ...(['corrected', 'derived', 'imprecise', 'several', 'listed'] as const).map((key) => symbolsTexts(key)),
  ]);
});

test('a screen without symbols says so, and still explains the others', () => {
  const { inView, others } = openOver(<p>No results.</p>);
  expect(inView).toEqual([]);
  expect(screen.getByText(symbolsTexts('none'))).toBeTruthy();
  expect(others.length).toBeGreaterThan(10);
});

test('what is drawn after the list was opened is there when it opens again', () => {
  const view = render(<SymbolsMenu />);
  fireEvent.click(screen.getByRole('button', { name: 'Symbols' }));
  expect(screen.queryByText(SYMBOL_TEXT.LL)).toBeNull();
  view.rerender(
    <>
      <SymbolsMenu />
      <main>{curve('LL')}</main>
    </>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Symbols' }));
  expect(screen.getByText(SYMBOL_TEXT.LL)).toBeTruthy();
});

test('every symbol of a result has its words, and no two lines have the same name', () => {
  const ids = SYMBOLS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const kind of SYMBOL_ORDER) expect(ids).toContain(kind);
});
