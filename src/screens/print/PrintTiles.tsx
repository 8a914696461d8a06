import type { Frame } from '../../charts/axis/frame.ts';
import { TimeAxis } from '../../charts/axis/TimeAxis.tsx';
import { completenessOf } from '../../parts/recordStatus/recordCompleteness.ts';
import { printPlan } from './printPlan.ts';
import { PrintTile } from './PrintTile.tsx';
import { usePrintedRecord } from './usePrintedRecord.ts';
import styles from './PrintSummary.module.css';
import { printTexts } from './print.messages.ts';

const COLUMNS = 3;
/** A tile has a line each for group, name, plot, range, change and remarks (PrintSummary.module.css). */
const TILE_LINES = 6;

/** Names every result that is not on the page, so that nothing is left out silently. */
function omissionTexts(furtherNames: readonly string[], listedNames: readonly string[]): string[] {
  const facts = (names: readonly string[]) => ({
    count: names.length,
    shown: String(names.length),
    names: names.join('; '),
  });
  return [
    furtherNames.length > 0 ? printTexts('furtherResults', facts(furtherNames)) : '',
    listedNames.length > 0 ? printTexts('listedResults', facts(listedNames)) : '',
  ].filter(Boolean);
}

type PrintTilesProps = {
  readonly frame: Frame;
  /** The reader's text size as a multiple of 16 px. */
  readonly textScale: number;
};

/** Draws the tiles in clinical order, all with one size and one time axis (rule 9), and names the results that have none. */
export function PrintTiles({ frame, textScale }: PrintTilesProps) {
  const { record, window } = usePrintedRecord();
  const { tiles, furtherNames, listedNames, qualifiers } = printPlan(record, window, frame.timeZone);
  const rows = Math.max(1, Math.ceil(tiles.length / COLUMNS));
  const completeness = completenessOf(record);
  return (
    <>
      <div className={styles.axes} aria-hidden="true">
        {Array.from({ length: Math.min(COLUMNS, tiles.length) }, (_, i) => (
          <TimeAxis key={i} frame={frame} heightPx={15 * textScale} textScale={textScale} />
        ))}
      </div>
      <ul className={styles.tiles} style={{ gridTemplateRows: `repeat(${rows * TILE_LINES}, auto)` }}>
        {tiles.map((entry, i) => (
          <PrintTile
            key={entry.id}
            entry={entry}
            qualifier={qualifiers.get(entry.id)}
            group={i % rows > 0 && tiles[i - 1]?.group === entry.group ? '' : entry.group}
            frame={frame}
            completeness={completeness}
          />
        ))}
      </ul>
      {tiles.length === 0 && (
        <p className={styles.omission}>
          {record.complete ? printTexts('noCurves') : printTexts('noCurvesRead')}
        </p>
      )}
      {omissionTexts(furtherNames, listedNames).map((text) => (
        <p key={text} className={styles.omission} dir="auto">
          {text}
        </p>
      ))}
    </>
  );
}
