import { useId } from 'react';
import type { RowKind } from '../../../clinical/observation/resultRow.ts';
import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import { givenBy, type GivenBy, type PatientCard } from './cards.ts';
import { newestOf } from './cardSentences.ts';
import { valueWithUnit } from './maybeNewerSentences.ts';
import { limitTexts } from './rangeSentences.ts';
import { numberLine, type NumberLine } from './numberLine.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { sentLanguage } from '../sentWords/sentLanguage.ts';
import { WithSentWords } from '../sentWords/SentWords.tsx';
import { unknownUnit } from '../units/unknownUnit.ts';
import { useTodayOfRecordMs } from '../whose/whoseRecord.ts';
import styles from './NumberLineFigure.module.css';

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** A text beside an end of the line stays inside of the figure. */
const anchorAt = (share: number): 'start' | 'middle' | 'end' =>
  share < 0.2 ? 'start' : share > 0.8 ? 'end' : 'middle';

/** A phone's number line is about this wide, and a letter of its labels takes about so much, in px. */
const NARROW_PX = 350;
const LETTER_PX = 6.4;
/** Returns whether limits are too near each other for three labels side by side. */
const areTight = (share: number, texts: readonly string[]): boolean =>
  share * NARROW_PX < (texts.join('').length / 2 + 4) * LETTER_PX + (texts[1]?.length ?? 0) * (LETTER_PX / 2);

type Limits = readonly [low: string, high: string];

type BandProps = {
  readonly low: number;
  readonly high: number;
  readonly limits: Limits;
  readonly by: GivenBy;
};

function Band({ low, high, limits, by }: BandProps) {
  const range = myResultsTexts('labRange', { by });
  const middle = (low + high) / 2;
  const isTight = areTight(high - low, [limits[0], range, limits[1]]);
  const labels = [
    { place: low, text: limits[0] },
    { place: middle, text: range },
    { place: high, text: limits[1] },
  ];
  return (
    <>
      <rect className={styles.band} x={percent(low)} y={34} width={percent(high - low)} height={14} />
      {[low, high].map((place) => (
        <line key={place} className={styles.edge} x1={percent(place)} x2={percent(place)} y1={34} y2={53} />
      ))}
      {isTight ? (
        <text className={styles.text} x={percent(middle)} y={67} textAnchor={anchorAt(middle)}>
          {`${range} ${limits[0]}–${limits[1]}`}
        </text>
      ) : (
        labels.map(({ place, text }) => (
          <text key={place} className={styles.text} x={percent(place)} y={67} textAnchor="middle">
            {text}
          </text>
        ))
      )}
    </>
  );
}

type OneLimitProps = {
  readonly edge: number;
  readonly direction: 1 | -1;
  readonly limit: string;
  /** The marks of the numbers stand in these places, as shares of the width. */
  readonly marks: readonly number[];
  readonly by: GivenBy;
};

/** Returns an arrow from the place of a mark to the right (1) or to the left (-1), in px. */
const arrowPath = (yPx: number, lengthPx: number, way: 1 | -1): string =>
  `M0 ${yPx}h${lengthPx * way}m${-4 * way} -3.5l${4 * way} 3.5l${-4 * way} 3.5`;

/** Returns on which side of its mark a limit such as "<5" lies; 0 for a number that is exact (rule 20). */
const wayOf = ({ comparator }: RowKind): 1 | -1 | 0 =>
  comparator === '' ? 0 : comparator.startsWith('<') ? -1 : 1;

/** The words of a limit begin this far from it, behind the arrow, and a mark is about so wide to either side, in px. */
const ARROW_PX = 28;
const MARK_PX = 7;

/** Returns whether words have room behind the arrow of a limit, and no mark of a number lies in their way. */
function hasRoomBeside(
  { edge, direction, marks }: Omit<OneLimitProps, 'limit' | 'by'>,
  words: string,
): boolean {
  const lengthPx = ARROW_PX + words.length * LETTER_PX;
  const isInside = direction > 0 ? edge + lengthPx / NARROW_PX < 1 : edge - lengthPx / NARROW_PX > 0;
  const isInWay = (mark: number): boolean => {
    const awayPx = (mark - edge) * direction * NARROW_PX;
    return awayPx > ARROW_PX - MARK_PX && awayPx < lengthPx + MARK_PX;
  };
  return isInside && !marks.some(isInWay);
}

/** One limit is a line with a direction, never a band to the end of the scale. */
function OneLimit({ edge, direction, limit, by, marks }: OneLimitProps) {
  const range = myResultsTexts('labRange', { by });
  const isRoomBeside = hasRoomBeside({ edge, direction, marks }, range);
  return (
    <>
      <line className={styles.edge} x1={percent(edge)} x2={percent(edge)} y1={34} y2={53} />
      <svg x={percent(edge)} y={0} className={styles.free}>
        <path className={styles.arrow} d={arrowPath(39, 22, direction)} />
        {isRoomBeside && (
          <text
            className={styles.text}
            x={ARROW_PX * direction}
            y={43}
            textAnchor={direction > 0 ? 'start' : 'end'}
          >
            {range}
          </text>
        )}
      </svg>
      <text className={styles.text} x={percent(edge)} y={67} textAnchor={anchorAt(edge)}>
        {isRoomBeside ? limit : `${range} ${limit}`}
      </text>
    </>
  );
}

type RangeMarksProps = { readonly line: NumberLine; readonly limits: Limits; readonly by: GivenBy };

function RangeMarks({ line: { low, high, now, before }, limits, by }: RangeMarksProps) {
  const marks = before === undefined ? [now] : [now, before];
  if (low !== undefined && high !== undefined) return <Band {...{ low, high, limits, by }} />;
  if (low !== undefined) return <OneLimit edge={low} direction={1} limit={limits[0]} {...{ by, marks }} />;
  return high === undefined ? null : (
    <OneLimit edge={high} direction={-1} limit={limits[1]} {...{ by, marks }} />
  );
}

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
  return (
    <figure className={styles.figure}>
      {unknown !== '' && (
        <span id={labelId} hidden>
          <WithSentWords text={label} unit={unknown} />
        </span>
      )}
      <svg
        className={styles.line}
        role="img"
        height={72}
        {...(unknown === '' ? { 'aria-label': label } : { 'aria-labelledby': labelId })}
      >
        <RangeMarks line={line} limits={limitTexts(result.row.kind)} by={givenBy(card)} />
        <line className={styles.axis} x1="2%" x2="98%" y1={48} y2={48} />
        {line.before !== undefined && (
          <circle className={styles.before} cx={percent(line.before)} cy={48} r={4} />
        )}
        <svg x={percent(line.now)} y={0} className={styles.free} data-now={way === 0 ? 'exact' : 'limit'}>
          <path className={way === 0 ? styles.now : styles.limit} d="M0 30l-6 -9h12Z" />
          <path className={styles.stem} d={`M0 ${way === 0 ? 26 : 30}V48`} />
          {way !== 0 && <path className={styles.way} d={arrowPath(44, 16, way)} />}
        </svg>
        <text className={styles.value} x={percent(line.now)} y={16} textAnchor={anchorAt(line.now)}>
          {result.text}
          <tspan className={styles.unit} dx={4} lang={sentLanguage(unknown)}>
            {result.unit}
          </tspan>
        </text>
      </svg>
      <LineKey newest={newest} isLimit={way !== 0} hasBefore={line.before !== undefined} />
    </figure>
  );
}

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
