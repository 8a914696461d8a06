import { useCallback, useMemo, useRef, useState } from 'react';
import { frameOf } from '../../charts/axis/frame.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { flaggedCellAt } from './gridCells.ts';
import type { GridView } from './gridFilters.ts';
import type { GridRowList } from './gridLines.ts';
import { GridReading } from './GridReading.tsx';
import { GridSheet } from './GridSheet.tsx';
import { columnAxis, rowAxis, gridSizesOf, type Axis } from './gridSizes.ts';
import type { SinceMark } from './gridSince.ts';
import { isIncomplete } from './gridText.ts';
import { absenceText } from '../../parts/recordStatus/recordStatusText.ts';
import { recordWindow } from '../../parts/timeWindow/recordWindow.ts';
import { useBoxSize } from '../../ui/layout/useBoxSize.ts';
import type { Chosen } from './useGridWalk.ts';
import styles from './GridSheet.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useActions, useSite } from '../../parts/openRecord/openRecordContexts.ts';

type GridBoxProps = {
  readonly lines: GridRowList;
  readonly view: GridView;
  readonly record: RecordSnapshot | undefined;
  readonly mark: SinceMark | undefined;
};

const CURVE = { width: 164, height: 22 };

/** The time axis of the small curves beside the names: the same for all. */
function useCurves(record: RecordSnapshot | undefined, timeZone: string, isShown: boolean, scale: number) {
  return useMemo(() => {
    const range = isShown ? recordWindow(record, timeZone) : undefined;
    if (!range) return undefined;
    return frameOf({ ...range, timeZone, widthPx: CURVE.width * scale, heightPx: CURVE.height * scale });
  }, [record, timeZone, isShown, scale]);
}

/** Where the pointer or the focus is; what is under the pointer goes before. What a filter hides is not read out. */
function useSpotted(lines: GridRowList, rows: Axis, columns: Axis) {
  const [focused, setFocused] = useState<Chosen>();
  const [pointed, setPointed] = useState<Chosen>();
  const chosen = pointed ?? focused;
  const spotted = useMemo(() => {
    if (!chosen || !rows.keys.includes(chosen.row) || !columns.keys.includes(chosen.column)) return undefined;
    return flaggedCellAt(lines, chosen.row, chosen.column);
  }, [lines, rows, columns, chosen]);
  return { spotted, setFocused, setPointed };
}

/** The sheet and below it, in full, what one cell holds. */
export function GridBox({ lines, view, record, mark }: GridBoxProps) {
  const timeZone = useTimeZone();
  const { label: siteLabel } = useSite();
  const { openSource } = useActions();
  const [box, size] = useBoxSize();
  const sizes = useMemo(() => gridSizesOf(size?.widthPx ?? 0, size?.textScale ?? 1), [size]);
  const rows = useMemo(() => rowAxis(view.rows, sizes), [view.rows, sizes]);
  const columns = useMemo(() => columnAxis(view.columns, lines, sizes), [view.columns, lines, sizes]);
  const curves = useCurves(record, timeZone, sizes.hasCurves, sizes.scale);
  const { spotted, setFocused, setPointed } = useSpotted(lines, rows, columns);
  const reading = useRef<HTMLElement>(null);
  const open = useCallback(
    ({ row, column }: Chosen) => {
      const [only, ...more] = flaggedCellAt(lines, row, column)?.entries ?? [];
      if (!only) return;
      if (more.length === 0) openSource(only.rows[0].id);
      else requestAnimationFrame(() => reading.current?.querySelector('button')?.focus());
    },
    [lines, openSource],
  );
  const readState = {
    claims: record?.complete === true,
    incomplete: isIncomplete(record),
    absence: absenceText(record, siteLabel),
  };
  return (
    <>
      <div ref={box} className={styles.place}>
        {size && (
          <GridSheet
            {...{ lines, view, mark }}
            axes={{ rows, columns }}
            layout={{ sizes, size, curves }}
            reading={readState}
            onFocus={setFocused}
            onPoint={setPointed}
            onOpen={open}
          />
        )}
      </div>
      <GridReading ref={reading} spotted={spotted} />
    </>
  );
}
