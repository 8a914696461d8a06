import { Suspense, type ReactNode } from 'react';
import { TimeAxis } from '../../charts/axis/TimeAxis.tsx';
import { latePart } from '../../ui/loading/lazyScreen.ts';
import { Tile, WaitingTile } from '../../parts/results/Tile.tsx';
import type { TileView } from '../../parts/results/tileView.ts';
import type { TileBlock, TileEntry } from '../../parts/results/tileLayout.ts';
import type { nameQualifiers } from '../../parts/results/nameQualifiers.ts';
import type { Layout } from '../../parts/results/useLayout.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import styles from './Results.module.css';

// A pointer needs it, so it may come after the first chart.
const AxisBrush = latePart(
  async () => (await import('../../parts/timeWindow/AxisBrush.tsx')).AxisBrush,
  () => null,
);

/** What tells series of one name apart, by their ids. */
type Qualifiers = ReturnType<typeof nameQualifiers>;

type TileOfProps = {
  readonly entry: TileEntry;
  readonly view: TileView;
  readonly absence: string;
  readonly qualifiers: Qualifiers;
};

function TileOf({ entry, view, absence, qualifiers }: TileOfProps) {
  const { kind, name, id } = entry;
  if (kind === 'waiting') return <WaitingTile name={name} frame={view.frame} text={absence} />;
  const diastolic = kind === 'pair' ? entry.diastolic : undefined;
  return (
    <Tile
      name={name}
      qualifier={qualifiers.get(id)}
      series={entry.series}
      diastolic={diastolic}
      view={view}
    />
  );
}

export type ResultColumnProps = {
  readonly blocks: readonly TileBlock[];
  readonly view: TileView;
  readonly absence: string;
  readonly qualifiers: Qualifiers;
  readonly layout: Layout;
  readonly dated: boolean;
  /** undefined while nothing else than the curves is to be loaded. */
  readonly window: ViewWindow | undefined;
  /** How many results stand further down; '' where none do. */
  readonly more: string;
  readonly children?: ReactNode;
};

/** A column of curves under one time axis; `more` stands beside the axis, `children` at the end. */
export function ResultColumn({
  blocks,
  view,
  absence,
  qualifiers,
  layout,
  dated,
  window,
  more,
  children,
}: ResultColumnProps) {
  const axisPx = 15 * layout.scale;
  return (
    <div className={styles.column}>
      <div className={styles.axis} style={{ width: view.frame.widthPx }}>
        {dated && blocks.length > 0 && (
          <>
            <TimeAxis frame={view.frame} heightPx={axisPx} textScale={layout.scale} />
            <Suspense>
              {window && (
                <AxisBrush
                  frame={view.frame}
                  heightPx={axisPx}
                  view={window}
                  placement={blocks[0]?.heading ? 'heading' : 'curves'}
                />
              )}
            </Suspense>
          </>
        )}
      </div>
      {more && <p className={styles.more}>{more}</p>}
      {blocks.map(({ heading, entries, continued }) => (
        <section key={heading + (entries[0]?.id ?? '')}>
          {heading && <h2 className={styles.group}>{continued ? `${heading}, continued` : heading}</h2>}
          {entries.map((entry) => (
            <TileOf key={entry.id} {...{ entry, view, absence, qualifiers }} />
          ))}
        </section>
      ))}
      {children}
    </div>
  );
}
