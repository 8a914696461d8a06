import { timeAttributes, type Frame } from '../../charts/axis/frame.ts';
import { Brush } from '../../charts/axis/Brush.tsx';
import type { TimeWindow } from './recordWindow.ts';
import { useWindowBrush } from './useWindowBrush.ts';
import styles from './AxisBrush.module.css';
import { timeWindowTexts } from './timeWindow.messages.ts';

type BrushProps = {
  readonly frame: Frame;
  readonly heightPx: number;
  /**
   * The handle lies on an axis with a heading below, with only curves below, or with all its room.
   */
  readonly placement: 'heading' | 'curves' | 'axis';
};

const PLACEMENT_CLASSES = {
  heading: styles.heading,
  curves: styles.low,
  axis: styles.axis,
};

type WindowBrushProps = Omit<BrushProps, 'placement'> & { readonly onWindow: (next: TimeWindow) => void };

/** Chooses the window by a drag over a curve. Buttons and keys do the same. */
export function WindowBrush({ frame, heightPx, onWindow }: WindowBrushProps) {
  const { selection, layout, zone } = useWindowBrush(frame, heightPx, onWindow);
  return (
    <div className={styles.plot} data-time-zoom="" {...zone}>
      {selection && <Brush selection={selection} area={layout} />}
    </div>
  );
}

/** Moves the window by a drag on the labels of a time axis, which `dragOnChart.ts` follows. Buttons and keys do the same. */
export const AxisHandle = ({ frame, placement }: Pick<BrushProps, 'frame' | 'placement'>) => (
  <div
    className={PLACEMENT_CLASSES[placement]}
    data-tooltip={timeWindowTexts('dragToMove')}
    data-time-pan=""
    {...timeAttributes(frame)}
  />
);
