/* oxlint-disable jsx-a11y/prefer-tag-over-role -- laid out by position in both directions, which no table is */
import {
  useMemo,
  useRef,
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { MARGIN } from './scroll/drawnIndices.ts';
import { GridHead } from './GridHead.tsx';
import { GridSheetRow } from './GridSheetRow.tsx';
import type { GridColumn } from './gridColumns.ts';
import type { GridView } from './gridFilters.ts';
import type { GridData } from './gridData.ts';
import { hasSameClockTime, yearTextOf } from './gridColumns.ts';
import type { SinceMark } from './newSinceFilter.ts';
import {
  axisEndPx,
  firstNewIndexIn,
  isNarrow,
  initialScrollLeftPx,
  nameAndNotePx,
  newestIndexIn,
  type GridAxis,
  type GridSizes,
} from './gridSizes.ts';
import type { BoxSize } from '../../ui/layout/useBoxSize.ts';
import { scrollCellIntoView, useDrawnIndices, useScrollAnchoring } from './scroll/useGridScroll.ts';
import {
  HEAD_COLUMN,
  cellPositionOf,
  useGridNavigation,
  type CellKey,
  type GridNavigation,
} from './useGridNavigation.ts';
import styles from './GridSheet.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useIsPainted } from '../../ui/loading/useIsPainted.ts';
import { gridTexts } from './grid.messages.ts';

type GridSheetProps = {
  readonly data: GridData;
  readonly view: GridView;
  readonly axes: { readonly rows: GridAxis; readonly columns: GridAxis };
  readonly layout: {
    readonly sizes: GridSizes;
    readonly boxSize: BoxSize;
    /** It is undefined if there is no room for sparklines. */
    readonly sparklineFrame: Frame | undefined;
  };
  readonly readState: {
    /** A sparkline may mark its newest result only if all was read. */
    readonly isComplete: boolean;
    readonly isIncomplete: boolean;
    /** Says why a row has no result. */
    readonly absenceText: string;
  };
  /** The first column after this moment has an edge. */
  readonly sinceMark: SinceMark | undefined;
  readonly onFocus: (key: CellKey) => void;
  readonly onPoint: (key: CellKey | undefined) => void;
  readonly onOpen: (key: CellKey) => void;
};

type ColumnOptions = Pick<GridSheetProps, 'data' | 'view' | 'sinceMark'> & {
  readonly columns: GridAxis;
  readonly timeZone: string;
};

/** Returns a function that makes each column once, so that its cells share one object and their memo holds. */
function columnFactory({
  data,
  view,
  columns,
  timeZone,
  sinceMark,
}: ColumnOptions): (index: number) => GridColumn {
  const columnsByIndex = new Map<number, GridColumn>();
  const firstNewIndex = sinceMark ? firstNewIndexIn(view, data, sinceMark.sinceMs) : -1;
  const make = (index: number): GridColumn => {
    const momentIndex = view.columns[index] ?? 0;
    const momentAt = (neighbour: number) => data.moments[view.columns[neighbour] ?? -1];
    const moment = data.moments[momentIndex]!;
    const [previous, next] = [momentAt(index - 1), momentAt(index + 1)];
    const leftPx = columns.startsPx[index] ?? 0;
    return {
      index,
      momentIndex,
      moment,
      leftPx,
      widthPx: (columns.startsPx[index + 1] ?? leftPx) - leftPx,
      isNewest: momentIndex === data.newestColumn,
      hasRepeatedClockTime:
        hasSameClockTime(moment, previous, timeZone) || hasSameClockTime(moment, next, timeZone),
      sinceMark: index === firstNewIndex ? sinceMark : undefined,
      isFirstOfYear:
        previous !== undefined && yearTextOf(previous, timeZone) !== yearTextOf(moment, timeZone),
    };
  };
  return (index) => {
    const gridColumn = columnsByIndex.get(index) ?? make(index);
    columnsByIndex.set(index, gridColumn);
    return gridColumn;
  };
}

function useSheet(box: RefObject<HTMLDivElement | null>, props: GridSheetProps) {
  const { data, view, sinceMark } = props;
  const { rows, columns } = props.axes;
  const { boxSize } = props.layout;
  const timeZone = useTimeZone();
  const newestIndex = newestIndexIn(view, data.newestColumn);
  const pageRowCount = Math.max(1, Math.floor((boxSize.heightPx - (rows.startsPx[0] ?? 0)) / 24) - 2);
  const navigation = useGridNavigation({ box, view, rows, columns, newestIndex, pageRowCount });
  const { row, column } = navigation;
  const isPainted = useIsPainted();
  const initialOffsetPx = initialScrollLeftPx(columns, newestIndex, boxSize.widthPx);
  const drawnRows = useDrawnIndices({
    box,
    axis: rows,
    size: boxSize,
    isHorizontal: false,
    activeIndex: row,
    initialOffsetPx: 0,
    marginCount: isPainted ? MARGIN.rows : 0,
  });
  const drawnColumns = useDrawnIndices({
    box,
    axis: columns,
    size: boxSize,
    isHorizontal: true,
    activeIndex: column,
    initialOffsetPx,
    marginCount: isPainted ? MARGIN.columns : 0,
  });
  const onScroll = useScrollAnchoring(box, { rows, columns }, { newestIndex, size: boxSize });
  const columnAt = useMemo(
    () => columnFactory({ data, view, columns, timeZone, sinceMark }),
    [data, view, columns, timeZone, sinceMark],
  );
  return {
    navigation,
    drawnRows,
    drawnColumns: useMemo(() => drawnColumns.map(columnAt), [drawnColumns, columnAt]),
    onScroll,
  };
}

/** Handles keys, focus, clicks and the pointer for all cells at once. */
function sheetEventHandlers(props: GridSheetProps, navigation: GridNavigation) {
  const { onFocus, onPoint, onOpen } = props;
  const { rows, columns } = props.axes;
  const cellKeyAt = (target: EventTarget | null): CellKey | undefined => {
    const position = cellPositionOf(target);
    if (!position || position.column === HEAD_COLUMN) return undefined;
    return { row: rows.keys[position.row] ?? '', column: columns.keys[position.column] ?? '' };
  };
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const next = navigation.onKeyDown(event);
      if (next) scrollCellIntoView(event.currentTarget, { rows, columns }, next);
      const key = event.key === 'Enter' || event.key === ' ' ? cellKeyAt(event.target) : undefined;
      if (!key) return;
      event.preventDefault();
      onOpen(key);
    },
    onFocus(event: FocusEvent) {
      navigation.onFocus(event);
      const key = cellKeyAt(event.target);
      if (key) onFocus(key);
    },
    onClick({ target }: MouseEvent) {
      const key = cellKeyAt(target);
      if (key) onOpen(key);
    },
    onPointerOver: ({ target, pointerType }: PointerEvent) =>
      pointerType === 'mouse' && onPoint(cellKeyAt(target)),
    onPointerLeave: () => onPoint(undefined),
  };
}

