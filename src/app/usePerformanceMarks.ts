import { useCallback, useEffect, useRef, useState } from 'react';
import { prefetchFiles } from './prefetchedFiles.ts';
import { hasCurveIn } from '../record/flowsheet/recordPass.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { nextTask } from '../record/flowsheet/timeSlicing.ts';

/**
 * Sets a performance mark once, after the browser has painted the frame that first shows its subject, and then tells so. The
 * mark alone draws nothing anew.
 */
function usePerformanceMark(name: string, isShown: boolean, onMarked?: () => void): void {
  const isMarked = useRef(false);
  useEffect(() => {
    if (!isShown || isMarked.current) return undefined;
    let isDue = true;
    const mark = (): void => {
      if (!isDue) return;
      if (performance.getEntriesByName(name).length === 0) performance.mark(name);
      isMarked.current = true;
      onMarked?.();
    };
    // The callback runs before the paint, and the next task after it. A timer would come 4 ms later.
    const frame = requestAnimationFrame(() => void nextTask().then(mark));
    return () => {
      isDue = false;
      cancelAnimationFrame(frame);
    };
  }, [name, isShown, onMarked]);
}

/**
 * Returns whether the first chart has been painted, so that parts which it does not need may be loaded. `isAwaited` says that the first view
 * waits for more than a curve.
 */
export function usePerformanceMarks(
  hasPatient: boolean,
  record: RecordSnapshot | undefined,
  isAwaited: boolean,
  needsLaterFiles = true,
): boolean {
  usePerformanceMark('longview:patient', hasPatient);
  usePerformanceMark('longview:complete', record?.ended === true);
  const [isFirstChartDrawn, setFirstChartDrawn] = useState(false);
  usePerformanceMark(
    'longview:first-chart',
    hasCurveIn(record) && !isAwaited,
    useCallback(() => {
      // The drawing that follows asks for one of them by itself, and the others would come a wave later.
      if (needsLaterFiles) prefetchFiles();
      setFirstChartDrawn(true);
    }, [needsLaterFiles]),
  );
  return isFirstChartDrawn;
}
