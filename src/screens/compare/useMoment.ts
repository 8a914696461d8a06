import { useEffect, useState } from 'react';
import { DAY_MS } from '../../clinical/time/durations.ts';

export type CompareMoment = {
  /** undefined where there is none, and while the newest result is not known. */
  readonly momentMs: number | undefined;
  readonly set: (momentMs: number | undefined) => void;
};

type Held = { readonly days: number; readonly momentMs: number };

/** As it stands in the address. */
const daysBefore = (newestMs: number, momentMs: number): number =>
  Number(Math.max(0, (newestMs - momentMs) / DAY_MS).toFixed(8));

/**
 * The moment that before and after are counted from. The address says how long before the newest result it is, which holds
 * for whoever is in context (decision 21); here it stays where it was put, also when a newer result has come.
 */
export function useCompareMoment(
  days: number | undefined,
  newestMs: number,
  isEnded: boolean,
  onDays: (days: number | undefined) => void,
): CompareMoment {
  const [held, setHeld] = useState<Held>();
  const daysNow = held && daysBefore(newestMs, held.momentMs);
  const isHeld = days !== undefined && held !== undefined && (days === held.days || days === daysNow);
  if (isHeld && days !== held.days) setHeld({ ...held, days });
  // Not while pages arrive: each could bring a newer result.
  if (days !== undefined && !isHeld && isEnded)
    setHeld({ days, momentMs: Math.round(newestMs - days * DAY_MS) });
  useEffect(() => {
    if (isHeld && days !== daysNow) onDays(daysNow);
  }, [isHeld, days, daysNow, onDays]);
  const set = (momentMs: number | undefined) => {
    const next = momentMs === undefined ? undefined : daysBefore(newestMs, momentMs);
    if (momentMs !== undefined && next !== undefined) setHeld({ days: next, momentMs });
    onDays(next);
  };
  return { momentMs: isHeld ? held.momentMs : undefined, set };
}
