import { dateTimeText } from '../../charts/format/dateText.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import {
  addEventMark,
  isVirtualVisit,
  isDrawnAsBar,
  emptyMarkPaths,
} from '../../charts/lanes/eventMarkPaths.ts';
import { EventShapes } from '../../charts/lanes/EventShapes.tsx';
import {
  crossesText,
  type LabelledMark,
  type LaneLayout,
  type LaneMark,
} from '../../charts/lanes/laneLayout.ts';
import { firstMs, MIN_UNSURE_PX } from '../../charts/lanes/eventTimes.ts';
import { eventText } from '../../charts/lanes/laneMoments.ts';
import { roundPx } from '../../charts/axis/scale.ts';
import type { CareEvent, CourseChange } from '../../clinical/events/careEvent.ts';
import { drugFragment } from '../../parts/navigation/drugAddress.ts';
import { openFragment } from '../../parts/navigation/urlFragment.ts';
import { changeWithTime } from './ribbon/RibbonDrugLinks.tsx';
import { freeRow, RIBBON_PX, type RibbonLayout } from './ribbonLayout.ts';
import axisStyles from '../../charts/axis/Axis.module.css';
import marks from '../../charts/lanes/EventMarks.module.css';
import styles from './EventRibbon.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { lazySectionsTexts } from './lazySections.messages.ts';

type RibbonLabelProps = {
  readonly mark: LabelledMark<unknown>;
  readonly topPx: number;
  readonly scale: number;
  /** A press on the name opens this address. */
  readonly href?: string;
};

const RibbonLabel = ({ mark, topPx, scale, href }: RibbonLabelProps) => (
  // RibbonDrugLinks.tsx has the same as links, for keys and for readers who do not see the drawing.
  <text
    className={href === undefined ? styles.text : `${styles.text} ${styles.pressed}`}
    x={roundPx(mark.textX)}
    y={(topPx + 11) * scale}
    textAnchor={mark.anchor}
    onClick={href === undefined ? undefined : () => openFragment(href)}
  >
    {mark.label}
  </text>
);

type MedicationChangesProps = {
  readonly changes: RibbonLayout['changes'];
  readonly scale: number;
};

/** This is the height of a tick that stands above a text. */
const TICK_HEIGHT = 4;

/** If there are more ticks than this, none of them has a text under the pointer. */
const MAX_TITLES = 300;

type ChangeTickProps = {
  readonly mark: LaneMark<CourseChange>;
  readonly y: number;
  readonly heightPx: number;
  /** It stands above a text, and has no room for a line that says how unsure its day is. */
  readonly isShort?: boolean;
  /** This is the text under the pointer; '' for none. */
  readonly title: string;
};

function ChangeTick({ mark, y, heightPx, isShort = false, title }: ChangeTickProps) {
  const widthPx = mark.toPx - mark.fromPx;
  const isUnsure = widthPx >= MIN_UNSURE_PX && !isShort;
  const unsurePath = isUnsure ? `M${roundPx(mark.fromPx)} ${y + 2}H${roundPx(mark.toPx)}` : '';
  return (
    <path
      className={marks.tick}
      d={`M${roundPx(mark.fromPx)} ${y}v${heightPx}${unsurePath}`}
      data-tooltip={title || undefined}
    />
  );
}

const rowTop = (row: number): number => RIBBON_PX.medicationTop + row * RIBBON_PX.row;

/** A change without a label is a tick in a row that has room for it, else a short one above the texts. */
function tickExtent(row: number): readonly [y: number, height: number] {
  return row < 0 ? [0, TICK_HEIGHT] : [rowTop(row) + 4, 9];
}

function MedicationChanges({ changes: { labelled, ticks }, scale }: MedicationChangesProps) {
  const timeZone = useTimeZone();
  const hasTitles = labelled.length + ticks.length <= MAX_TITLES;
  const titleOf = (change: CourseChange) => (hasTitles ? changeWithTime(change, timeZone) : '');
  return (
    <>
      {ticks.map((mark, i) => {
        const row = freeRow(mark, labelled, scale);
        const [y, height] = tickExtent(row);
        return (
          <ChangeTick
            key={i}
            mark={mark}
            y={y * scale}
            heightPx={height * scale}
            isShort={row < 0}
            title={titleOf(mark.item)}
          />
        );
      })}
      {labelled.map((mark, i) => (
        <g key={i}>
          <ChangeTick
            mark={mark}
            y={(rowTop(mark.row) + 1) * scale}
            heightPx={13 * scale}
            title={titleOf(mark.item)}
          />
          <RibbonLabel
            mark={mark}
            topPx={rowTop(mark.row)}
            scale={scale}
            href={drugFragment(mark.item.courseKey)}
          />
        </g>
      ))}
    </>
  );
}

type EventMarksOfLaneProps = {
  readonly layout: LaneLayout;
  readonly frame: Frame;
  readonly topPx: number;
  readonly scale: number;
};

/** A visit that would run through the text of another one is a short tick above it. */
const ABOVE_TEXT = [-2, 3] as const;

function markExtentOf(event: CareEvent, hasText: boolean): readonly [y: number, height: number] {
  if (event.lane !== 'encounter') return hasText ? [1, 13] : [0, 3];
  if (isDrawnAsBar(event)) return [-1, 12];
  return isVirtualVisit(event) ? [5, 5] : [1, 9];
}

function EventMarksOfLane({ layout: { labelled, ticks }, frame, topPx, scale }: EventMarksOfLaneProps) {
  const paths = emptyMarkPaths();
  const add = (mark: LaneMark<CareEvent>, hasText: boolean) => {
    const isCrossing = !hasText && mark.item.lane === 'encounter' && crossesText(mark, labelled);
    const [y, height] = isCrossing ? ABOVE_TEXT : markExtentOf(mark.item, hasText);
    addEventMark(paths, mark, { y: (topPx + y) * scale, height: height * scale, frame });
  };
  for (const mark of labelled) add(mark, true);
  for (const mark of ticks) add(mark, false);
  return (
    <>
      <EventShapes paths={paths} />
      {labelled.map((mark) => (
        <RibbonLabel key={mark.item.id} mark={mark} topPx={topPx - 1} scale={scale} />
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
      <MedicationChanges {...{ changes, scale }} />
      <EventMarksOfLane layout={encounters} topPx={RIBBON_PX.encounterTop} {...{ frame, scale }} />
      <EventMarksOfLane layout={procedures} topPx={RIBBON_PX.procedureTop} {...{ frame, scale }} />
    </svg>
  );
}

/** Returns the texts of the events with their dates, newest first, for readers who do not see the plot. */
export function ribbonText({ encounters, procedures }: RibbonLayout, timeZone: string): string[] {
  return [...encounters.labelled, ...procedures.labelled]
    .map(({ item }) => ({
      atMs: firstMs(item, timeZone),
      text: lazySectionsTexts('changeAt', {
        change: eventText(item),
        when: dateTimeText(item.startMs, item.precision, timeZone),
      }),
    }))
    .toSorted((a, b) => b.atMs - a.atMs)
    .map(({ text }) => text);
}
