import { useMemo } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { isSameRow } from '../../../clinical/series/rowList.ts';
import type { PatientCard } from '../card/cards.ts';
import { chartLayout, type ChartLayout } from './chartLayout.ts';
import type { ResultMark } from './pointMark.ts';
import { spanWindow, type ChartPoint, type ChartSpan } from './resultFacts.ts';

type ChartOptions = {
  readonly card: PatientCard;
  readonly points: readonly ChartPoint[];
  readonly span: ChartSpan;
  /** It is undefined until the chart was measured. */
  readonly widthPx: number | undefined;
};

/** Returns where everything of the chart stands; undefined before its width is known and where there is no number to draw. */
export function useChartLayout({ card, points, span, widthPx }: ChartOptions): ChartLayout | undefined {
  const timeZone = useTimeZone();
  return useMemo(() => {
    if (widthPx === undefined) return undefined;
    return chartLayout({ card, points, window: spanWindow(points, span), widthPx, timeZone });
  }, [card, points, span, widthPx, timeZone]);
}

/** Returns the mark of the result that the card calls the newest; undefined where it has none. */
export const newestMark = ({ result }: PatientCard, { marks }: ChartLayout): ResultMark | undefined =>
  marks.find(
    ({ point: { entry, isDrawn } }) => isDrawn && entry.rows.some((row) => isSameRow(row, result.row)),
  );
