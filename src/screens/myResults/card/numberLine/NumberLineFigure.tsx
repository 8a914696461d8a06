import { useId } from 'react';
import type { RowKind } from '../../../../clinical/observation/resultRow.ts';
import type { RecordCompleteness } from '../../../../parts/recordStatus/recordCompleteness.ts';
import { givenBy, type PatientCard } from '../cards.ts';
import { newestOf } from '../cardSentences.ts';
import { valueWithUnit } from '../maybeNewerSentences.ts';
import { arrowPath, percent, rangeLabel, RangeMarks, type RangeLabel } from './RangeMarks.tsx';
import { LineLabel } from './LineLabel.tsx';
import { anchorAt, fitsAt, LETTER_PX, readLineRoom, VALUE_LETTER_PX } from './lineRoom.ts';
import { limitTexts } from '../rangeSentences.ts';
import { numberLine, type NumberLine } from './numberLine.ts';
import { myResultsTexts } from '../../myResults.messages.ts';
import { sentLanguage } from '../../sentWords/sentLanguage.ts';
import { WithSentWords } from '../../sentWords/SentWords.tsx';
import { unknownUnit } from '../../units/unknownUnit.ts';
import { useTodayOfRecordMs } from '../../whose/whoseRecord.ts';
import styles from './NumberLineFigure.module.css';

/** Returns on which side of its mark a limit such as "<5" lies; 0 for a number that is exact (rule 20). */
const wayOf = ({ comparator }: RowKind): 1 | -1 | 0 =>
  comparator === '' ? 0 : comparator.startsWith('<') ? -1 : 1;

/** The number before has a place on the line only if it can be compared. */
function lineOf({ result: { row }, before, direction, diastolic }: PatientCard): NumberLine | undefined {
  const { kind, value } = row;
  if (diastolic || kind.band === undefined || kind.checkKind === 'unit' || kind.drawing === 'listed')
    return undefined;
  const isComparable =
    direction !== undefined && before !== undefined && before.row.kind.checkKind !== 'unit';
  return numberLine(value, isComparable ? before.row.value : undefined, kind.band);
}

/** Names the figure: the number, and the one before where it has a place on the line. */
const labelOf = ({ result, before }: PatientCard, hasBefore: boolean, newest: 'yes' | 'no'): string =>
  before && hasBefore
    ? myResultsTexts('numberLine', {
        newest,
        value: valueWithUnit(result),
        before: valueWithUnit(before),
      })
    : myResultsTexts('numberLineOnly', { newest, value: valueWithUnit(result) });

/** The drawing gives up the room of a label that stands outside of it. */
const lineClass = (isValueInside: boolean, isRangeInside: boolean): string =>
  [styles.line, !isValueInside && styles.below, !isRangeInside && styles.above].filter(Boolean).join(' ');

/** No line ends between the limits of a range, where the dash would read as a sign of what follows. */
const keptWhole = (text: string): string => text.replaceAll('–', '\u2060–\u2060');

type FigureProps = {
  readonly card: PatientCard;
  /** Only of a record that was read whole a result is called the one of now (rules 37 and 39). */
  readonly completeness: RecordCompleteness;
};

/**
 * Draws the newest number and the one before on one line with the range of the laboratory. A limit such as "<5" is hollow, with an arrow to
 * the side on which the number lies. It
 * draws nothing where there is no range or no number to compare: the sentences say why.
 */
