import { memo, type ComponentProps } from 'react';
import { SymbolSample } from '../marks/SymbolSample.tsx';
import { symbolWithMarks, type SymbolKind } from '../marks/symbols.tsx';
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import { trendLegendTexts } from './trendLegend.messages.ts';
import styles from './TrendLegend.module.css';

/** This is what each symbol means, in the order of legends. */
export const SYMBOL_TEXT = {
  normal: trendLegendTexts('final'),
  H: trendLegendTexts('high'),
  L: trendLegendTexts('low'),
  HH: trendLegendTexts('criticallyHigh'),
  LL: trendLegendTexts('criticallyLow'),
  A: trendLegendTexts('abnormal'),
  AA: trendLegendTexts('criticallyAbnormal'),
  'outside-above': trendLegendTexts('aboveRange'),
  'outside-below': trendLegendTexts('belowRange'),
  preliminary: trendLegendTexts('preliminary'),
  'limit-below': trendLegendTexts('belowLimit'),
  'limit-above': trendLegendTexts('aboveLimit'),
} satisfies Record<SymbolKind, string>;
const isSymbolKind = (text: string): text is SymbolKind => text in SYMBOL_TEXT;
export const SYMBOL_ORDER = Object.keys(SYMBOL_TEXT).filter(isSymbolKind);

type Extras = { hasCorrected: boolean; hasDerived: boolean; hasImprecise: boolean };

function occurringSymbols(drawn: readonly ChartEntry[]) {
  const kinds = new Set<SymbolKind>();
  const extras: Extras = { hasCorrected: false, hasDerived: false, hasImprecise: false };
  const found = new Set<RowKind>();
  for (const { rows } of drawn) for (const { kind } of rows) if (kind.drawing !== 'listed') found.add(kind);
  for (const kind of found) {
    const { limit, isCorrected, isDerived, ...symbol } = symbolWithMarks(kind);
    kinds.add(symbol.kind);
    if (limit) kinds.add(limit);
    extras.hasCorrected ||= isCorrected;
    extras.hasDerived ||= isDerived;
    extras.hasImprecise ||= kind.precision !== 'instant';
  }
  return { kinds: SYMBOL_ORDER.filter((kind) => kinds.has(kind)), extras };
}

type LegendItemProps = ComponentProps<typeof SymbolSample> & { readonly text: string };

const LegendItem = ({ text, ...sample }: LegendItemProps) => (
  <li>
    <SymbolSample {...sample} />
    {text}
  </li>
);

type TrendLegendProps = { readonly drawn: readonly ChartEntry[]; readonly hasMeans?: boolean };

/** Lists the symbols that occur in this chart, and no others. */
export const TrendLegend = memo(function TrendLegend({ drawn, hasMeans }: TrendLegendProps) {
  const { kinds, extras } = occurringSymbols(drawn);
  const paired = drawn.some(({ sides }) => sides);
  return (
    <ul className={styles.legend} aria-label={trendLegendTexts('symbols')}>
      {kinds
        .filter((kind) => !(paired && kind === 'normal'))
        .map((kind) => (
          <LegendItem key={kind} kind={kind} text={SYMBOL_TEXT[kind]} />
        ))}
      {paired && <li>{trendLegendTexts('bar')}</li>}
      {paired && drawn.some(({ rows }) => rows.some(({ kind }) => kind.band)) && (
        <li>{trendLegendTexts('ranges')}</li>
      )}
      {hasMeans && <li>{trendLegendTexts('mean')}</li>}
      {extras.hasCorrected && <LegendItem text={trendLegendTexts('corrected')} isCorrected />}
      {extras.hasDerived && <LegendItem text={trendLegendTexts('derived')} isDerived />}
      {extras.hasImprecise && <LegendItem text={trendLegendTexts('imprecise')} isImprecise />}
    </ul>
  );
});
