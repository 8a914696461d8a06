import { useCallback, type ComponentProps } from 'react';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { ResultTable } from '../../parts/results/table/ResultTable.tsx';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { LazyGrowthPanel, LazyGrowthTable, useGrowthChoice } from './GrowthSwitch.tsx';
import styles from './Detail.module.css';

type DetailChartProps = ComponentProps<typeof ChartFrame> & {
  readonly name: string;
  readonly selected: ChartEntry | undefined;
};

/** Draws the trend over time, or a child's percentile curves where the reader chose them. */
export function DetailChart({ name, selected, ...trend }: DetailChartProps) {
  const { series, drawn, onFocus } = trend;
  const { isGrowth } = useGrowthChoice(trend);
  // A point of the percentile curves and its row in the table are one.
  const focus = useCallback(
    ({ id }: Row, isByKey: boolean) => {
      const index = drawn.findIndex(({ rows }) => rows.some((row) => row.id === id));
      if (index >= 0) onFocus(index, isByKey);
    },
    [drawn, onFocus],
  );
  if (!isGrowth) return <ChartFrame {...trend} />;
  return (
    <div className={styles.growth}>
      <LazyBoundary>
        <LazyGrowthPanel {...{ series, name }} selectedId={selected?.rows[0].id} onFocus={focus} />
      </LazyBoundary>
    </div>
  );
}

/** Lists the results, with z-scores and percentiles beside a child's percentile curves. */
export function DetailTable(props: ComponentProps<typeof ResultTable>) {
  const { isGrowth } = useGrowthChoice(props);
  if (!isGrowth) return <ResultTable {...props} />;
  return (
    <LazyBoundary>
      <LazyGrowthTable {...props} />
    </LazyBoundary>
  );
}
