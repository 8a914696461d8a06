import { useEffect, useState } from 'react';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { MINUTE_MS } from '../clinical/time/durations.ts';

/** Marks what is on the screen, once each, after the frame that shows it was painted. */
function useMark(name: string, isShown: boolean): boolean {
  const [isMarked, setMarked] = useState(false);
  useEffect(() => {
    if (!isShown || isMarked) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The callback runs before the paint, the timer after it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        if (performance.getEntriesByName(name).length === 0) performance.mark(name);
        setMarked(true);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [name, isShown, isMarked]);
  return isMarked;
}

/** Whether the first chart has been painted: what it does not need may come now. */
export function useMarks(hasPatient: boolean, record: RecordSnapshot | undefined): boolean {
  useMark('longview:patient', hasPatient);
  useMark('longview:complete', record?.ended === true);
  return useMark('longview:first-chart', record?.series.some(({ rows }) => rows.length > 0) === true);
}

/** `loading`, then `ready`, or `partial` when something is missing. */
export function useDocumentState(record: RecordSnapshot | undefined): void {
  const state = record?.ended !== true ? 'loading' : record.complete ? 'ready' : 'partial';
  useEffect(() => {
    document.documentElement.dataset['state'] = state;
  }, [state]);
}

const wholeMinute = (): number => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

/** Now, to the minute: finer would draw every tile again for nothing. */
export function useClockMs(): number {
  const [nowMs, setNowMs] = useState(wholeMinute);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(wholeMinute()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}

/** Once the first chart was painted and the browser has nothing better to do. */
export function useAtIdle(act: () => void, isDue: boolean): void {
  useEffect(() => {
    if (!isDue) return undefined;
    let idle: number | undefined;
    const timer = setTimeout(() => {
      if ('requestIdleCallback' in globalThis) idle = requestIdleCallback(act);
      else act();
    }, 500);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [act, isDue]);
}
