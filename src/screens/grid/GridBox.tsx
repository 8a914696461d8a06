import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { frameOf, type Frame } from '../../charts/axis/frame.ts';
import { cellResultsAt } from './gridCells.ts';
import type { GridView } from './gridFilters.ts';
import type { GridData } from './gridData.ts';
import { GridReading } from './GridReading.tsx';
import { GridSheet } from './GridSheet.tsx';
import {
  axisEndPx,
  columnAxis,
  fittedSizes,
  gridSizesOf,
  newestIndexIn,
  rowAxis,
  SPARKLINE_SIZE,
  spreadColumns,
  type GridAxis,
  type GridSizes,
} from './gridSizes.ts';
import type { SinceMark } from './newSinceFilter.ts';
import { widestNotePx } from './rangeNote.ts';
import { isIncomplete } from './gridText.ts';
import { absenceText } from '../../parts/recordStatus/recordStatusText.ts';
import { recordWindow } from '../../parts/timeWindow/recordWindow.ts';
import { scrollbarPx } from '../../ui/layout/scrollbar.ts';
import { useBoxSize, type BoxSize } from '../../ui/layout/useBoxSize.ts';
import type { CellKey } from './useGridNavigation.ts';
import { gridTexts } from './grid.messages.ts';
import styles from './GridSheet.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useActions, useRecord, useSite } from '../../parts/openRecord/openRecordContexts.ts';

type GridBoxProps = {
  readonly data: GridData;
  readonly view: GridView;
  /** The columns hold hours, shifts or days. */
  readonly hasBuckets: boolean;
  readonly sinceMark: SinceMark | undefined;
};

/** All sparklines beside the names have the same time axis; undefined where there is no room for them. */
function useSparklineFrame({ hasSparklines, textScale }: GridSizes): Frame | undefined {
  const { record } = useRecord();
  const timeZone = useTimeZone();
  return useMemo(() => {
    const window = hasSparklines ? recordWindow(record, timeZone) : undefined;
    if (!window) return undefined;
    return frameOf({
      ...window,
      timeZone,
      widthPx: SPARKLINE_SIZE.widthPx * textScale,
      heightPx: SPARKLINE_SIZE.heightPx * textScale,
    });
  }, [record, timeZone, hasSparklines, textScale]);
}

/** The sheet has whole columns between the names and its right edge, where the newest column stands. */
function useGridAxes({ data, view, hasBuckets, sinceMark }: GridBoxProps, boxSize: BoxSize | undefined) {
  const sinceMs = sinceMark?.sinceMs;
  const neededNotePx = useMemo(() => widestNotePx(data.seriesRows), [data]);
  return useMemo(() => {
    const { widthPx: fullPx = 0, heightPx = 0, textScale = 1 } = boxSize ?? {};
    const natural = gridSizesOf(fullPx, textScale, { hasSinceMark: sinceMs !== undefined, neededNotePx });
    // A scroll bar for the rows takes room from the columns.
    const isScrolled = axisEndPx(rowAxis(view.rows, natural, hasBuckets)) > heightPx - scrollbarPx();
    const widthPx = fullPx - (isScrolled ? scrollbarPx() : 0);
    const axis = columnAxis(view.columns, data, natural, sinceMs);
    const sizes = fittedSizes(natural, axis, newestIndexIn(view, data.newestColumn), widthPx);
    return {
      sizes,
      rows: rowAxis(view.rows, sizes, hasBuckets),
      columns: spreadColumns(columnAxis(view.columns, data, sizes, sinceMs), widthPx),
    };
  }, [data, view, hasBuckets, sinceMs, boxSize, neededNotePx]);
}

