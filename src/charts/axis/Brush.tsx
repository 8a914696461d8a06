import { dateText, dateTimeText } from '../format/dateText.ts';
import { brushSpan, type BrushArea, type BrushSelection } from './useBrush.ts';
import styles from './Brush.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';

type BrushProps = {
  readonly selection: BrushSelection;
  readonly area: BrushArea & { readonly topPx: number; readonly bottomPx: number };
};

/**
 * Shows the span that a drag has marked so far, with its dates. It becomes the window when the pointer is let
 * go.
 */
export function Brush({ selection, area }: BrushProps) {
  const { frame, shiftPx, topPx, bottomPx } = area;
  const { fromMs, toMs } = brushSpan(selection, area);
  const text = toMs - fromMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const dates = [fromMs, toMs].map((timeMs) => text(timeMs, 'instant', frame.timeZone));
  const left = selection.fromPx + shiftPx;
  const isLeft = left < (frame.widthPx * 2) / 3;
  return (
    <>
      <div
        className={styles.stretch}
        data-brush=""
        style={{
          left,
          width: selection.toPx - selection.fromPx,
          top: topPx - 4,
          height: bottomPx - topPx + 4,
        }}
      />
      <p
        className={styles.dates}
        style={
          isLeft
            ? { left, top: bottomPx + 4 }
            : { right: `calc(100% - ${selection.toPx + shiftPx}px)`, top: bottomPx + 4 }
        }
      >
        {dates.join(' – ')}
      </p>
    </>
  );
}
