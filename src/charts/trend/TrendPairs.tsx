import { memo } from 'react';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { pairPath, pairSpread } from '../sparkline/PairSparkline.tsx';
import { tenth } from '../axis/scale.ts';
import { isCorrected, SymbolMark, symbolOf } from '../marks/symbols.tsx';
import type { ChartEntry } from '../reading/chartEntries.ts';
import { entryPosition, type TrendLayout } from './trendLayout.ts';
import styles from './TrendChart.module.css';

const CAP = 3.5;
/** To one side only, so that it is no third cap. */
const TICK = 5;

const drawn = (row: Row | undefined) => (row && row.kind.drawing !== 'listed' ? row : undefined);
const sidesOf = ({ sides }: ChartEntry) => ({
  systolic: drawn(sides?.systolic),
  diastolic: drawn(sides?.diastolic),
});

/** More pairs than there is room for caps: then a band from the lowest to the highest in each pixel column. */
export const arePairsThinned = (entries: readonly ChartEntry[], { frame, isEvery }: TrendLayout) =>
  !isEvery && entries.length > frame.width / 4;

/** Mean pressures that were calculated, by Observation. */
export type Means = ReadonlyMap<string, number>;

type PairProps = {
  readonly entry: ChartEntry;
  readonly mean: number | undefined;
  readonly layout: TrendLayout;
  readonly bar: boolean;
  readonly strong: boolean;
};

/** Rule 7: one bar with two caps; of a lone side one cap and no bar. Each flag stands at its own end. */
function PairMark({ entry, mean, layout, bar, strong }: PairProps) {
  const sides = sidesOf(entry);
  const x = entryPosition(entry, layout)?.x ?? 0;
  const flags = [
    { row: sides.systolic, away: -7 },
    { row: sides.diastolic, away: 7 },
  ];
  const look = [
    styles.pair,
    strong && styles.strong,
    entry.rows[0].kind.status === 'preliminary' && styles.dashed,
  ];
  return (
    <>
      {bar && (
        <path
          data-mark="pair"
          className={look.filter(Boolean).join(' ')}
          d={pairPath(sides, x, layout.y, strong ? CAP * 1.3 : CAP)}
        />
      )}
      {bar && mean !== undefined && (
        <path data-tick="mean" className={styles.pair} d={`M${tenth(x)} ${tenth(layout.y(mean))}h${TICK}`} />
      )}
      {isCorrected(entry.rows[0].kind) && (
        <circle className={styles.pair} cx={tenth(x)} cy={tenth(layout.y(entry.rows[0].value))} r="7" />
      )}
      {flags.map(({ row, away }) => {
        const kind = row && symbolOf(row.kind);
        if (!row || !kind || kind === 'normal' || kind === 'preliminary') return null;
        return <SymbolMark key={away} kind={kind} x={x} y={layout.y(row.value) + away} r={2.5} />;
      })}
    </>
  );
}

const isFlagged = ({ rows }: ChartEntry) => rows.some(({ kind }) => symbolOf(kind) !== 'normal');

type TrendPairsProps = {
  readonly entries: readonly ChartEntry[];
  readonly layout: TrendLayout;
  readonly means?: Means | undefined;
};

export const TrendPairs = memo(function TrendPairs({ entries, layout, means }: TrendPairsProps) {
  const thinned = arePairsThinned(entries, layout);
  const last = entries.length - 1;
  return (
    <>
      {thinned && (
        <path className={styles.spread} d={pairSpread(entries.map(sidesOf), layout.frame, layout.y)} />
      )}
      {entries.map((entry, i) => {
        if (thinned && i !== last && !isFlagged(entry)) return null;
        return (
          <PairMark
            key={entry.key}
            entry={entry}
            mean={means?.get(entry.rows[0].id)}
            layout={layout}
            bar={!thinned || i === last}
            strong={i === last}
          />
        );
      })}
    </>
  );
});
