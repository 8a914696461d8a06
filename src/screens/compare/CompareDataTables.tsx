import { useMemo } from 'react';
import type { OnOpenSource } from '../../charts/reading/SourceButtons.tsx';
import { stripOfStretch, type Span, type Strip } from '../../charts/strip/strip.ts';
import { CompareTable } from './CompareTable.tsx';
import type { ComparisonPeriod } from './comparisonPeriod.ts';
import type { CompareCursor } from './useCompareCursor.ts';

type CompareTwinsProps = {
  readonly span: Span;
  readonly timeZone: string;
  readonly onOpenSource: OnOpenSource;
  readonly strips: readonly Strip[];
  readonly second: ComparisonPeriod | undefined;
  readonly cursor: CompareCursor;
};

/** The twin of the strips, and of what lies under them. */
export function CompareDataTables({
  strips,
  second,
  cursor: { momentMs, goTo },
  ...table
}: CompareTwinsProps) {
  const then = useMemo(
    () => second && strips.map((strip) => stripOfStretch(strip, second)),
    [strips, second],
  );
  return (
    <>
      <CompareTable
        {...{ strips, momentMs, ...table }}
        name="what is compared, in this window"
        onSelect={(strip, timeMs) => goTo(timeMs, strip.id)}
      />
      {then && second && (
        <CompareTable
          {...table}
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
