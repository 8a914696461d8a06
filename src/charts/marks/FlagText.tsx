import type { RowKind } from '../../clinical/observation/resultRow.ts';
import { flagDescription, OUTSIDE_RANGE_TEXT } from '../format/flagText.ts';
import { symbolPath, type SymbolKind } from './symbols.tsx';
import { marksTexts } from './marks.messages.ts';
import styles from './FlagText.module.css';

type GlyphProps = { readonly kind: SymbolKind };

const Glyph = ({ kind }: GlyphProps) => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    <path d={symbolPath(kind, 6, 6, 2.6)} />
  </svg>
);

/** A voice has the letters beside the sign, and would call it "double exclamation mark". */
export const CriticalSign = () => (
  <span className={styles.sign} aria-hidden="true">
    ‼
  </span>
);

const tooltipOf = (kind: RowKind): string =>
  marksTexts('flag', { flag: kind.flag === 'other' ? kind.flagText : flagDescription(kind) });

/**
 * Shows the flag beside a number with its shape and letters, as the laboratory sent it, and nothing when none
 * was sent.
 */
export function FlagText({ kind }: { readonly kind: RowKind }) {
  const { flag, flagText, outsideRange, status } = kind;
  const tooltip = tooltipOf(kind);
  if (flag === 'HH' || flag === 'LL' || flag === 'AA') {
    return (
      <span className={styles.critical} data-symbol={flag} data-tooltip={tooltip}>
        <CriticalSign />
        {flag}
      </span>
    );
  }
  if (flag === 'H' || flag === 'L' || flag === 'A') {
    return (
      <span className={styles.flag} data-symbol={flag} data-tooltip={tooltip}>
        <Glyph kind={flag} />
        {flag}
      </span>
    );
  }
  if (flag === 'other') {
    return (
      <span className={styles.other} data-tooltip={tooltip} dir="auto">
        {flagText}
      </span>
    );
  }
  if (flag === '' && outsideRange && status !== 'preliminary') {
    return (
      <span
        className={styles.outside}
        data-symbol={`outside-${outsideRange}`}
        data-tooltip={OUTSIDE_RANGE_TEXT}
      >
        <Glyph kind={outsideRange === 'above' ? 'outside-above' : 'outside-below'} />
      </span>
    );
  }
  return null;
}
