import { useEffect, type ReactNode } from 'react';
import { TimeAxis } from '../../charts/axis/TimeAxis.tsx';
import { deferredPart } from '../../ui/loading/lazyScreen.ts';
import { Tile, WaitingTile } from '../../parts/results/Tile.tsx';
import { loadUnitSpeech } from '../../parts/results/unitSpeech.ts';
import type { TileView } from '../../parts/results/tileView.ts';
import type { TileBlock, TileEntry } from '../../parts/results/tileLayout.ts';
import type { nameQualifiers } from '../../parts/results/nameQualifiers.ts';
import type { Layout } from '../../parts/results/useLayout.ts';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import styles from './Results.module.css';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';
import { overviewTexts } from './overview.messages.ts';

// The handle answers a pointer, so it may come after the first chart.
const AxisHandle = deferredPart(
  async () => (await import('../../parts/timeWindow/AxisBrush.tsx')).AxisHandle,
  () => null,
);

// A tile is compared only after it was drawn.
const TileMark = deferredPart(
  async () => (await import('./selection/TileMark.tsx')).TileMark,
  () => null,
);

/** Returns whether parts that are no curve may be loaded: the first chart has been drawn, or there will be none. */
export function useCanLoadLateParts(): boolean {
  const { record, isFirstChartDrawn } = useRecord();
  return isFirstChartDrawn || record?.ended === true;
}

/** These are the qualifiers that tell series of one name apart, by the ids of the series. */
type Qualifiers = ReturnType<typeof nameQualifiers>;

type EntryTileProps = {
  readonly entry: TileEntry;
  readonly view: TileView;
  readonly absenceText: string;
  readonly qualifiers: Qualifiers;
  readonly canLoadLateParts: boolean;
};

function EntryTile({ entry, view, absenceText, qualifiers, canLoadLateParts }: EntryTileProps) {
  const { kind, name, id } = entry;
  if (kind === 'waiting') return <WaitingTile name={name} frame={view.frame} text={absenceText} />;
  const diastolic = kind === 'pair' ? entry.diastolic : undefined;
  const { newer } = entry;
  return (
    <div className={styles.slot}>
      <Tile
        name={name}
        qualifier={qualifiers.get(id)}
        series={entry.series}
        diastolic={diastolic}
        newer={newer}
        mayLoadWords={newer.length > 0 && canLoadLateParts}
        view={view}
      />
      <LazyBoundary>{canLoadLateParts && <TileMark id={entry.series.id} name={name} />}</LazyBoundary>
    </div>
  );
}

export type ResultColumnProps = {
  readonly blocks: readonly TileBlock[];
  readonly view: TileView;
  readonly absenceText: string;
  readonly qualifiers: Qualifiers;
  readonly layout: Layout;
  /** Says beside the time axis how many results stand further down; '' where none do. */
  readonly moreText: string;
  /** This is the end of the column. */
  readonly children?: ReactNode;
};

/** Shows a column of curves under one time axis. */
export function ResultColumn({
  blocks,
  view,
  absenceText,
  qualifiers,
  layout,
  moreText,
  children,
}: ResultColumnProps) {
  const viewWindow = useViewWindow();
  const canLoadLateParts = useCanLoadLateParts();
  const axisHeightPx = 15 * layout.scale;
  useEffect(() => {
    if (canLoadLateParts) void loadUnitSpeech();
  }, [canLoadLateParts]);
  return (
    <div className={styles.column}>
      <div className={styles.axis} style={{ width: view.frame.widthPx }}>
        {viewWindow.visible && blocks.length > 0 && (
          <>
            <TimeAxis frame={view.frame} heightPx={axisHeightPx} textScale={layout.scale} />
            <LazyBoundary>
              {canLoadLateParts && (
                <AxisHandle frame={view.frame} placement={blocks[0]?.heading ? 'heading' : 'curves'} />
              )}
            </LazyBoundary>
          </>
        )}
      </div>
      {moreText && <p className={styles.more}>{moreText}</p>}
      {blocks.map(({ heading, entries, isContinued }) => (
        <section key={heading + (entries[0]?.id ?? '')}>
          {heading && (
            <h2 className={styles.group}>
              {isContinued ? overviewTexts('groupContinued', { group: heading }) : heading}
            </h2>
          )}
          {entries.map((entry) => (
            <EntryTile key={entry.id} {...{ entry, view, absenceText, qualifiers, canLoadLateParts }} />
          ))}
        </section>
      ))}
      {children}
    </div>
  );
}
