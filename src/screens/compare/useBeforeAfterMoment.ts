import { useEffect, useState } from 'react';
import { DAY_MS } from '../../clinical/time/durations.ts';

export type BeforeAfterMoment = {
  /** Undefined if there is none, or while the newest result is not known. */
  readonly momentMs: number | undefined;
  readonly set: (momentMs: number | undefined) => void;
};

type KeptMoment = { readonly days: number; readonly momentMs: number };

/** Returns the days before the newest result with the precision of the address. */
const daysBefore = (newestMs: number, momentMs: number): number =>
  Number(Math.max(0, (newestMs - momentMs) / DAY_MS).toFixed(8));

/**
 * The moment that before and after are counted from. The address holds it as days before the newest result, which is valid
 * for any patient (decision 21). On the screen it stays where the reader put it even if a newer result arrives.
 */
export function useBeforeAfterMoment(
  days: number | undefined,
  newestMs: number,
  isEnded: boolean,
  onDays: (days: number | undefined) => void,
): BeforeAfterMoment {
  const [kept, setKept] = useState<KeptMoment>();
  const currentDays = kept && daysBefore(newestMs, kept.momentMs);
  const isKept = days !== undefined && kept !== undefined && (days === kept.days || days === currentDays);
  if (isKept && days !== kept.days) setKept({ ...kept, days });
  // While pages arrive it is not set, because each could bring a newer result.
  if (days !== undefined && !isKept && isEnded)
    setKept({ days, momentMs: Math.round(newestMs - days * DAY_MS) });
  useEffect(() => {
    if (isKept && days !== currentDays) onDays(currentDays);
  }, [isKept, days, currentDays, onDays]);
  const set = (momentMs: number | undefined) => {
    const next = momentMs === undefined ? undefined : daysBefore(newestMs, momentMs);
    if (momentMs !== undefined && next !== undefined) setKept({ days: next, momentMs });
    onDays(next);
  };
  return { momentMs: isKept ? kept.momentMs : undefined, set };
}
