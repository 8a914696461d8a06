import { memo } from 'react';
import { classOf, isCorrected, symbolOf, symbolPath, type SymbolKind } from '../marks/symbols.tsx';
import symbols from '../marks/symbols.module.css';
import { drawnRows, type ChartEntry } from '../reading/chartEntries.ts';
import styles from './TrendLegend.module.css';

const WORDS = {
  normal: 'final',
  H: 'H high',
  L: 'L low',
  HH: 'HH critical',
  LL: 'LL critical',
  A: 'A abnormal, direction not given',
  AA: 'AA critical, direction not given',
  'outside-above': 'above the range sent, no flag sent',
  'outside-below': 'below the range sent, no flag sent',
  preliminary: 'preliminary',
  'limit-below': 'below a limit',
  'limit-above': 'above a limit',
} satisfies Record<SymbolKind, string>;
const isKind = (text: string): text is SymbolKind => text in WORDS;
const ORDER = Object.keys(WORDS).filter(isKind);

type Extras = { corrected: boolean; derived: boolean; imprecise: boolean };

function occurring(drawn: readonly ChartEntry[]) {
  const kinds = new Set<SymbolKind>();
  const extras: Extras = { corrected: false, derived: false, imprecise: false };
  const seen = new Set();
  for (const { kind } of drawn.flatMap(drawnRows)) {
    if (seen.has(kind)) continue;
    seen.add(kind);
    kinds.add(symbolOf(kind));
    extras.corrected ||= isCorrected(kind);
    extras.derived ||= kind.isConverted || kind.isParsedFromText;
    extras.imprecise ||= kind.precision !== 'instant';
  }
  return { kinds: ORDER.filter((kind) => kinds.has(kind)), extras };
}

type ItemProps = {
  readonly kind?: SymbolKind;
  readonly words: string;
  readonly corrected?: boolean;
  readonly derived?: boolean;
  readonly imprecise?: boolean;
};

const RADIUS = 2.8;

/** Drawn without `data-mark`: it stands for no result. */
function Item({ kind = 'normal', words, corrected, derived, imprecise }: ItemProps) {
  const y = kind === 'limit-below' ? 4 : kind === 'limit-above' ? 10 : 7;
  return (
    <li>
      <svg width="16" height="14" aria-hidden="true">
        {imprecise && <path className={symbols.stroke} d="M1 7H15M1 4.5v5M15 4.5v5" />}
        {corrected && <circle className={symbols.ring} cx="8" cy={y} r={RADIUS * 2.1} />}
        {derived && <path className={symbols.stroke} d={`M8 ${y + RADIUS + 1}v3.5`} />}
        <path className={classOf(kind)} d={symbolPath(kind, 8, y, RADIUS)} />
      </svg>
      {words}
    </li>
  );
}

type TrendLegendProps = { readonly drawn: readonly ChartEntry[]; readonly hasMeans?: boolean };

/** The symbols that occur in this chart, and no others. */
export const TrendLegend = memo(function TrendLegend({ drawn, hasMeans }: TrendLegendProps) {
  const { kinds, extras } = occurring(drawn);
  const paired = drawn.some(({ sides }) => sides);
  return (
    <ul className={styles.legend} aria-label="Symbols">
      {kinds
        .filter((kind) => !(paired && kind === 'normal'))
        .map((kind) => (
          <Item key={kind} kind={kind} words={WORDS[kind]} />
        ))}
      {paired && <li>bar from diastolic to systolic; one cap alone: the other side was not recorded</li>}
      {paired && drawn.some(({ rows }) => rows.some(({ kind }) => kind.band)) && (
        <li>lines: ranges sent, of the systolic side solid, of the diastolic dotted</li>
      )}
      {hasMeans && <li>tick on the bar: mean arterial pressure, calculated by Longview</li>}
      {extras.corrected && <Item words="corrected" corrected />}
      {extras.derived && <Item words="converted, or read from a text" derived />}
      {extras.imprecise && <Item words="date not exact" imprecise />}
    </ul>
  );
});
