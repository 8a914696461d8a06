import { useMemo } from 'react';
import { stripInSpan, type Strip } from '../../charts/strip/strip.ts';
import { CompareTable } from './CompareTable.tsx';
import type { ComparisonPeriod } from './comparisonPeriod.ts';
import type { CompareCursor } from './useCompareCursor.ts';
import { compareTexts } from './compare.messages.ts';

type CompareDataTablesProps = {
  readonly strips: readonly Strip[];
  readonly period: ComparisonPeriod | undefined;
  readonly cursor: CompareCursor;
};

/** Draws the data tables of the strips and, if two periods are compared, of the comparison period. */
export function CompareDataTables({ strips, period, cursor: { momentMs, goTo } }: CompareDataTablesProps) {
  const comparisonStrips = useMemo(
    () => period && strips.map((strip) => stripInSpan(strip, period)),
    [strips, period],
  );
  return (
    <>
      <CompareTable
        {...{ strips, momentMs }}
        isNewest
        name={compareTexts('whatIsCompared')}
        onSelect={(strip, timeMs) => goTo(timeMs, strip.id)}
      />
      {comparisonStrips && period && (
        <CompareTable
          strips={comparisonStrips}
          momentMs={momentMs === undefined ? undefined : momentMs - period.shiftMs}
          name={compareTexts('theSecondPeriod')}
          onSelect={(strip, timeMs) => goTo(timeMs + period.shiftMs, strip.id)}
        />
      )}
    </>
  );
}
