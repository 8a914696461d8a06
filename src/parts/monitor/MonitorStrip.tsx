import { memo } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { MonitorPlot } from '../../charts/monitor/MonitorPlot.tsx';
import type { Strip } from '../../charts/strip/strip.ts';
import { useStripDrawing } from '../../charts/strip/stripDrawing.ts';
import type { StripReading } from '../../charts/strip/stripReading.ts';
import { StripScale } from '../../charts/strip/StripScale.tsx';
import { pairDataAttributes } from '../../charts/trend/trendChartText.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { accountAttributes } from '../recordStatus/accountAttributes.ts';
import { emptyStripText } from '../strips/stripText.ts';
import { MonitorReading } from './MonitorReading.tsx';
import { monitorNotes, outsideCountText, spokenStrip } from './monitorText.ts';
import { seriesFragment } from '../navigation/urlFragment.ts';
import { VisualOnly } from '../../ui/ScreenReaderLabel.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './Monitor.module.css';

/** The numbers of the y axis have this room. */
export const SCALE_PX = 34;

type MonitorStripProps = {
  readonly strip: Strip;
  readonly reading: StripReading | undefined;
  readonly frame: Frame;
  readonly record: RecordSnapshot;
  readonly cursorMs: number | undefined;
  readonly isDense: boolean;
};

const STRIP_OPTIONS = { isRelative: false, hasLines: true };
const DENSE_OPTIONS = { ...STRIP_OPTIONS, hasEveryPoint: false };
const EVERY_POINT_OPTIONS = { ...STRIP_OPTIONS, hasEveryPoint: true };

/** Draws one vital sign with its name, curve and reading. Like a tile, it is one link to its result. */
export const MonitorStrip = memo(function MonitorStrip(props: MonitorStripProps) {
  const { strip, reading, frame, record, cursorMs, isDense } = props;
  const { series, partner, name } = strip;
  const drawing = useStripDrawing(strip, frame, isDense ? DENSE_OPTIONS : EVERY_POINT_OPTIONS);
  const span = { fromMs: frame.startMs, toMs: frame.endMs };
  const isEmpty = strip.inside.length === 0;
  const [attributes, partnerAttributes] = pairDataAttributes(series, partner, span, record.complete);
  const { timeZone } = frame;
  const spoken = spokenStrip(strip, reading, { record, timeZone, isAtMoment: cursorMs !== undefined });
  return (
    <a className={styles.strip} href={seriesFragment(series.id)} {...attributes}>
      <VisuallyHidden>{spoken}</VisuallyHidden>
      <span className={styles.name} data-tooltip={outsideCountText(strip)} aria-hidden="true">
        <b dir="auto">{name}</b>
        {monitorNotes(drawing).map((text) => (
          <span key={text} dir="auto">
            {text}
          </span>
        ))}
      </span>
      <span className={styles.scale} aria-hidden="true">
        {!isEmpty && <StripScale layout={drawing.layout} widthPx={SCALE_PX} />}
      </span>
      <span className={styles.plot} data-plot={frame.widthPx} aria-hidden="true">
        <MonitorPlot
          {...{ drawing, cursorMs }}
          focusedEntry={cursorMs !== undefined && reading?.isAtCursor ? reading.entry : undefined}
        />
        {isEmpty && <span className={styles.empty}>{emptyStripText(strip, record.complete)}</span>}
      </span>
      <VisualOnly>
        <MonitorReading {...{ strip, reading, record, cursorMs, frame }} />
      </VisualOnly>
      <span className={styles.hooks}>
        <span {...accountAttributes(series.account)} />
        {partner && (
          <span {...partnerAttributes}>
            <span {...accountAttributes(partner.account)} />
          </span>
        )}
      </span>
    </a>
  );
});