export function NumberLineFigure({ card, completeness }: FigureProps) {
  const todayMs = useTodayOfRecordMs();
  const labelId = useId();
  const { result } = card;
  const line = lineOf(card);
  if (line === undefined) return null;
  const way = wayOf(result.row.kind);
  // An attribute has the language of the page alone.
  const unknown = unknownUnit(result.unit);
  const newest = completeness === 'complete' ? newestOf(card, todayMs) : 'no';
  const label = labelOf(card, line.before !== undefined, newest);
  const room = readLineRoom();
  const marks = { line, limits: limitTexts(result.row.kind), by: givenBy(card), room };
  const range = rangeLabel(marks);
  const isRangeInside = range === undefined || fitsAt(range.share, range.text.length * LETTER_PX, room);
  const valuePx = result.text.length * VALUE_LETTER_PX + (result.unit.length + 1) * LETTER_PX;
  const isValueInside = fitsAt(line.now, valuePx, room);
  return (
    <figure className={styles.figure}>
      {unknown !== '' && (
        <span id={labelId} hidden>
          <WithSentWords text={label} unit={unknown} />
        </span>
      )}
      {!isValueInside && <ValueLabel {...{ result, unknown }} share={line.now} />}
      <svg
        className={lineClass(isValueInside, isRangeInside)}
        role="img"
        height={72}
        {...(unknown === '' ? { 'aria-label': label } : { 'aria-labelledby': labelId })}
      >
        <RangeMarks {...marks} isLabelled={range !== undefined} />
        {isRangeInside && <RangeText range={range} />}
        <line className={styles.axis} x1="2%" x2="98%" y1={48} y2={48} />
        <NumberMarks {...{ line, way }} />
        {isValueInside && <ValueText {...{ result, unknown }} share={line.now} />}
      </svg>
      {!isRangeInside && <LineLabel share={range.share}>{keptWhole(range.text)}</LineLabel>}
      <LineKey newest={newest} isLimit={way !== 0} hasBefore={line.before !== undefined} />
    </figure>
  );
}

type NumberMarksProps = { readonly line: NumberLine; readonly way: 1 | -1 | 0 };

/** Marks the number before, and the newest one. */
const NumberMarks = ({ line, way }: NumberMarksProps) => (
  <>
    {line.before !== undefined && (
      <circle className={styles.before} cx={percent(line.before)} cy={48} r={4} />
    )}
    <svg x={percent(line.now)} y={0} className={styles.free} data-now={way === 0 ? 'exact' : 'limit'}>
      <path className={way === 0 ? styles.now : styles.limit} d="M0 30l-6 -9h12Z" />
      <path className={styles.stem} d={`M0 ${way === 0 ? 26 : 30}V48`} />
      {way !== 0 && <path className={styles.way} d={arrowPath(44, 16, way)} />}
    </svg>
  </>
);

/** Says the range below the line, where its limits have no labels of their own. */
const RangeText = ({ range }: { readonly range: RangeLabel | undefined }) =>
  range === undefined ? null : (
    <text className={styles.text} x={percent(range.share)} y={67} textAnchor={anchorAt(range.share)}>
      {range.text}
    </text>
  );

type ValueTextProps = {
  readonly result: PatientCard['result'];
  /** The unit has a language of its own where nobody here knows it. */
  readonly unknown: string;
  readonly share: number;
};

/** Writes the newest number above its mark. */
const ValueText = ({ result, unknown, share }: ValueTextProps) => (
  <text className={styles.value} x={percent(share)} y={16} textAnchor={anchorAt(share)}>
    {result.text}
    <tspan className={styles.unit} dx={4} lang={sentLanguage(unknown)}>
      {result.unit}
    </tspan>
  </text>
);

/** Says the newest number in a line of its own above the drawing. */
const ValueLabel = ({ result, unknown, share }: ValueTextProps) => (
  <LineLabel share={share}>
    <span className={styles.value}>{result.text}</span>{' '}
    <span className={styles.unit} lang={sentLanguage(unknown)}>
      {result.unit}
    </span>
  </LineLabel>
);

type LineKeyProps = {
  readonly newest: 'yes' | 'no';
  readonly isLimit: boolean;
  readonly hasBefore: boolean;
};

const LineKey = ({ newest, isLimit, hasBefore }: LineKeyProps) => (
  <figcaption className={styles.key} aria-hidden="true">
    <span>
      <svg width={12} height={10}>
        <path className={isLimit ? styles.limit : styles.now} d="M6 9 0 1h12Z" />
      </svg>
      {myResultsTexts('now', { newest })}
    </span>
    {hasBefore && (
      <span>
        <svg width={12} height={10}>
          <circle className={styles.before} cx={6} cy={5} r={4} />
        </svg>
        {myResultsTexts('lastTime', { newest })}
      </span>
    )}
  </figcaption>
);
