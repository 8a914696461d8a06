import { dateTimeText } from '../../charts/format/format.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import {
  addEventMark,
  isVirtualVisit,
  isDrawnAsBar,
  emptyMarkPaths,
} from '../../charts/lanes/eventMarkPaths.ts';
import type { LabelledMark, LaneLayout, LaneMark } from '../../charts/lanes/laneLayout.ts';
import { MIN_UNSURE_PX } from '../../charts/lanes/eventTimes.ts';
import { changeText, eventText, plannedText } from '../../charts/lanes/laneMoments.ts';
import { roundPx } from '../../charts/axis/scale.ts';
import type { CareEvent, CourseChange } from '../../clinical/events/careEvent.ts';
import { RIBBON, type RibbonLayout } from './ribbonLayout.ts';
import axisStyles from '../../charts/axis/Axis.module.css';
import marks from '../../charts/lanes/EventMarks.module.css';
import styles from './EventRibbon.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

type TextProps = {
  readonly at: LabelledMark<unknown>;
  readonly top: number;
  readonly scale: number;
};

const Text = ({ at, top, scale }: TextProps) => (
  <text className={styles.text} x={roundPx(at.textX)} y={(top + 11) * scale} textAnchor={at.anchor}>
    {at.label}
  </text>
);

type ChangesProps = {
  readonly changes: RibbonLayout['changes'];
  readonly scale: number;
};

const whenText = (change: CourseChange, timeZone: string): string =>
  plannedText(change, timeZone, dateTimeText(change.atMs, change.precision, timeZone));

/** A tick without room for its text ends above the texts of the first row. */
const LEFT_OVER = 3;

/** Past this many ticks, each no longer has a text of its own under the pointer. */
const MOST_TITLES = 300;

function ChangeTick({
  mark,
  y,
  height,
  words,
}: {
  mark: LaneMark<CourseChange>;
  y: number;
  height: number;
  words: string;
}) {
  const wide = mark.toPx - mark.fromPx;
  const unsure = wide >= MIN_UNSURE_PX ? `M${roundPx(mark.fromPx)} ${y + 2}H${roundPx(mark.toPx)}` : '';
  return (
    <path className={marks.tick} d={`M${roundPx(mark.fromPx)} ${y}v${height}${unsure}`}>
      {words && <title>{words}</title>}
    </path>
  );
}

function Changes({ changes: { labelled, ticks }, scale }: ChangesProps) {
  const timeZone = useTimeZone();
  const isFew = labelled.length + ticks.length <= MOST_TITLES;
  const words = (change: CourseChange) =>
    isFew ? `${changeText(change)}, ${whenText(change, timeZone)}` : '';
  return (
    <>
      {ticks.map((mark, i) => (
        <ChangeTick key={i} mark={mark} y={0} height={LEFT_OVER * scale} words={words(mark.item)} />
      ))}
      {labelled.map((at, i) => (
        <g key={i}>
          <ChangeTick
            mark={at}
            y={(at.row * RIBBON.row + 1) * scale}
            height={13 * scale}
            words={words(at.item)}
          />
          <Text at={at} top={at.row * RIBBON.row} scale={scale} />
        </g>
      ))}
    </>
  );
}

type EventsProps = {
  readonly layout: LaneLayout;
  readonly frame: Frame;
  readonly top: number;
  readonly scale: number;
};

function boxOf(event: CareEvent, hasText: boolean): readonly [y: number, height: number] {
  if (event.lane !== 'encounter') return hasText ? [1, 13] : [0, LEFT_OVER];
  if (isDrawnAsBar(event)) return [-1, 12];
  return isVirtualVisit(event) ? [5, 5] : [1, 9];
}

function Events({ layout: { labelled, ticks }, frame, top, scale }: EventsProps) {
  const paths = emptyMarkPaths();
  const add = (mark: LaneMark<CareEvent>, hasText: boolean) => {
    const [y, height] = boxOf(mark.item, hasText);
    addEventMark(paths, mark, { y: (top + y) * scale, height: height * scale, frame });
  };
  for (const mark of labelled) add(mark, true);
  for (const mark of ticks) add(mark, false);
  return (
    <>
      <path className={marks.stay} d={paths.fill} />
      {paths.soft && <path className={marks.lane} d={paths.soft} />}
      {paths.softEdge && <path className={marks.laneEdge} d={paths.softEdge} />}
      <path className={marks.tick} d={paths.solid} />
      {paths.unsure && <path className={marks.unsure} d={paths.unsure} />}
      {paths.outline && <path className={marks.notGiven} d={paths.outline} />}
      {labelled.map((at) => (
        <Text key={at.item.id} at={at} top={top - 1} scale={scale} />
      ))}
    </>
  );
}

type RibbonPlotProps = {
  readonly layout: RibbonLayout;
  readonly frame: Frame;
  readonly scale: number;
};

export function RibbonPlot({ layout, frame, scale }: RibbonPlotProps) {
  const { changes, encounters, procedures } = layout;
  return (
    <svg className={styles.plot} width={frame.widthPx} height={frame.heightPx} aria-hidden="true">
      <path className={axisStyles.grid} d={frame.grid} />
      <Changes {...{ changes, scale }} />
      <Events layout={encounters} top={RIBBON.encounterTop} {...{ frame, scale }} />
      <Events layout={procedures} top={RIBBON.procedureTop} {...{ frame, scale }} />
    </svg>
  );
}

/** The texts of the plot for those who do not see it, newest first, with their dates. */
export function ribbonText({ changes, encounters, procedures }: RibbonLayout, timeZone: string): string[] {
  const at = (startMs: number, precision: CareEvent['precision'], text: string) => ({
    startMs,
    text: `${text}, ${dateTimeText(startMs, precision, timeZone)}`,
  });
  return [
    ...changes.labelled.map(({ item }) => ({
      startMs: item.atMs,
      text: `${changeText(item)}, ${whenText(item, timeZone)}`,
    })),
    ...[...encounters.labelled, ...procedures.labelled].map(({ item }) =>
      at(item.startMs, item.precision, eventText(item)),
    ),
  ]
    .toSorted((a, b) => b.startMs - a.startMs)
    .map(({ text }) => text);
}
