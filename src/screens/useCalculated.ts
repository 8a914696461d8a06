import { useMemo, useState } from 'react';
import { DAY_MS } from '../charts/format.ts';
import { wallClockMs } from '../charts/zone.ts';
import type { DerivedOptions } from '../clinical/derived.ts';
import type { PatientLine } from '../clinical/patient.ts';
import { choose, chosen } from './choices.ts';

const CALCIUM = 'corrected-calcium';

/** Whether the reader asked for the contested one; remembered for the site in this browser. */
export function useCorrectedCalcium(siteId: string) {
  const [isOn, setIsOn] = useState(() => chosen(siteId, CALCIUM) === 'on');
  const set = (on: boolean) => {
    choose(siteId, CALCIUM, on ? 'on' : '');
    setIsOn(on);
  };
  return [isOn, set] as const;
}

/** What calculating needs to know beyond the results. */
export function useDerivedOptions(
  patient: PatientLine | undefined,
  timeZone: string,
  correctedCalcium: boolean,
): DerivedOptions {
  const birth = patient?.birth;
  return useMemo(
    () => ({
      birth,
      dayOf: (timeMs) => Math.floor(wallClockMs(timeMs, timeZone) / DAY_MS),
      correctedCalcium,
    }),
    [birth, timeZone, correctedCalcium],
  );
}
