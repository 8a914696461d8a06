import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { longDate } from '../patientDates.ts';
import type { ChartLayout } from './chartLayout.ts';
import { oneResultTexts } from './oneResult.messages.ts';
import styles from './ResultChart.module.css';

const CHANGED = {
  method: 'methodChanged',
  specimen: 'specimenChanged',
  conditions: 'conditionsChanged',
  unit: 'unitChanged',
} as const;
/** More changes than this are counted and not told one by one. */
const MAX_TOLD = 3;

function remarksOf(layout: ChartLayout, timeZone: string): readonly string[] {
  const { breaks, marks, isDense, olderCount } = layout;
  const told = breaks.map(({ timeMs, change }) =>
    oneResultTexts(CHANGED[change], { date: longDate(timeMs, 'instant', timeZone) }),
  );
  return [
    ...(breaks.length > MAX_TOLD
      ? [oneResultTexts('changedOften', { shown: countText(breaks.length) })]
      : told),
    layout.isRangeChanged && oneResultTexts('rangeChanged', { by: layout.rangesBy }),
    layout.hasGaps && oneResultTexts('lineStops'),
    layout.isExtended && oneResultTexts('scaleExtended'),
    isDense && oneResultTexts('manyResults', { shown: countText(marks.length) }),
    olderCount > 0 && oneResultTexts('olderNotShown', { count: olderCount, shown: countText(olderCount) }),
  ].filter((text) => text !== false);
}

/** Says in sentences what the chart alone does not: why the line stops, what changed, and what is not in view. */
export function ChartRemarks({ layout }: { readonly layout: ChartLayout }) {
  const remarks = remarksOf(layout, useTimeZone());
  return (
    <ul className={styles.remarks}>
      {remarks.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
