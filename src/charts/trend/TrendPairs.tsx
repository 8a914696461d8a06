import { memo } from 'react';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { pairBarPath, pairSpreadPath } from '../marks/pairBar.ts';
import { roundPx } from '../axis/scale.ts';
import { hasCorrectedStatus, SymbolMark, symbolKindOf, symbolOf } from '../marks/symbols.tsx';
import type { ChartEntry } from '../reading/chartEntries.ts';
import { meanOf, type MeanPressures } from '../reading/meanPressure.ts';
import { entryPosition, type TrendLayout } from './trendLayout.ts';
import markStyles from '../marks/ChartMarks.module.css';
import symbolStyles from '../marks/symbols.module.css';

const CAP_PX = 3.5;
/** The tick reaches to one side only, so that it does not look like a third cap. */
const TICK_PX = 5;

const drawnSide = (row: Row | undefined) => (row && row.kind.drawing !== 'listed' ? row : undefined);
const drawnSides = ({ sides }: ChartEntry) => ({
  systolic: drawnSide(sides?.systolic),
  diastolic: drawnSide(sides?.diastolic),
});

/**
 * With more pairs than room for caps, a band from the lowest to the highest value of each pixel column stands
 * for them.
 */
export const arePairsThinned = (entries: readonly ChartEntry[], { frame, hasEveryPoint }: TrendLayout) =>
  !hasEveryPoint && entries.length > frame.widthPx / 4;

type PairMarkProps = {
  readonly entry: ChartEntry;
  readonly mean: number | undefined;
  readonly layout: TrendLayout;
  readonly hasBar: boolean;
  readonly isStrong: boolean;
};

/**
 * Draws one bar with two caps, and one cap without a bar for a lone side (rule 7). Each flag stands at its
 * own end.
 */
function PairMark({ entry, mean, layout, hasBar, isStrong }: PairMarkProps) {
  const sides = drawnSides(entry);
  const x = entryPosition(entry, layout)?.x ?? 0;
  const sentCount = 1 + entry.repeats.length;
  const flags = [
    { row: sides.systolic, away: -7 },
    { row: sides.diastolic, away: 7 },
  ];
  const classes = [
    markStyles.pair,
    isStrong && markStyles.strong,
    entry.rows[0].kind.status === 'preliminary' && markStyles.dashed,
  ];
  return (
    <>
      {hasBar && (
        <path
          data-mark="pair"
          className={classes.filter(Boolean).join(' ')}
          d={pairBarPath(sides, x, layout.y, isStrong ? CAP_PX * 1.3 : CAP_PX)}
        />
      )}
      {hasBar && mean !== undefined && (
        <path
          data-tick="mean"
          className={markStyles.pair}
          d={`M${roundPx(x)} ${roundPx(layout.y(mean))}h${TICK_PX}`}
        />
      )}
      {hasCorrectedStatus(entry.rows[0].kind) && (
        <circle
          className={markStyles.pair}
          cx={roundPx(x)}
          cy={roundPx(layout.y(entry.rows[0].value))}
          r="7"
        />
      )}
      {sentCount > 1 && (
        <text
          className={symbolStyles.count}
          x={roundPx(x + 6)}
          y={roundPx(layout.y(entry.rows[0].value) + 4)}
        >
          ×{sentCount}
        </text>
      )}
      {flags.map(({ row, away }) => {
        const symbol = row && symbolOf(row.kind);
        if (!symbol || symbol.kind === 'normal' || symbol.kind === 'preliminary') return null;
        return <SymbolMark key={away} {...symbol} x={x} y={layout.y(row.value) + away} r={2.5} />;
      })}
    </>
  );
}

const isFlagged = ({ rows }: ChartEntry) => rows.some(({ kind }) => symbolKindOf(kind) !== 'normal');

type TrendPairsProps = {
  readonly entries: readonly ChartEntry[];
  readonly layout: TrendLayout;
  readonly means?: MeanPressures | undefined;
};

export const TrendPairs = memo(function TrendPairs({ entries, layout, means }: TrendPairsProps) {
  const isThinned = arePairsThinned(entries, layout);
  const last = entries.length - 1;
  return (
    <>
      {isThinned && (
        <path
          className={markStyles.spread}
          d={pairSpreadPath(entries.map(drawnSides), layout.frame, layout.y)}
        />
      )}
      {entries.map((entry, i) => {
        if (isThinned && i !== last && !isFlagged(entry)) return null;
        return (
          <PairMark
            key={entry.key}
            entry={entry}
            mean={meanOf(entry, means)}
            layout={layout}
            hasBar={!isThinned || i === last}
            isStrong={i === last}
          />
        );
      })}
    </>
  );
});
