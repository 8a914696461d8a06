import type { RowKind } from '../clinical/observation/resultRow.ts';
import { plainRowKind } from '../clinical/observation/plainRowKind.ts';
import { FlagText } from '../charts/marks/FlagText.tsx';
import { SymbolMark, symbolWithMarks } from '../charts/marks/symbols.tsx';
import type { Family, State } from './family.ts';
import styles from './Gallery.module.css';

type SymbolState = Partial<RowKind> & {
  readonly name: string;
  readonly caption: string;
  readonly count?: number;
};

/** These are the states of a result in the table "Chart anatomy", as a row has them after the reading. */
const STATES: readonly SymbolState[] = [
  { name: 'final', caption: 'Final, in range or no flag sent' },
  { name: 'high', caption: 'High', flag: 'H', flagText: 'H' },
  { name: 'low', caption: 'Low', flag: 'L', flagText: 'L' },
  { name: 'critically-high', caption: 'Critically high', flag: 'HH', flagText: 'HH' },
  { name: 'critically-low', caption: 'Critically low', flag: 'LL', flagText: 'LL' },
  { name: 'abnormal', caption: 'Abnormal, direction not given', flag: 'A', flagText: 'A' },
  { name: 'critically-abnormal', caption: 'Critical, direction not given', flag: 'AA', flagText: 'AA' },
  { name: 'flag-in-words', caption: 'Flag in words of the laboratory', flag: 'other', flagText: 'POS' },
  { name: 'above-range', caption: 'Above the range sent, no flag sent', outsideRange: 'above' },
  { name: 'below-range', caption: 'Below the range sent, no flag sent', outsideRange: 'below' },
  { name: 'preliminary', caption: 'Preliminary', status: 'preliminary' },
  { name: 'below-limit', caption: 'Below a limit', comparator: '<' },
  { name: 'above-limit', caption: 'Above a limit', comparator: '>' },
  {
    name: 'critical-limit',
    caption: 'Above a limit, and critical',
    comparator: '>',
    flag: 'HH',
    flagText: 'HH',
  },
  { name: 'low-limit', caption: 'Below a limit, and low', comparator: '<', flag: 'L', flagText: 'L' },
  { name: 'corrected', caption: 'Corrected, and high', status: 'corrected', flag: 'H', flagText: 'H' },
  { name: 'imprecise', caption: 'Day, month or year: as wide as what is not known', precision: 'month' },
  { name: 'converted', caption: 'Converted', isConverted: true },
  { name: 'parsed', caption: 'Read from a text', isParsedFromText: true },
  { name: 'twice', caption: 'Twice the same', count: 2 },
];

const SIZES = [2, 3.5] as const;

function Sizes({ kind, count }: { readonly kind: RowKind; readonly count: number }) {
  const about = { ...symbolWithMarks(kind), count };
  return SIZES.map((r, i) => {
    const x = 24 + i * 56;
    const span = kind.precision === 'instant' ? undefined : ([x - 14, x + 14] as const);
    return <SymbolMark key={r} {...about} {...{ r, x, span }} y={18} />;
  });
}

const stateOf = ({ name, caption, count = 1, ...more }: SymbolState): State => ({
  name,
  caption,
  draw: () => (
    <div className={styles.row}>
      <svg width="120" height="36" aria-hidden="true">
        <Sizes kind={{ ...plainRowKind, ...more }} count={count} />
      </svg>
      <span>
        <FlagText kind={{ ...plainRowKind, ...more }} />
      </span>
    </div>
  ),
});

export const symbols: Family = {
  name: 'symbols',
  title: 'Symbols',
  minWidthPx: 300,
  states: STATES.map(stateOf),
};
