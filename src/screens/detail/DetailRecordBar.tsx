import { useMemo } from 'react';
import { FRAME_INSET_PX } from '../../charts/axis/frame.ts';
import { frameWidthPx, MARGIN_PX, TEXT_SCALE } from '../../charts/trend/trendLayout.ts';
import type { Series } from '../../clinical/series/series.ts';
import { RecordBar } from '../../parts/timeWindow/recordBar/RecordBar.tsx';

type DetailRecordBarProps = {
  readonly series: Series;
  readonly partner: Series | undefined;
  /** This is the width of the chart with its margins. */
  readonly widthPx: number;
};

/** In a narrow window the margins of the chart would leave the bar too little room. */
const NARROW_PX = 480;

/** Shows all results of this test in the whole record, on the width of the plot. */
export function DetailRecordBar({ series, partner, widthPx }: DetailRecordBarProps) {
  const tests = useMemo(() => (partner ? [series, partner] : [series]), [series, partner]);
  const isNarrow = widthPx < NARROW_PX * TEXT_SCALE;
  return (
    <div style={isNarrow ? undefined : { marginLeft: MARGIN_PX.left - FRAME_INSET_PX.left }}>
      <RecordBar tests={tests} widthPx={isNarrow ? widthPx : frameWidthPx(widthPx)} textScale={TEXT_SCALE} />
    </div>
  );
}
