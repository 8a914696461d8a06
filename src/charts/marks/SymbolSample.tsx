import { symbolClass, symbolPath, type SymbolKind } from './symbols.tsx';
import symbols from './symbols.module.css';

type SymbolSampleProps = {
  readonly kind?: SymbolKind;
  readonly isCorrected?: boolean;
  readonly isDerived?: boolean;
  readonly isImprecise?: boolean;
};

const RADIUS_PX = 2.8;

/** Draws a symbol beside its words in a legend. It has no `data-mark`, because it stands for no result. */
export function SymbolSample({ kind = 'normal', isCorrected, isDerived, isImprecise }: SymbolSampleProps) {
  const y = kind === 'limit-below' ? 4 : kind === 'limit-above' ? 10 : 7;
  return (
    <svg width="16" height="14" aria-hidden="true">
      {isImprecise && <path className={symbols.stroke} d="M1 7H15M1 4.5v5M15 4.5v5" />}
      {isCorrected && <circle className={symbols.ring} cx="8" cy={y} r={RADIUS_PX * 2.1} />}
      {isDerived && <path className={symbols.stroke} d={`M8 ${y + RADIUS_PX + 1}v3.5`} />}
      <path className={symbolClass(kind)} d={symbolPath(kind, 8, y, RADIUS_PX)} />
    </svg>
  );
}
