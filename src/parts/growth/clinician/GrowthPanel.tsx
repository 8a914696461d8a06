import { useCallback, useMemo } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { growthMeasureOf } from '../../../clinical/growth/growthMeasurement.ts';
import type { ChildGrowth } from '../../../clinical/growth/childGrowth.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { useLoadedRecord } from '../../openRecord/openRecordContexts.ts';
import { GrowthChart } from '../GrowthChart.tsx';
import { hasCurves } from '../growthLayout.ts';
import { drawnPointsOf, growthPointsOf, unitsPerMetricUnitOf, type GrowthPoint } from '../growthPoints.ts';
import { useChildGrowth } from '../useChildGrowth.ts';
import { growthDetailTexts } from './growthDetail.messages.ts';
import { gestationText, growthReading, noPercentileText } from './growthDetailText.ts';
import styles from './GrowthPanel.module.css';

type GrowthPanelProps = {
  readonly series: Series;
  readonly name: string;
  /** This is the result that is chosen in the table. */
  readonly selectedId: string | undefined;
  readonly onFocus: (row: Row, isByKey: boolean) => void;
};

/** Shows the child's results of this measure on the percentile curves, in the room of the trend. */
export function GrowthPanel(props: GrowthPanelProps) {
  const { growth, hasFailed } = useChildGrowth();
  if (growth === undefined)
    return <p className={styles.waiting}>{growthDetailTexts(hasFailed ? 'notLoaded' : 'loading')}</p>;
  return <DrawnGrowth {...props} growth={growth} />;
}

type DrawnGrowthProps = GrowthPanelProps & { readonly growth: ChildGrowth };

function DrawnGrowth({ series, name, selectedId, onFocus, growth }: DrawnGrowthProps) {
  const { series: all } = useLoadedRecord();
  const timeZone = useTimeZone();
  const measure = growthMeasureOf(series);
  const points = useMemo(
    () => (measure === undefined ? [] : growthPointsOf(all, measure, growth)),
    [all, measure, growth],
  );
  const unit = useMemo(
    () => ({ text: series.unitText, unitsPerMetricUnit: unitsPerMetricUnitOf(series) }),
    [series],
  );
  const focus = useCallback(
    (point: GrowthPoint, isByKey: boolean) => {
      if (point.series.id === series.id) onFocus(point.row, isByKey);
    },
    [onFocus, series.id],
  );
  if (measure === undefined) return null;
  const drawn = drawnPointsOf(points);
  const isDrawn = drawn.length > 0;
  const missing = hasCurves({ points: drawn, measure, growth }) ? '' : missingText(points, isDrawn);
  return (
    <div data-growth={measure}>
      {isDrawn && (
        <GrowthChart
          {...{ name, measure, points, growth, unit, selectedId }}
          readingOf={(point) => growthReading(point, timeZone)}
          onFocus={focus}
        />
      )}
      <p className={styles.notes}>
        {[missing, gestationText(growth.child.gestation), growthDetailTexts('allAges')]
          .filter(Boolean)
          .join(' ')}
      </p>
    </div>
  );
}

/** Says why no curve or no chart is drawn. */
function missingText(points: readonly GrowthPoint[], isDrawn: boolean): string {
  const newest = points.at(-1);
  if (newest === undefined || newest.growth.isKnown) return '';
  return growthDetailTexts(isDrawn ? 'noCurves' : 'noChart', {
    reason: noPercentileText(newest.growth.reason),
  });
}
