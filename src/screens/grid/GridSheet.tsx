/* oxlint-disable jsx-a11y/prefer-tag-over-role -- laid out by position in both directions, which no table is */
import {
  useMemo,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { GridHead } from './GridHead.tsx';
import { GridLine } from './GridLine.tsx';
import type { GridColumn } from './gridColumns.ts';
import type { GridView } from './gridFilters.ts';
import type { GridRowList } from './gridLines.ts';
import { isAfter, isAlike, yearOf } from './gridColumns.ts';
import type { SinceMark } from './gridSince.ts';
import { axisEnd, isNarrow, openingLeft, sheetWidth, type Axis, type GridSizes } from './gridSizes.ts';
import type { BoxSize } from '../../ui/layout/useBoxSize.ts';
import { bringIntoView, useShownPlaces, useSteadyScroll } from './useGridScroll.ts';
import { HEAD, cellPositionOf, useGridWalk, type Chosen, type Walked } from './useGridWalk.ts';
import styles from './GridSheet.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

type GridSheetProps = {
  readonly lines: GridRowList;
  readonly view: GridView;
  readonly axes: { readonly rows: Axis; readonly columns: Axis };
  readonly layout: {
    readonly sizes: GridSizes;
    readonly size: BoxSize;
    /** The frame of the small curves; undefined where there is no room for them. */
    readonly curves: Frame | undefined;
  };
  /** How far the record was read. */
  readonly reading: {
    /** Whether all was read: only then may a curve mark its newest result. */
    readonly claims: boolean;
    readonly incomplete: boolean;
    /** Why a row has no result. */
    readonly absence: string;
  };
  /** The first column after it has an edge. */
  readonly mark: SinceMark | undefined;
  readonly onFocus: (chosen: Chosen) => void;
  readonly onPoint: (chosen: Chosen | undefined) => void;
  readonly onOpen: (chosen: Chosen) => void;
};

type ColumnsOf = Pick<GridSheetProps, 'lines' | 'view' | 'mark'> & {
  readonly columns: Axis;
  readonly timeZone: string;
};

/** What the cells of a column share, made once for each: where it stands and how its edges look. */
function gridColumns({ lines, view, columns, timeZone, mark }: ColumnsOf): (place: number) => GridColumn {
  const made = new Map<number, GridColumn>();
  const firstAfter = mark
    ? view.columns.findIndex((column) => isAfter(lines.moments[column]!, mark.sinceMs) === 'yes')
    : -1;
  const make = (place: number): GridColumn => {
    const column = view.columns[place] ?? 0;
    const momentAt = (beside: number) => lines.moments[view.columns[beside] ?? -1];
    const moment = lines.moments[column]!;
    const [last, next] = [momentAt(place - 1), momentAt(place + 1)];
    const left = columns.startsPx[place] ?? 0;
    return {
      place,
      column,
      moment,
      left,
      width: (columns.startsPx[place + 1] ?? left) - left,
      isNewest: column === lines.newest,
      isDouble: isAlike(moment, last, timeZone) || isAlike(moment, next, timeZone),
      since: place === firstAfter ? mark : undefined,
      isEdge: last !== undefined && yearOf(last, timeZone) !== yearOf(moment, timeZone),
    };
  };
  return (place) => {
    const known = made.get(place) ?? make(place);
    made.set(place, known);
    return known;
  };
}

function useSheet(box: RefObject<HTMLDivElement | null>, props: GridSheetProps) {
  const { lines, view, mark } = props;
  const { rows, columns } = props.axes;
  const { size } = props.layout;
  const timeZone = useTimeZone();
  const newest = useMemo(() => {
    const place = view.columns.indexOf(lines.newest);
    return place < 0 ? view.columns.length - 1 : place;
  }, [view.columns, lines.newest]);
  const pageLines = Math.max(1, Math.floor((size.heightPx - (rows.startsPx[0] ?? 0)) / 24) - 2);
  const walk = useGridWalk({ box, view, rows, columns, newest, pageLines });
  const { row, column } = walk;
  const opening = openingLeft(columns, newest, size.widthPx);
  const shownRows = useShownPlaces({ box, axis: rows, size, horizontal: false, active: row, opening: 0 });
  const shownColumns = useShownPlaces({
    box,
    axis: columns,
    size,
    horizontal: true,
    active: column,
    opening,
  });
  const look = useSteadyScroll(box, rows, columns, newest, size);
  const columnAt = useMemo(
    () => gridColumns({ lines, view, columns, timeZone, mark }),
    [lines, view, columns, timeZone, mark],
  );
  return {
    walk,
    shownRows,
    columns: useMemo(() => shownColumns.map(columnAt), [shownColumns, columnAt]),
    look,
  };
}

/** Keys, focus, press and pointer, for all cells at once. */
function sheetEvents(props: GridSheetProps, walk: Walked) {
  const { onFocus, onPoint, onOpen } = props;
  const { rows, columns } = props.axes;
  const chosenAt = (target: EventTarget | null): Chosen | undefined => {
    const place = cellPositionOf(target);
    if (!place || place.column === HEAD) return undefined;
    return { row: rows.keys[place.row] ?? '', column: columns.keys[place.column] ?? '' };
  };
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const next = walk.onKeyDown(event);
      if (next) bringIntoView(event.currentTarget, rows, columns, next.row, next.column);
      const chosen = event.key === 'Enter' || event.key === ' ' ? chosenAt(event.target) : undefined;
      if (!chosen) return;
      event.preventDefault();
      onOpen(chosen);
    },
    onFocus(event: FocusEvent) {
      walk.onFocus(event);
      const chosen = chosenAt(event.target);
      if (chosen) onFocus(chosen);
    },
    onClick({ target }: MouseEvent) {
      const chosen = chosenAt(target);
      if (chosen) onOpen(chosen);
    },
    onPointerOver: ({ target, pointerType }: PointerEvent) =>
      pointerType === 'mouse' && onPoint(chosenAt(target)),
    onPointerLeave: () => onPoint(undefined),
  };
}

/** The table itself: only what is seen of it is in the page. */
export function GridSheet(props: GridSheetProps) {
  const { view, reading } = props;
  const { rows, columns } = props.axes;
  const { sizes, curves } = props.layout;
  const box = useRef<HTMLDivElement>(null);
  const { walk, shownRows, columns: shownColumns, look } = useSheet(box, props);
  const width = sheetWidth(columns, sizes);
  return (
    <div
      ref={box}
      className={styles.box}

      onScroll={look}
      {...sheetEvents(props, walk)}
    >
      <div
        role="grid"
        aria-label="Results by date"
        aria-rowcount={view.rows.length + 1}
        aria-colcount={view.columns.length + 1}
        aria-readonly="true"
        className={isNarrow(sizes) ? styles.narrow : styles.sheet}
        style={{ width, height: axisEnd(rows) }}
      >
        <GridHead columns={shownColumns} {...{ sizes, curves, width }} incomplete={reading.incomplete} />
        {shownRows.map((place) => {
          const row = view.rows[place];
          if (!row) return null;
          return (
            <GridLine
              key={row.key}
              row={row}
              place={place}
              top={rows.startsPx[place] ?? 0}
              height={(rows.startsPx[place + 1] ?? 0) - (rows.startsPx[place] ?? 0)}
              columns={shownColumns}
              activeColumn={place === walk.row ? walk.column : undefined}
              {...{ sizes, curves }}
              claims={reading.claims}
              absence={reading.absence}
            />
          );
        })}
      </div>
    </div>
  );
}
