import type { Frame } from '../../charts/axis/frame.ts';
import { TimeAxis } from '../../charts/axis/TimeAxis.tsx';
import { completenessOf } from '../../parts/recordStatus/recordCompleteness.ts';
import type { PrintedTile, PrintPlan } from './printPlan.ts';
import { PrintTile } from './PrintTile.tsx';
import { usePrintedRecord } from './usePrintedRecord.ts';
import styles from './PrintSummary.module.css';
import { printTexts } from './print.messages.ts';

const COLUMNS = 3;

const groupText = ({ group, isContinued }: PrintedTile): string =>
  group && isContinued ? printTexts('groupContinued', { group }) : group;

type PrintTilesProps = {
  readonly plan: PrintPlan;
  readonly frame: Frame;
  /** This is the reader's text size as a multiple of 16 px. */
  readonly textScale: number;
};

/** Draws the tiles in clinical order, all with one size and one time axis (rule 9), which stands over each block of them. */
export function PrintTiles({ frame, textScale, plan }: PrintTilesProps) {
  const { record } = usePrintedRecord();
  const { blocks, qualifiers } = plan;
  const completeness = completenessOf(record);
  return (
    <>
      {blocks.map((tiles) => (
        <div key={tiles[0]?.entry.id} className={styles.block}>
          <div className={styles.axes} aria-hidden="true">
            {tiles.slice(0, COLUMNS).map(({ entry }) => (
              <TimeAxis key={entry.id} frame={frame} heightPx={15 * textScale} textScale={textScale} />
            ))}
          </div>
          <ul className={styles.tiles}>
            {tiles.map((tile) => (
              <PrintTile
                key={tile.entry.id}
                entry={tile.entry}
                qualifier={qualifiers.get(tile.entry.id)}
                group={groupText(tile)}
                frame={frame}
                completeness={completeness}
              />
            ))}
          </ul>
        </div>
      ))}
      {blocks.length === 0 && (
        <p className={styles.omission}>
          {record.complete ? printTexts('noCurves') : printTexts('noCurvesRead')}
        </p>
      )}
    </>
  );
}
