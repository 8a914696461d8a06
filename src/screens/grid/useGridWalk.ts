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
import type { Axis } from './gridSizes.ts';

/** Column of the names. */
export const HEAD = -1;

/** By their keys, because places change while a record is read. */
export type Chosen = { readonly row: string; readonly column: string };

type Place = { readonly row: number; readonly column: number };

export const cellAddress = ({ row, column }: Place): string => `${row}:${column}`;

/** The cell that an element lies in. */
export function cellPositionOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest('[data-at]') : null;
  const [row = Number.NaN, column = Number.NaN] = (cell?.getAttribute('data-at') ?? '')
    .split(':')
    .map(Number);
  return Number.isNaN(row) || Number.isNaN(column) ? undefined : { row, column };
}

type Walk = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly view: GridView;
  readonly rows: Axis;
  readonly columns: Axis;
  /** Place of the newest column. */
  readonly newest: number;
  /** How many lines a page is. */
  readonly pageLines: number;
};

const clamp = (n: number, most: number): number => Math.max(0, Math.min(most, n));

type Step = (at: { line: number; column: number; lines: number; columns: number; page: number }) => {
  line?: number;
  column?: number;
};

const STEPS: Record<string, Step> = {
  ArrowLeft: ({ column }) => ({ column: Math.max(HEAD, column - 1) }),
  ArrowRight: ({ column, columns }) => ({ column: Math.min(columns - 1, column + 1) }),
  ArrowUp: ({ line, lines }) => ({ line: clamp(line - 1, lines - 1) }),
  ArrowDown: ({ line, lines }) => ({ line: clamp(line + 1, lines - 1) }),
  PageUp: ({ line, lines, page }) => ({ line: clamp(line - page, lines - 1) }),
  PageDown: ({ line, lines, page }) => ({ line: clamp(line + page, lines - 1) }),
  Home: () => ({ column: 0 }),
  End: ({ columns }) => ({ column: columns - 1 }),
  'Ctrl+Home': () => ({ line: 0, column: 0 }),
  'Ctrl+End': ({ lines, columns }) => ({ line: lines - 1, column: columns - 1 }),
};

/** One cell of the grid can be reached by Tab; from there keys go to all others. */
export function useGridWalk({ box, view, rows, columns, newest, pageLines }: Walk) {
  const [chosen, setChosen] = useState<Chosen>();
  const toFocus = useRef(false);
  const lineRows = useMemo(
    () => view.rows.flatMap(({ kind }, i) => (kind === 'line' ? [i] : [])),
    [view.rows],
  );

  const chosenRow = chosen ? rows.keys.indexOf(chosen.row) : -1;
  const row = chosenRow >= 0 ? chosenRow : (lineRows[0] ?? -1);
  const chosenColumn = chosen && chosen.column !== '' ? columns.keys.indexOf(chosen.column) : -1;
  const isHead = chosen?.column === '' || columns.keys.length === 0;
  const column = isHead ? HEAD : chosenColumn >= 0 ? chosenColumn : newest;

  const choose = (place: Place): void => {
    const next = { row: rows.keys[place.row] ?? '', column: columns.keys[place.column] ?? '' };
    setChosen((now) => (now?.row === next.row && now.column === next.column ? now : next));
  };

  useLayoutEffect(() => {
    if (!toFocus.current) return;
    toFocus.current = false;
    const cell = box.current?.querySelector(`[data-at="${cellAddress({ row, column })}"]`);
    if (cell instanceof HTMLElement) cell.focus({ preventScroll: true });
  }, [box, row, column]);

  const onKeyDown = (event: KeyboardEvent): Place | undefined => {
    if (event.metaKey || event.altKey || event.shiftKey) return undefined;
    const step = STEPS[event.ctrlKey ? `Ctrl+${event.key}` : event.key];
    if (!step) return undefined;
    event.preventDefault();
    const at = { line: lineRows.indexOf(row), column, lines: lineRows.length, columns: columns.keys.length };
    const { line = at.line, column: nextColumn = column } = step({ ...at, page: pageLines });
    const next = { row: lineRows[line] ?? row, column: nextColumn };
    toFocus.current = true;
    choose(next);
    return next;
  };
  const onFocus = (event: FocusEvent): void => {
    const place = cellPositionOf(event.target);
    if (place) choose(place);
  };
  return { row, column, onKeyDown, onFocus };
}

export type Walked = ReturnType<typeof useGridWalk>;