const nameColumnStyle = (sizes: GridSizes): CSSProperties & Record<'--name-width', string> => ({
  '--name-width': `${nameAndNotePx(sizes)[0] * sizes.textScale}px`,
});

/** Draws the table. Only its visible rows and columns are in the page. */
export function GridSheet(props: GridSheetProps) {
  const { view, readState } = props;
  const { rows, columns } = props.axes;
  const { sizes, sparklineFrame } = props.layout;
  const box = useRef<HTMLDivElement>(null);
  const { navigation, drawnRows, drawnColumns, onScroll } = useSheet(box, props);
  const widthPx = axisEndPx(columns);
  return (
    <div ref={box} className={styles.box} onScroll={onScroll} {...sheetEventHandlers(props, navigation)}>
      <div
        role="grid"
        aria-label={gridTexts('heading')}
        aria-rowcount={view.rows.length + 1}
        aria-colcount={view.columns.length + 1}
        aria-readonly="true"
        className={isNarrow(sizes) ? styles.narrow : styles.sheet}
        style={{ ...nameColumnStyle(sizes), width: widthPx, height: axisEndPx(rows) }}
      >
        <GridHead
          columns={drawnColumns}
          {...{ sizes, sparklineFrame, widthPx }}
          isIncomplete={readState.isIncomplete}
        />
        {drawnRows.map((index) => {
          const row = view.rows[index];
          if (!row) return null;
          return (
            <GridSheetRow
              key={row.key}
              row={row}
              index={index}
              topPx={rows.startsPx[index] ?? 0}
              heightPx={(rows.startsPx[index + 1] ?? 0) - (rows.startsPx[index] ?? 0)}
              columns={drawnColumns}
              activeColumn={index === navigation.row ? navigation.column : undefined}
              {...{ sizes, sparklineFrame }}
              isComplete={readState.isComplete}
              absenceText={readState.absenceText}
            />
          );
        })}
      </div>
    </div>
  );
}
