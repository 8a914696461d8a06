import { memo } from 'react';
import {
  symbolClass,
  hasCorrectedStatus,
  symbolKindOf,
  symbolPath,
  type SymbolKind,
} from '../marks/symbols.tsx';
import symbols from '../marks/symbols.module.css';
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import type { ChartEntry } from '../reading/chartEntries.ts';
import { trendLegendTexts } from './trendLegend.messages.ts';
import styles from './TrendLegend.module.css';

const LEGEND_TEXT = {
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
const isKind = (text: string): text is SymbolKind => text in LEGEND_TEXT;
const ORDER = Object.keys(LEGEND_TEXT).filter(isKind);

type Extras = { corrected: boolean; derived: boolean; imprecise: boolean };

function occurringSymbols(drawn: readonly ChartEntry[]) {
  const kinds = new Set<SymbolKind>();
  const extras: Extras = { corrected: false, derived: false, imprecise: false };
  const found = new Set<RowKind>();
  for (const { rows } of drawn) for (const { kind } of rows) if (kind.drawing !== 'listed') found.add(kind);
  for (const kind of found) {
    kinds.add(symbolKindOf(kind));
    extras.corrected ||= hasCorrectedStatus(kind);
    extras.derived ||= kind.isConverted || kind.isParsedFromText;
    extras.imprecise ||= kind.precision !== 'instant';
  }
  return { kinds: ORDER.filter((kind) => kinds.has(kind)), extras };
}

type LegendItemProps = {
  readonly kind?: SymbolKind;
  readonly text: string;
  readonly isCorrected?: boolean;
  readonly isDerived?: boolean;
  readonly isImprecise?: boolean;
};

const RADIUS_PX = 2.8;

/** The item has no `data-mark`, because it stands for no result. */
function LegendItem({ kind = 'normal', text, isCorrected, isDerived, isImprecise }: LegendItemProps) {
  const y = kind === 'limit-below' ? 4 : kind === 'limit-above' ? 10 : 7;
  return (
    <li>
      <svg width="16" height="14" aria-hidden="true">
        {isImprecise && <path className={symbols.stroke} d="M1 7H15M1 4.5v5M15 4.5v5" />}
        {isCorrected && <circle className={symbols.ring} cx="8" cy={y} r={RADIUS_PX * 2.1} />}
        {isDerived && <path className={symbols.stroke} d={`M8 ${y + RADIUS_PX + 1}v3.5`} />}
        <path className={symbolClass(kind)} d={symbolPath(kind, 8, y, RADIUS_PX)} />
      </svg>
      {text}
    </li>
  );
}

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
          <LegendItem key={kind} kind={kind} text={LEGEND_TEXT[kind]} />
        ))}
      {paired && <li>{trendLegendTexts('bar')}</li>}
      {paired && drawn.some(({ rows }) => rows.some(({ kind }) => kind.band)) && (
        <li>{trendLegendTexts('ranges')}</li>
      )}
      {hasMeans && <li>{trendLegendTexts('mean')}</li>}
      {extras.corrected && <LegendItem text={trendLegendTexts('corrected')} isCorrected />}
      {extras.derived && <LegendItem text={trendLegendTexts('derived')} isDerived />}
      {extras.imprecise && <LegendItem text={trendLegendTexts('imprecise')} isImprecise />}
    </ul>
  );
});
