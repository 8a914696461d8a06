import { useMemo } from 'react';
import { allDerivedSeries, type DerivedSeries } from '../../clinical/derived/derived.ts';
import { useRecord } from '../openRecord/openRecordContexts.ts';
import { useCorrectedCalcium, useDerivedOptions } from '../results/useCalculated.ts';

const NOTHING: readonly DerivedSeries[] = [];

/** Returns the calculated values of a record once they are needed. An incomplete record has none. */
export function useCalculatedForExport(isNeeded: boolean): readonly DerivedSeries[] {
  const { reported } = useRecord();
  const [isCalciumOn] = useCorrectedCalcium();
  const options = useDerivedOptions(isCalciumOn);
  return useMemo(
    () => (isNeeded && reported?.complete ? allDerivedSeries(reported.series, options) : NOTHING),
    [isNeeded, reported, options],
  );
}
