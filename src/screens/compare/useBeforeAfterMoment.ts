import { useEffect, useState } from 'react';
import { DAY_MS } from '../../clinical/time/durations.ts';

export type BeforeAfterMoment = {
  /** It is undefined if there is none, or while the newest result is not known. */
  readonly momentMs: number | undefined;
  readonly set: (momentMs: number | undefined) => void;
};

type DatedMoment = { readonly days: number; readonly momentMs: number };

/** Returns the days before the newest result with the precision of the address. */
const daysBefore = (newestMs: number, momentMs: number): number =>
  Number(Math.max(0, (newestMs - momentMs) / DAY_MS).toFixed(8));

/**
 * Returns the moment that before and after are counted from. The address holds it as days before the newest result, which is
 * valid for any patient (decision 21). On the screen it stays where the reader put it even if a newer result arrives.
 */
export function useBeforeAfterMoment(
  days: number | undefined,
  newestMs: number,
  isEnded: boolean,
  onDays: (days: number | undefined) => void,
): BeforeAfterMoment {
  const [lastMoment, setLastMoment] = useState<DatedMoment>();
  const currentDays = lastMoment && daysBefore(newestMs, lastMoment.momentMs);
  const isUnchanged =
    days !== undefined && lastMoment !== undefined && (days === lastMoment.days || days === currentDays);
  if (isUnchanged && days !== lastMoment.days) setLastMoment({ ...lastMoment, days });
  // While pages arrive it is not set, because each could bring a newer result.
  if (days !== undefined && !isUnchanged && isEnded)
    setLastMoment({ days, momentMs: Math.round(newestMs - days * DAY_MS) });
  useEffect(() => {
    if (isUnchanged && days !== currentDays) onDays(currentDays);
  }, [isUnchanged, days, currentDays, onDays]);
  const set = (momentMs: number | undefined) => {
    const next = momentMs === undefined ? undefined : daysBefore(newestMs, momentMs);
    if (momentMs !== undefined && next !== undefined) setLastMoment({ days: next, momentMs });
    onDays(next);
  };
  return { momentMs: isUnchanged ? lastMoment.momentMs : undefined, set };
}
