import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { GridView } from './gridFilters.ts';
import type { GridAxis } from './gridSizes.ts';

/** This is the column of the names. */
export const HEAD_COLUMN = -1;

/** Names a cell by keys, because indices change while a record is read. */
export type CellKey = { readonly row: string; readonly column: string };

type CellPosition = { readonly row: number; readonly column: number };

export const cellAddress = ({ row, column }: CellPosition): string => `${row}:${column}`;

/** Returns the position of the cell that an element lies in. */
export function cellPositionOf(target: EventTarget | null): CellPosition | undefined {
  const cell = target instanceof Element ? target.closest('[data-at]') : null;
  const [row = Number.NaN, column = Number.NaN] = (cell?.getAttribute('data-at') ?? '')
    .split(':')
    .map(Number);
  return Number.isNaN(row) || Number.isNaN(column) ? undefined : { row, column };
}

type NavigationOptions = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly view: GridView;
  readonly rows: GridAxis;
  readonly columns: GridAxis;
  /** This is the index of the newest column. */
  readonly newestIndex: number;
  /** This is the number of rows that Page Up and Page Down move by. */
  readonly pageRowCount: number;
};

const clamp = (index: number, last: number): number => Math.max(0, Math.min(last, index));

type NavigationState = {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly pageRowCount: number;
};

/** Returns the row and column that a key leads to; what it leaves out stays. `row` counts rows of results alone. */
type Step = (state: NavigationState) => { row?: number; column?: number };

const STEPS: Record<string, Step> = {
  ArrowLeft: ({ column }) => ({ column: Math.max(HEAD_COLUMN, column - 1) }),
  ArrowRight: ({ column, columnCount }) => ({ column: Math.min(columnCount - 1, column + 1) }),
  ArrowUp: ({ row, rowCount }) => ({ row: clamp(row - 1, rowCount - 1) }),
  ArrowDown: ({ row, rowCount }) => ({ row: clamp(row + 1, rowCount - 1) }),
  PageUp: ({ row, rowCount, pageRowCount }) => ({ row: clamp(row - pageRowCount, rowCount - 1) }),
  PageDown: ({ row, rowCount, pageRowCount }) => ({ row: clamp(row + pageRowCount, rowCount - 1) }),
  Home: () => ({ column: 0 }),
  End: ({ columnCount }) => ({ column: columnCount - 1 }),
  'Ctrl+Home': () => ({ row: 0, column: 0 }),
  'Ctrl+End': ({ rowCount, columnCount }) => ({ row: rowCount - 1, column: columnCount - 1 }),
};

/** Tab reaches one cell of the grid; from there keys lead to all others (roving tabindex). */
export function useGridNavigation({
  box,
  view,
  rows,
  columns,
  newestIndex,
  pageRowCount,
}: NavigationOptions) {
  const [activeKey, setActiveKey] = useState<CellKey>();
  const mustFocus = useRef(false);
  const seriesRowIndices = useMemo(
    () => view.rows.flatMap(({ kind }, i) => (kind === 'series' ? [i] : [])),
    [view.rows],
  );

  const activeRow = activeKey ? rows.keys.indexOf(activeKey.row) : -1;
  const row = activeRow >= 0 ? activeRow : (seriesRowIndices[0] ?? -1);
  const activeColumn = activeKey && activeKey.column !== '' ? columns.keys.indexOf(activeKey.column) : -1;
  const isHead = activeKey?.column === '' || columns.keys.length === 0;
  const column = isHead ? HEAD_COLUMN : activeColumn >= 0 ? activeColumn : newestIndex;

  const activate = (position: CellPosition): void => {
    const next = { row: rows.keys[position.row] ?? '', column: columns.keys[position.column] ?? '' };
    setActiveKey((now) => (now?.row === next.row && now.column === next.column ? now : next));
  };

  useLayoutEffect(() => {
    if (!mustFocus.current) return;
    mustFocus.current = false;
    const cell = box.current?.querySelector(`[data-at="${cellAddress({ row, column })}"]`);
    if (cell instanceof HTMLElement) cell.focus({ preventScroll: true });
  }, [box, row, column]);

  const onKeyDown = (event: KeyboardEvent): CellPosition | undefined => {
    if (event.metaKey || event.altKey || event.shiftKey) return undefined;
    const step = STEPS[event.ctrlKey ? `Ctrl+${event.key}` : event.key];
    if (!step) return undefined;
    event.preventDefault();
    const current = seriesRowIndices.indexOf(row);
    const { row: nextRow = current, column: nextColumn = column } = step({
      row: current,
      column,
      rowCount: seriesRowIndices.length,
      columnCount: columns.keys.length,
      pageRowCount,
    });
    const next = { row: seriesRowIndices[nextRow] ?? row, column: nextColumn };
    mustFocus.current = true;
    activate(next);
    return next;
  };
  const onFocus = (event: FocusEvent): void => {
    const position = cellPositionOf(event.target);
    if (position) activate(position);
  };
  return { row, column, onKeyDown, onFocus };
}

export type GridNavigation = ReturnType<typeof useGridNavigation>;