/** The active cell is the one under the pointer, else the one in focus; none if a filter hides it. */
function useActiveCell(data: GridData, rows: GridAxis, columns: GridAxis) {
  const [focused, setFocused] = useState<CellKey>();
  const [pointed, setPointed] = useState<CellKey>();
  // While a source stands beside the sheet, a passing pointer leaves the cell that it is about: the sheet itself may move under it.
  const onPoint = useCallback(
    (cell: CellKey | undefined) =>
      setPointed(cell && document.querySelector('dialog[data-beside]') ? undefined : cell),
    [],
  );
  const key = pointed ?? focused;
  const activeCell = useMemo(() => {
    if (!key || !rows.keys.includes(key.row) || !columns.keys.includes(key.column)) return undefined;
    return cellResultsAt(data, key.row, key.column);
  }, [data, rows, columns, key]);
  return { activeCell, setFocused, onPoint };
}

/** Keeps the cell in focus, and lets the open source follow it. */
function useFollowedFocus(data: GridData, setFocused: (cell: CellKey | undefined) => void) {
  const { followSource } = useActions();
  return useCallback(
    (cell: CellKey | undefined) => {
      setFocused(cell);
      const entries = cell ? (cellResultsAt(data, cell.row, cell.column)?.entries ?? []) : [];
      // The reader chooses one of several results in a cell below the sheet.
      if (entries.length === 1) followSource(entries.flatMap(({ rows: own }) => own.map(({ id }) => id)));
    },
    [data, followSource, setFocused],
  );
}

/** Shows the sheet, and below it in full the results of the active cell. */
export function GridBox({ data, view, hasBuckets, sinceMark }: GridBoxProps) {
  const { record } = useRecord();
  const { label: siteLabel } = useSite();
  const { openSource } = useActions();
  const [box, boxSize] = useBoxSize();
  // The sheet has hundreds of cells, so that the press that opened the screen is answered before it is drawn.
  const isSheetDue = useDeferredValue(boxSize !== undefined, false);
  const { sizes, rows, columns } = useGridAxes({ data, view, hasBuckets, sinceMark }, boxSize);
  const sparklineFrame = useSparklineFrame(sizes);
  const { activeCell, setFocused, onPoint } = useActiveCell(data, rows, columns);
  const reading = useRef<HTMLElement>(null);
  const [openedKey, setOpenedKey] = useState<CellKey>();
  const openedCell = useMemo(
    () => openedKey && cellResultsAt(data, openedKey.row, openedKey.column),
    [data, openedKey],
  );
  const openCell = useCallback(
    (key: CellKey) => {
      const cell = cellResultsAt(data, key.row, key.column);
      const [first, ...more] = cell?.entries ?? [];
      if (!cell || !first) return;
      if (more.length === 0) {
        openSource(first.rows[0].id);
        return;
      }
      setOpenedKey(cell.moment.bucket ? key : undefined);
      requestAnimationFrame(() => reading.current?.querySelector('button')?.focus());
    },
    [data, openSource],
  );
  const closeCell = useCallback(() => {
    setOpenedKey(undefined);
    // The list disappears, so the focus goes back to the one cell that Tab reaches.
    document.querySelector<HTMLElement>('[data-at][tabindex="0"]')?.focus();
  }, []);
  const focusCell = useFollowedFocus(data, setFocused);
  const readState = {
    isComplete: record?.complete === true,
    isIncomplete: isIncomplete(record),
    absenceText: absenceText(record, siteLabel),
  };
  return (
    <>
      <p className={styles.onPaper}>{gridTexts('notPrinted')}</p>
      <div ref={box} className={styles.container}>
        {boxSize && isSheetDue && (
          <GridSheet
            {...{ data, view, sinceMark }}
            axes={{ rows, columns }}
            layout={{ sizes, boxSize, sparklineFrame }}
            readState={readState}
            onFocus={focusCell}
            onPoint={onPoint}
            onOpen={openCell}
          />
        )}
      </div>
      <GridReading ref={reading} {...{ activeCell, openedCell }} onOpen={openCell} onClose={closeCell} />
    </>
  );
}
