import { useMemo } from 'react';
import { derivedSeries, type Derived } from '../../clinical/derived/derived.ts';
import { useRecord } from '../openRecord/openRecordContexts.ts';
import { useCorrectedCalcium, useDerivedOptions } from '../results/useCalculated.ts';

const NOTHING: readonly Derived[] = [];

/** What Longview calculates of a record, made when it is wanted; nothing of one that is not complete. */
export function useCalculatedForExport(isWanted: boolean): readonly Derived[] {
  const { reported } = useRecord();
  const [isCalciumOn] = useCorrectedCalcium();
  const options = useDerivedOptions(isCalciumOn);
  return useMemo(
    () => (isWanted && reported?.complete ? derivedSeries(reported.series, options) : NOTHING),
    [isWanted, reported, options],
  );
}
