import type { Frame } from '../charts/frame.ts';
import { Brush } from '../charts/Brush.tsx';
import type { ViewWindow } from './useTimeWindow.ts';
import { useWindowBrush } from './useWindowBrush.ts';
import styles from './AxisBrush.module.css';

type AxisBrushProps = {
  readonly frame: Frame;
  readonly heightPx: number;
  readonly view: ViewWindow;
  /** Nothing but curves stands below. */
  readonly isLow: boolean;
};

/** Lies on the time axis above a column: a drag over it chooses the window. What it does the buttons and keys do as well. */
export function AxisBrush({ frame, heightPx, view, isLow }: AxisBrushProps) {
  const { stretch, layout, zone } = useWindowBrush(frame, heightPx, view);
  return (
    <div
      className={isLow ? `${styles.zone} ${styles.low}` : styles.zone}
      title="Drag to choose a window"
      {...zone}
    >
      {stretch && <Brush stretch={stretch} layout={layout} />}
    </div>
  );
}
