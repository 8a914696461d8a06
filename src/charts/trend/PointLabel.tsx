import { roundPx } from '../axis/scale.ts';
import { isCriticalFlag } from '../../clinical/observation/flag/flag.ts';
import type { Row, RowKind } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { sideWithWorstFlag } from '../marks/pairBar.ts';
import { symbolClass, symbolKindOf, symbolPath } from '../marks/symbols.tsx';
import type { ChartEntry } from '../reading/chartEntries.ts';
import { entryUnit, entryValue, entryWhenText } from '../reading/readingText.ts';
import { pointLabelBox, type Box, type KeptBoxes } from './pointLabelBox.ts';
import { pointLabelTexts } from './pointLabel.messages.ts';
import { TEXT_SCALE } from './trendLayout.ts';
import styles from './PointLabel.module.css';

/** A flag sent in words has its whole text in the reading. */
const MAX_FLAG_LENGTH = 12;

function flagWords({ flag, flagText }: RowKind): string {
  if (flag === '' || flag === 'N') return '';
  if (flag !== 'other') return flag;
  return flagText.length > MAX_FLAG_LENGTH ? `${flagText.slice(0, MAX_FLAG_LENGTH - 1)}…` : flagText;
}

/** Returns the letters of the flag; for a blood pressure each with its side. */
function flagTextOf({ rows, sides }: ChartEntry): string {
  if (!sides) return flagWords(rows[0].kind);
  return rows
    .map((row) => {
      const flag = flagWords(row.kind);
      if (flag === '') return '';
      return pointLabelTexts(row === sides.systolic ? 'systolicFlag' : 'diastolicFlag', { flag });
    })
    .filter(Boolean)
    .join(' ');
}

const leadRow = ({ rows, sides }: ChartEntry): Row => (sides && sideWithWorstFlag(sides)) ?? rows[0];

/** Returns the time of the result, with its status where that is not final (rules 34 and 35). */
function whenOf(entry: ChartEntry, timeZone: string): string {
  const when = entryWhenText(entry, timeZone);
  const status = entry.rows.map(({ kind }) => kind.status).find((one) => one !== 'final' && one !== '');
  return status ? pointLabelTexts('whenWithStatus', { when, status }) : when;
}

/** These are the approximate widths of a letter in both sizes, and the sizes of the label, at a text size of 16 px. */
const SIZES = { number: 8, letter: 6.2, glyph: 14, padding: 6, height: 34, firstLine: 14, secondLine: 28 };

export type PointLabelProps = {
  readonly entry: ChartEntry;
  readonly series: Series;
  readonly timeZone: string;
  /** This is the point with the ring around it. */
  readonly point: Box;
  /** The label stays inside this part of the plot. */
  readonly area: Box;
  readonly kept: KeptBoxes;
};

/** Returns what the label says, and its place; undefined where it has none. */
function labelOf({ entry, series, timeZone, point, area, kept }: PointLabelProps) {
  const [value, unit] = [entryValue(entry, series), entryUnit(entry, series)];
  const [flag, when] = [flagTextOf(entry), whenOf(entry, timeZone)];
  const { kind } = leadRow(entry);
  const symbol = symbolKindOf(kind);
  // A flag may change while a result is preliminary, so it has no shape then (rule 34).
  const hasGlyph = !['normal', 'preliminary', 'limit-below', 'limit-above'].includes(symbol);
  const s = SIZES;
  const firstWidth =
    value.length * s.number + (unit.length + flag.length + 3) * s.letter + (hasGlyph ? s.glyph : 0);
  const width = (Math.max(firstWidth, when.length * s.letter) + 2 * s.padding) * TEXT_SCALE;
  const box = pointLabelBox(point, { width, height: s.height * TEXT_SCALE }, area, kept);
  return box && { value, unit, flag, when, kind, symbol, hasGlyph, box };
}

/** Returns where the label stands. */
export const placeOfPointLabel = (props: PointLabelProps): Box | undefined => labelOf(props)?.box;

/** Draws value, unit, flag and date beside the point that is read. The reading below has the rest (rule 12). */
export function PointLabel(props: PointLabelProps) {
  const label = labelOf(props);
  if (!label) return null;
  const { value, unit, flag, when, kind, symbol, hasGlyph, box } = label;
  const s = SIZES;
  const textX = box.x + s.padding * TEXT_SCALE;
  const line = (offset: number): number => roundPx(box.y + offset * TEXT_SCALE);
  const flagClass = kind.status === 'preliminary' || kind.flag === 'other' ? undefined : styles.flag;
  return (
    <g className={styles.label} data-point-label="" aria-hidden="true">
      <rect
        className={styles.box}
        x={roundPx(box.x)}
        y={roundPx(box.y)}
        width={roundPx(box.width)}
        height={roundPx(box.height)}
        rx={2}
      />
      {/* The shape has no `data-mark`, because the result has its own in the chart. */}
      {hasGlyph && (
        <path
          className={symbolClass(symbol)}
          d={symbolPath(symbol, textX + 4 * TEXT_SCALE, line(s.firstLine - 4), 3)}
        />
      )}
      <text
        className={styles.value}
        x={roundPx(textX + (hasGlyph ? s.glyph * TEXT_SCALE : 0))}
        y={line(s.firstLine)}
      >
        {flag && <tspan className={isCriticalFlag(kind.flag) ? styles.critical : flagClass}>{flag} </tspan>}
        <tspan className={styles.number}>{value}</tspan>
        {unit && <tspan> {unit}</tspan>}
      </text>
      <text className={styles.when} x={roundPx(textX)} y={line(s.secondLine)}>
        {when}
      </text>
    </g>
  );
}
