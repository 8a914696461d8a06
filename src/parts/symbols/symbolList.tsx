import type { ReactNode } from 'react';
import { SymbolSample } from '../../charts/marks/SymbolSample.tsx';
import lanes from '../../charts/lanes/EventMarks.module.css';
import marks from '../../charts/marks/ChartMarks.module.css';
import type { SymbolKind } from '../../charts/marks/symbols.tsx';
import { SYMBOL_ORDER, SYMBOL_TEXT } from '../../charts/trend/TrendLegend.tsx';
import { symbolsTexts } from './symbols.messages.ts';
import styles from './SymbolsMenu.module.css';

export type ListedSymbol = {
  readonly id: string;
  readonly text: string;
  readonly sample: ReactNode;
  /** Finds it on the screen; '' for what cannot be found, because nothing is drawn. */
  readonly selector: string;
  /** It is explained only while it stands on the screen, so that nobody reads it for one that does. */
  readonly isCritical?: boolean;
};

/** Draws a line, an area or a stroke as the charts do. */
const drawn = (className: string | undefined, path: string) => (
  <svg width="16" height="14" aria-hidden="true">
    <path className={className} d={path} />
  </svg>
);

const ofKind = (kind: SymbolKind): ListedSymbol => ({
  id: kind,
  text: SYMBOL_TEXT[kind],
  sample: <SymbolSample kind={kind} />,
  selector: `[data-mark="${kind}"], [data-symbol="${kind}"]`,
  isCritical: kind.length === 2,
});

const inText = (id: string, text: string, sample: ReactNode, selector = `[data-symbol="${id}"]`) => ({
  id,
  text,
  sample,
  selector,
});

/** A path without a way is in the page and not on the screen. */
const path = (className: string | undefined) => `path.${className}[d]:not([d=""])`;

const line = (id: string, text: string, className: string | undefined, way: string): ListedSymbol => ({
  id,
  text,
  sample: drawn(className, way),
  selector: path(className),
});

/** These are all symbols of the app, in the order in which they are explained. */
export const SYMBOLS: readonly ListedSymbol[] = [
  ...SYMBOL_ORDER.map(ofKind),
  inText('corrected', symbolsTexts('corrected'), <SymbolSample isCorrected />, '[data-symbol="corrected"]'),
  inText('derived', symbolsTexts('derived'), <SymbolSample isDerived />),
  inText('imprecise', symbolsTexts('imprecise'), <SymbolSample isImprecise />),
  inText('several', symbolsTexts('several'), <span>{symbolsTexts('sampleSeveral')}</span>),
  inText(
    'latest',
    symbolsTexts('latest'),
    <svg className={styles.dots} width="16" height="14" aria-hidden="true">
      <circle cx="4" cy="7" r="2" />
      <circle cx="12" cy="7" r="2.8" />
    </svg>,
    '[data-plot] [data-mark]',
  ),
  inText('listed', symbolsTexts('listed'), <i>{symbolsTexts('sampleText')}</i>),
  inText(
    'derived-text',
    symbolsTexts('derived'),
    <span className={styles.dotted}>{symbolsTexts('sampleText')}</span>,
  ),
  inText('empty', symbolsTexts('empty'), '', '[role="gridcell"]'),
  inText('change', symbolsTexts('change'), <b>{symbolsTexts('sampleChange')}</b>, 'a [data-number]'),
  line('band', symbolsTexts('range'), marks.band, 'M0 3H16V11H0Z'),
  line('limit', symbolsTexts('limit'), marks.limit, 'M0 7.5H16'),
  {
    ...line('systolic', symbolsTexts('systolicRange'), marks.edge, 'M0 7.5H16'),
    selector: '[data-band="systolic"]',
  },
  line('diastolic', symbolsTexts('diastolicRange'), marks.lower, 'M0 7.5H16'),
  line('pair', symbolsTexts('bar'), marks.pair, 'M5 2.5h6M8 2.5V11.5M5 11.5h6'),
  line('spread', symbolsTexts('spread'), marks.spread, 'M4.5 4V10M8.5 2V12M12.5 5V9'),
  line('break', symbolsTexts('break'), marks.break, 'M8.5 0V14'),
  { id: 'gap', text: symbolsTexts('gap'), sample: drawn(marks.line, 'M0 9L4 6M12 8L16 5'), selector: '' },
  line('dose', symbolsTexts('dose'), lanes.laneEdge, 'M0 7.5H8V3.5H16'),
  line('sameHeight', symbolsTexts('sameHeight'), lanes.flat, 'M0 7.5H16'),
  line('notGiven', symbolsTexts('notGiven'), lanes.notGiven, 'M1 4.5H15V11.5H1Z'),
  {
    ...line('unsure', symbolsTexts('unsure'), lanes.unsureEdge, 'M1 11V4.5H15'),
    selector: `${path(lanes.unsureEdge)}, ${path(lanes.unsure)}`,
  },
  line('event', symbolsTexts('event'), lanes.tick, 'M8.5 2V12'),
  line('stay', symbolsTexts('stay'), lanes.stay, 'M2 3H14V11H2Z'),
];

export type SymbolsInView = {
  readonly inView: readonly ListedSymbol[];
  readonly others: readonly ListedSymbol[];
};

const isSeen = (symbol: ListedSymbol, screen: Element): boolean =>
  symbol.selector !== '' && screen.querySelector(symbol.selector) !== null;

/** Tells the symbols that stand on this screen now from the others. A critical one is named only where it stands. */
export function symbolsOn(screen: Element | null): SymbolsInView {
  const inView = SYMBOLS.filter((symbol) => screen !== null && isSeen(symbol, screen));
  const others = SYMBOLS.filter((symbol) => !inView.includes(symbol) && !symbol.isCritical);
  return { inView, others };
}
