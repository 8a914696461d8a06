/**
 * The grid may show an hour, a shift or a day in one column. While it does, it offers its columns to the menu "Share", which is
 * drawn by another part of the page: so nobody takes what is seen for every result (rule 58), or every result for what is seen.
 */
import { useEffect, useSyncExternalStore } from 'react';
import type { CsvTable } from '../../../record/export/csv.ts';

export type ColumnsExport = {
  /** This is what one column holds. */
  readonly unit: 'hour' | 'shift' | 'day';
  readonly columnCount: number;
  /** Makes the table when somebody asks for it. */
  readonly table: () => CsvTable;
};

let offered: ColumnsExport | undefined;
const listeners = new Set<() => void>();

function offer(columns: ColumnsExport | undefined): void {
  offered = columns;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Returns the columns of the grid that is shown, or undefined where each column is one time. */
export const columnsOnScreen = (): ColumnsExport | undefined => offered;

export const useColumnsOnScreen = (): ColumnsExport | undefined =>
  useSyncExternalStore(subscribe, columnsOnScreen);

/** Offers the columns as long as the screen shows them. */
export function useOfferedColumns(columns: ColumnsExport | undefined): void {
  useEffect(() => {
    offer(columns);
    return () => offer(undefined);
  }, [columns]);
}
