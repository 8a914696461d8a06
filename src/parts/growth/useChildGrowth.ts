import { useEffect, useMemo, useState } from 'react';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import type { ChildGrowth } from '../../clinical/growth/childGrowth.ts';
import { growthMeasureOf } from '../../clinical/growth/growthMeasurement.ts';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { endMsOfMoment } from '../../clinical/time/date.ts';
import type { Series } from '../../clinical/series/series.ts';
import { useRecord, useTodayMs } from '../openRecord/openRecordContexts.ts';
import { usePending } from '../../ui/loading/LazyBoundary.tsx';
import type { MakeGrowth } from './loadGrowth.ts';

/** CDC's charts end at 20 years. */
const GROWN_UP_YEARS = 20;

/**
 * Returns whether a person is younger than 20 years at a time, or died younger; false where the birth date is not known. The age
 * stays as it was at a death (rule 47).
 */
function isUnderTwenty(
  patient: Pick<PatientIdentity, 'birth' | 'death'> | undefined,
  todayMs: number,
): boolean {
  const { birth, death } = patient ?? {};
  const date = new Date(birth === undefined ? Number.NaN : endMsOfMoment(birth));
  const atMs = death === undefined || death.precision === 'none' ? todayMs : Math.min(todayMs, death.timeMs);
  return atMs < date.setUTCFullYear(date.getUTCFullYear() + GROWN_UP_YEARS);
}

let loaded: MakeGrowth | undefined;
let loading: Promise<MakeGrowth> | undefined;

/** The tables are fetched once. A failure is forgotten, so that the next screen tries again. */
function load(): Promise<MakeGrowth> {
  loading ??= import('./loadGrowth.ts')
    .then(({ loadGrowth }) => loadGrowth())
    .then((make) => (loaded = make))
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** The growth is undefined for adults, without a measure of growth, while the tables load, and where they cannot be had. */
export type GrowthState = {
  readonly growth: ChildGrowth | undefined;
  /** The tables of the references are on their way. */
  readonly isLoading: boolean;
  readonly hasFailed: boolean;
};

const NO_SERIES: readonly Series[] = [];

/** Returns whether the open record is of a person under 20 years and has a measure of growth. */
export function useHasGrowth(): boolean {
  const { patient, record } = useRecord();
  const todayMs = useTodayMs();
  const series = record?.series ?? NO_SERIES;
  return useMemo(
    () => isUnderTwenty(patient, todayMs) && series.some((one) => growthMeasureOf(one) !== undefined),
    [patient, todayMs, series],
  );
}

/** Returns the growth of the child of the open record. The tables are fetched when a child with such a measure is shown. */
export function useChildGrowth(isNeeded = true): GrowthState {
  const { patient, record } = useRecord();
  const timeZone = useTimeZone();
  const series = record?.series ?? NO_SERIES;
  const isChild = useHasGrowth() && isNeeded;
  const [make, setMake] = useState<MakeGrowth | 'failed' | undefined>(() => loaded);
  useEffect(() => {
    if (!isChild || make !== undefined) return undefined;
    let isOver = false;
    const take = (next: MakeGrowth | 'failed') => {
      // A function is put into the state by another one.
      if (!isOver) setMake(() => next);
    };
    void load().then(take, () => take('failed'));
    return () => {
      isOver = true;
    };
  }, [isChild, make]);
  const growth = useMemo(
    () => (isChild && patient && typeof make === 'function' ? make(patient, series, timeZone) : undefined),
    [isChild, patient, make, series, timeZone],
  );
  const isLoading = isChild && make === undefined;
  usePending(isLoading);
  return { growth, isLoading, hasFailed: isChild && make === 'failed' };
}
