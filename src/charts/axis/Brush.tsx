import { dateText, dateTimeText } from '../format/format.ts';
import { brushSpan, type BrushPosition, type BrushStretch } from './useBrush.ts';
import styles from './Brush.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';

type BrushProps = {
  readonly stretch: BrushStretch;
  readonly layout: BrushPosition & { readonly top: number; readonly bottom: number };
};

/** The stretch that a drag has marked so far, with its dates: what the window becomes when it is let go. */
export function Brush({ stretch, layout }: BrushProps) {
  const { frame, shift, top, bottom } = layout;
  const { fromMs, toMs } = brushSpan(stretch, layout);
  const text = toMs - fromMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const dates = [fromMs, toMs].map((timeMs) => text(timeMs, 'instant', frame.timeZone));
  const left = stretch.fromPx + shift;
  const isLeft = left < (frame.width * 2) / 3;
  return (
    <>
      <div
        className={styles.stretch}
        data-brush=""
        style={{ left, width: stretch.toPx - stretch.fromPx, top: top - 4, height: bottom - top + 4 }}
      />
      <p
        className={styles.dates}
        style={
          isLeft
            ? { left, top: bottom + 4 }
            : { right: `calc(100% - ${stretch.toPx + shift}px)`, top: bottom + 4 }
        }
      >
        {dates.join(' – ')}
      </p>
    </>
  );
}
