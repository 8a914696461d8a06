import { useMemo } from 'react';
import { stripInSpan, type Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { CompareTable } from './CompareTable.tsx';
import type { ComparisonPeriod } from './comparisonPeriod.ts';
import type { CompareCursor } from './useCompareCursor.ts';

type CompareDataTablesProps = {
  readonly span: TimeSpan;
  readonly strips: readonly Strip[];
  readonly second: ComparisonPeriod | undefined;
  readonly cursor: CompareCursor;
};

/** The twin of the strips, and of what lies under them. */
export function CompareDataTables({
  strips,
  second,
  cursor: { momentMs, goTo },
  span,
}: CompareDataTablesProps) {
  const then = useMemo(() => second && strips.map((strip) => stripInSpan(strip, second)), [strips, second]);
  return (
    <>
      <CompareTable
        {...{ strips, momentMs, span }}
        name="what is compared, in this window"
        onSelect={(strip, timeMs) => goTo(timeMs, strip.id)}
      />
      {then && second && (
        <CompareTable
          strips={then}
          span={second}
          momentMs={momentMs === undefined ? undefined : momentMs - second.shiftMs}
          name="the second period"
          onSelect={(strip, timeMs) => goTo(timeMs + second.shiftMs, strip.id)}
        />
      )}
    </>
  );
}
