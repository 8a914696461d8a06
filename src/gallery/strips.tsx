import { useMemo } from 'react';
import { frameOf } from '../charts/axis/frame.ts';
import { comparisonStripOf, stripOf } from '../charts/strip/strip.ts';
import type { StripOptions } from '../charts/strip/stripDrawing.ts';
import { meanPressures } from '../clinical/derived/derived.ts';
import { pressureSeriesPairOf } from '../clinical/series/pairs/pressureSeriesPairs.ts';
import { ComparePlots } from '../screens/compare/ComparePlots.tsx';
import { recordOf } from '../testing/recordFixture.ts';
import { useCompareCursor } from '../screens/compare/useCompareCursor.ts';
import { usePlotSize } from '../ui/layout/usePlotSize.ts';
import type { Family } from './family.ts';
import { ZONE } from './fixedClock.ts';
import { noop } from './sampleContext.ts';
import { stripStates, YEAR_SPAN, type StripState } from './stripStates.ts';
import { InGallery } from './InGallery.tsx';

const PLAIN: StripOptions = { isRelative: false, hasLines: true, hasEveryPoint: false };
const HEIGHT_PX = 88;

/** Draws one strip with the axis above it, as in Compare. */
function Strip({
  observations,
  options,
  period,
  cursorMs,
  span = YEAR_SPAN,
  ended = true,
}: Omit<StripState, 'name' | 'caption'>) {
  const record = useMemo(() => recordOf(observations, { ended, complete: ended }), [observations, ended]);
  const { ref, widthPx } = usePlotSize();
  const frame = useMemo(
    () =>
      widthPx === undefined ? undefined : frameOf({ ...span, timeZone: ZONE, widthPx, heightPx: HEIGHT_PX }),
    [span, widthPx],
  );
  const strips = useMemo(() => {
    const [series] = record.series;
    if (!series) throw new Error('Nothing of this has a strip.');
    const partner = record.series.find(({ id }) => id === pressureSeriesPairOf(series.id)?.diastolic);
    const means = partner && meanPressures(series.id, record.series);
    return [stripOf({ id: series.id, series, partner, means, qualifier: '' }, span, ZONE)];
  }, [record, span]);
  const comparisonStrips = useMemo(
    () => new Map(period ? strips.map((strip) => [strip.id, comparisonStripOf(strip, period)]) : []),
    [strips, period],
  );
  const cursor = useCompareCursor(strips, frame);
  return (
    <InGallery record={record}>
      <ComparePlots
        strips={strips}
        comparison={{ period, comparisonStrips }}
        plot={{ frame, measure: ref }}
        cursor={{ ...cursor, momentMs: cursor.momentMs ?? cursorMs }}
        state={{ options: { ...PLAIN, ...options }, moment: { momentMs: undefined, set: noop } }}
        lanes={undefined}
        onMoment={noop}
        onMove={noop}
        onWindow={noop}
      />
    </InGallery>
  );
}

export const stripFamily: Family = {
  name: 'strips',
  title: 'Strips',
  minWidthPx: 640,
  states: stripStates.map(({ name, caption, ...strip }) => ({
    name,
    caption,
    draw: () => <Strip {...strip} />,
  })),
};
