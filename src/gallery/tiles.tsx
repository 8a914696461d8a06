import { frameOf } from '../charts/axis/frame.ts';
import { recordOf } from '../testing/recordFixture.ts';
import { tileEntriesOf, type TileEntry } from '../parts/results/tileLayout.ts';
import { Tile, WaitingTile } from '../parts/results/Tile.tsx';
import type { TileView } from '../parts/results/tileView.ts';
import type { RecordCompleteness } from '../parts/recordStatus/recordCompleteness.ts';
import { useLayout } from '../parts/results/useLayout.ts';
import type { Family, State } from './family.ts';
import { NOW_MS, ZONE } from './fixedClock.ts';
import { tileStates, TWO_YEARS_AGO } from './tileStates.ts';

function TileInColumn({
  entry,
  startMs,
  completeness,
}: {
  readonly entry: TileEntry;
  readonly startMs: number;
  readonly completeness: RecordCompleteness;
}) {
  const [ref, layout] = useLayout();
  const frame =
    layout && frameOf({ startMs, endMs: NOW_MS, timeZone: ZONE, widthPx: layout.plotWidthPx, heightPx: 44 });
  const view: TileView | undefined = frame && { frame, completeness, todayMs: NOW_MS, nameWidthPx: 160 };
  return <div ref={ref}>{view && <EntryTile entry={entry} view={view} />}</div>;
}

function EntryTile({ entry, view }: { readonly entry: TileEntry; readonly view: TileView }) {
  if (entry.kind === 'waiting') return <WaitingTile name={entry.name} frame={view.frame} text="loading" />;
  const diastolic = entry.kind === 'pair' ? entry.diastolic : undefined;
  const { name, series, newer } = entry;
  return <Tile {...{ name, series, diastolic, newer, view }} />;
}

const drawTile = (
  entry: TileEntry | undefined,
  startMs = TWO_YEARS_AGO,
  completeness: RecordCompleteness = 'complete',
) => {
  if (entry === undefined) throw new Error('Nothing of this has a tile.');
  return <TileInColumn {...{ entry, startMs, completeness }} />;
};

const WAITING: TileEntry = { kind: 'waiting', id: 'na', name: 'Sodium', group: '' };

export const tiles: Family = {
  name: 'tiles',
  title: 'Tiles',
  minWidthPx: 400,
  states: [
    ...tileStates.map(({ name, caption, observations, startMs, completeness }): State => ({
      name,
      caption,
      draw: () => drawTile(tileEntriesOf(recordOf(observations).series, [])[0], startMs, completeness),
    })),
    { name: 'waiting', caption: 'Before its first result', draw: () => drawTile(WAITING) },
  ],
};
