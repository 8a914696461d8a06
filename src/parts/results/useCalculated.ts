import { useCallback, useMemo, useState } from 'react';

import { wallClockMs } from '../../charts/format/timeZone.ts';
import { allDerivedSeries, type DerivedSeries, type DerivedOptions } from '../../clinical/derived/derived.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { writePreference, readPreference } from '../../ui/preferences.ts';
import type { CalculatedResult } from './furtherGroups.ts';
import { usePins } from './pins.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useRecord, useSite } from '../openRecord/openRecordContexts.ts';

const CALCIUM = 'corrected-calcium';

/** Returns whether the reader asked for the contested formula, which this browser remembers for the site. */
export function useCorrectedCalcium() {
  const { id: siteId } = useSite();
  const [isOn, setIsOn] = useState(() => readPreference(siteId, CALCIUM) === 'on');
  const set = useCallback(
    (on: boolean) => {
      writePreference(siteId, CALCIUM, on ? 'on' : '');
      setIsOn(on);
    },
    [siteId],
  );
  return [isOn, set] as const;
}

/** Returns what a calculation needs beyond the results. */
export function useDerivedOptions(correctedCalcium: boolean): DerivedOptions {
  const birth = useRecord().patient?.birth;
  const timeZone = useTimeZone();
  return useMemo(
    () => ({
      birth,
      dayOf: (timeMs) => Math.floor(wallClockMs(timeMs, timeZone) / DAY_MS),
      correctedCalcium,
    }),
    [birth, timeZone, correctedCalcium],
  );
}

const matches = ({ rule }: DerivedSeries, query: string): boolean => {
  const text = `${rule.name} ${rule.shortName} ${rule.formula} calculated`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

const hasSeries = (one: DerivedSeries): one is CalculatedResult => one.series !== undefined;
const NO_RESULTS: readonly DerivedSeries[] = [];

/** Returns the calculated values of a completely read record that the search matches. Pinned ones are separate. */
export function useCalculated({ series, complete }: RecordSnapshot, query: string) {
  const { id: siteId } = useSite();
  const [isOn, set] = useCorrectedCalcium();
  const options = useDerivedOptions(isOn);
  const all = useMemo(
    () => (complete ? allDerivedSeries(series, options) : NO_RESULTS),
    [complete, series, options],
  );
  const pins = usePins(siteId);
  const pinIndex = ({ rule }: DerivedSeries) => pins.indexOf(rule.id);
  const found = all.filter(hasSeries).filter((one) => query === '' || matches(one, query));
  return {
    pinned: found.filter((one) => pinIndex(one) >= 0).toSorted((a, b) => pinIndex(a) - pinIndex(b)),
    found: found.filter((one) => pinIndex(one) < 0),
    notCalculated: query === '' ? all.filter((one) => !hasSeries(one)) : NO_RESULTS,
    calcium: { isOn, set },
  };
}
