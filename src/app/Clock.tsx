import { useEffect, useState, type ReactNode } from 'react';
import { instantMs, wallClockMs } from '../charts/format/timeZone.ts';
import { useTimeZone } from '../charts/format/timeZoneContext.ts';
import { DAY_MS, MINUTE_MS } from '../clinical/time/durations.ts';
import { NowProvider, TodayProvider } from '../parts/openRecord/openRecordContexts.ts';

const wholeMinute = (): number => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

const LOOK_MS = 1000;

/**
 * Returns the current time, rounded down to the minute. A finer clock would draw every age again for nothing. It looks each second, because
 * timers stop while a machine sleeps: a timer of a minute would show a record of hours ago as one of now until it has run out.
 */
function useClockMs(): number {
  const [nowMs, setNowMs] = useState(wholeMinute);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(wholeMinute()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}

/** Returns noon of the day, so that a tick of the clock does not redraw ages that are given in days. */
const noonOf = (nowMs: number, timeZone: string) =>
  instantMs((Math.floor(wallClockMs(nowMs, timeZone) / DAY_MS) + 0.5) * DAY_MS, timeZone);

/** Provides the time. It ticks inside this component, so that each minute only parts that show an age are redrawn. */
export function Clock({ children }: { readonly children: ReactNode }) {
  const nowMs = useClockMs();
  return (
    <NowProvider value={nowMs}>
      <TodayProvider value={noonOf(nowMs, useTimeZone())}>{children}</TodayProvider>
    </NowProvider>
  );
}
