import type { Frame } from '../../charts/axis/frame.ts';
import { Brush } from '../../charts/axis/Brush.tsx';
import type { TimeWindow } from './recordWindow.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { useWindowBrush } from './useWindowBrush.ts';
import { showTimeWindow } from './windowSteps.ts';
import styles from './AxisBrush.module.css';
import { timeWindowTexts } from './timeWindow.messages.ts';

type BrushProps = {
  readonly frame: Frame;
  readonly heightPx: number;
  /**
   * The brush lies on an axis with a heading below, with only curves below, or with all its room, or on a
   * curve itself.
   */
  readonly placement: 'heading' | 'curves' | 'axis' | 'plot';
};

const PLACEMENT_CLASSES = {
  heading: styles.heading,
  curves: styles.low,
  axis: styles.axis,
  plot: styles.plot,
};

/** Chooses the window by a drag. Buttons and keys do the same. */
export function WindowBrush({
  frame,
  heightPx,
  placement,
  onWindow,
}: BrushProps & { readonly onWindow: (next: TimeWindow) => void }) {
  const { selection, layout, zone } = useWindowBrush(frame, heightPx, onWindow);
  return (
    <div className={PLACEMENT_CLASSES[placement]} title={timeWindowTexts('dragToChoose')} {...zone}>
      {selection && <Brush selection={selection} area={layout} />}
    </div>
  );
}

/** Changes the one window of the app by a drag. */
export const AxisBrush = ({ view, ...brush }: BrushProps & { readonly view: ViewWindow }) => (
  <WindowBrush {...brush} onWindow={(next) => showTimeWindow(view, next)} />
);
