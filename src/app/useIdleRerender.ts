import { startTransition, useLayoutEffect, useRef } from 'react';
import type { Series } from '../clinical/series/series.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { addPendingLoad } from '../ui/loading/pendingLoads.ts';

/** A record with fewer results than this takes so little memory that drawing it again would only keep the screen from its rest. */
const LONG_RECORD_RESULTS = 2000;

/**
 * Calls `drawAgain` once the browser is idle after a long record with new series has been read. The screen then draws the same
 * record again, which changes nothing that is seen, and `drawing` is another number. React holds for every component what it drew last
 * and what it drew before (https://github.com/acdlite/react-fiber-architecture#alternate). Without a second drawing, a long record
 * would be held twice: as it is, and as it was before its last page. The screen has come to rest only after it, since React sets the
 * attributes of a field again.
 */
export function useIdleRerender(
  record: RecordSnapshot | undefined,
  drawing: number,
  drawAgain: () => void,
): void {
  const drawnTwice = useRef<WeakSet<Series>>(undefined);
  const end = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    if (record?.ended !== true || resultsDrawn(record) < LONG_RECORD_RESULTS) return undefined;
    const known = (drawnTwice.current ??= new WeakSet());
    if (record.series.every((one) => known.has(one))) return undefined;
    end.current = addPendingLoad();
    const cancel = whenIdle(() => {
      for (const one of record.series) known.add(one);
      // A letter or a press goes before it.
      startTransition(drawAgain);
    });
    return () => {
      cancel();
      end.current?.();
      end.current = undefined;
    };
  }, [record, drawAgain]);
  useLayoutEffect(() => {
    if (drawing === 0) return;
    end.current?.();
    end.current = undefined;
  }, [drawing]);
}

const resultsDrawn = ({ series }: RecordSnapshot): number =>
  series.reduce((count, { rows }) => count + rows.length, 0);

/** Calls `act` when the browser is idle and returns what calls it off. */
function whenIdle(act: () => void): () => void {
  if ('requestIdleCallback' in globalThis) {
    const idle = requestIdleCallback(act);
    return () => cancelIdleCallback(idle);
  }
  const timer = setTimeout(act);
  return () => clearTimeout(timer);
}
