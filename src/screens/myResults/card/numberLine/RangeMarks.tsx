/** Draws the range that a number is compared with, and says where its words have room. */
import { myResultsTexts } from '../../myResults.messages.ts';
import type { GivenBy } from '../cards.ts';
import { anchorAt, isLarge, LETTER_PX, type LineRoom } from './lineRoom.ts';
import type { NumberLine } from './numberLine.ts';
import styles from './NumberLineFigure.module.css';

/** Returns a share of the width as the drawing takes it. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** Returns whether limits are too near each other for three labels side by side. */
function areTight(share: number, texts: readonly string[], room: LineRoom): boolean {
  const letterPx = LETTER_PX * room.textScale;
  const neededPx = (texts.join('').length / 2 + 4) * letterPx + (texts[1]?.length ?? 0) * (letterPx / 2);
  return isLarge(room) || share * room.widthPx < neededPx;
}

type Limits = readonly [low: string, high: string];

/** This says the range below the line in one text, at a share of the width. It is undefined where the limits have labels of their own. */
export type RangeLabel = { readonly share: number; readonly text: string };

type RangeMarksProps = {
  readonly line: NumberLine;
  readonly limits: Limits;
  readonly by: GivenBy;
  readonly room: LineRoom;
};

export function rangeLabel({
  line: { low, high, now, before },
  limits,
  by,
  room,
}: RangeMarksProps): RangeLabel | undefined {
  const range = myResultsTexts('labRange', { by });
  if (low !== undefined && high !== undefined)
    return areTight(high - low, [limits[0], range, limits[1]], room)
      ? { share: (low + high) / 2, text: `${range} ${limits[0]}–${limits[1]}` }
      : undefined;
  const edge = low ?? high;
  if (edge === undefined) return undefined;
  const direction = low === undefined ? -1 : 1;
  const marks = before === undefined ? [now] : [now, before];
  return hasRoomBeside({ edge, direction, marks, room }, range)
    ? undefined
    : { share: edge, text: `${range} ${limits[low === undefined ? 1 : 0]}` };
}

type BandProps = {
  readonly low: number;
  readonly high: number;
  readonly limits: Limits;
  readonly by: GivenBy;
  readonly isLabelled: boolean;
};

function Band({ low, high, limits, by, isLabelled }: BandProps) {
  const range = myResultsTexts('labRange', { by });
  const middle = (low + high) / 2;
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
      {!isLabelled &&
        labels.map(({ place, text }) => (
          <text key={place} className={styles.text} x={percent(place)} y={67} textAnchor="middle">
            {text}
          </text>
        ))}
    </>
  );
}

type OneLimitProps = {
  readonly edge: number;
  readonly direction: 1 | -1;
  readonly limit: string;
  readonly by: GivenBy;
  readonly isLabelled: boolean;
};

/** Returns an arrow from the place of a mark to the right (1) or to the left (-1), in px. */
export const arrowPath = (yPx: number, lengthPx: number, way: 1 | -1): string =>
  `M0 ${yPx}h${lengthPx * way}m${-4 * way} -3.5l${4 * way} 3.5l${-4 * way} 3.5`;

/** The words of a limit begin this far from it, behind the arrow, and a mark is about so wide to either side, in px. */
const ARROW_PX = 28;
const MARK_PX = 7;

type BesideOptions = {
  readonly edge: number;
  readonly direction: 1 | -1;
  /** The marks of the numbers stand in these places, as shares of the width. */
  readonly marks: readonly number[];
  readonly room: LineRoom;
};

/** Returns whether words have room behind the arrow of a limit, and no mark of a number lies in their way. */
function hasRoomBeside({ edge, direction, marks, room }: BesideOptions, words: string): boolean {
  const lengthPx = ARROW_PX + words.length * LETTER_PX * room.textScale;
  const isInside = direction > 0 ? edge + lengthPx / room.widthPx < 1 : edge - lengthPx / room.widthPx > 0;
  const isInWay = (mark: number): boolean => {
    const awayPx = (mark - edge) * direction * room.widthPx;
    return awayPx > ARROW_PX - MARK_PX && awayPx < lengthPx + MARK_PX;
  };
  return !isLarge(room) && isInside && !marks.some(isInWay);
}

/** One limit is a line with a direction, never a band to the end of the scale. */
const OneLimit = ({ edge, direction, limit, by, isLabelled }: OneLimitProps) => (
  <>
    <line className={styles.edge} x1={percent(edge)} x2={percent(edge)} y1={34} y2={53} />
    <svg x={percent(edge)} y={0} className={styles.free}>
      <path className={styles.arrow} d={arrowPath(39, 22, direction)} />
      {!isLabelled && (
        <text
          className={styles.text}
          x={ARROW_PX * direction}
          y={43}
          textAnchor={direction > 0 ? 'start' : 'end'}
        >
          {myResultsTexts('labRange', { by })}
        </text>
      )}
    </svg>
    {!isLabelled && (
      <text className={styles.text} x={percent(edge)} y={67} textAnchor={anchorAt(edge)}>
        {limit}
      </text>
    )}
  </>
);

export function RangeMarks({
  line: { low, high },
  limits,
  by,
  isLabelled,
}: RangeMarksProps & { readonly isLabelled: boolean }) {
  if (low !== undefined && high !== undefined) return <Band {...{ low, high, limits, by, isLabelled }} />;
  if (low !== undefined)
    return <OneLimit edge={low} direction={1} limit={limits[0]} {...{ by, isLabelled }} />;
  return high === undefined ? null : (
    <OneLimit edge={high} direction={-1} limit={limits[1]} {...{ by, isLabelled }} />
  );
}
