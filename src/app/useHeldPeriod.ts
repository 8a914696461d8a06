import { useLayoutEffect, useRef } from 'react';
import { DAY_MS } from '../clinical/time/durations.ts';
import { replaceFragment, withParameter } from '../parts/navigation/urlFragment.ts';
import { useRecord } from '../parts/openRecord/openRecordContexts.ts';
import { useViewWindow } from '../parts/timeWindow/viewWindowContext.ts';
import { formatWindowChoice, parseWindowChoice } from '../parts/timeWindow/windowChoice.ts';

const NAME = 'window';

/** Writes the period of the address anew, which is counted from the newest result, after that has moved by so much. */
function keepPeriod(movedMs: number): void {
  const choice = parseWindowChoice(new URLSearchParams(location.hash.slice(1)).get(NAME) ?? '');
  // One that ends with the newest result follows it (rule 11).
  if (choice === undefined || choice.backDays === 0) return;
  const backDays = Math.max(0, choice.backDays + movedMs / DAY_MS);
  replaceFragment(withParameter(location.hash, NAME, formatWindowChoice({ ...choice, backDays })));
}

/**
 * Keeps a chosen period of the past where the reader has put it when the record is read again and its newest result is another one. Else
 * the curves would show other days than before without a word.
 */
export function useHeldPeriod(): void {
  const isEnded = useRecord().record?.ended === true;
  const newestMs = useViewWindow().whole?.endMs;
  const before = useRef<number>(undefined);
  // The period is written before anything is painted.
  useLayoutEffect(() => {
    // While pages arrive, a link is still finding its place.
    if (!isEnded || newestMs === undefined) return;
    const movedMs = newestMs - (before.current ?? newestMs);
    before.current = newestMs;
    if (movedMs !== 0) keepPeriod(movedMs);
  }, [isEnded, newestMs]);
}
