import type { ReactNode } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import type { SparklineSelection } from '../results/sparklineSelection.ts';
import { Monitor, type MonitorProps } from './Monitor.tsx';
import { sideEntriesOf, monitorSize, monitorStripsIn } from './monitorStrips.ts';
import type { DrawnEntry, TileBlock, TileEntry } from '../results/tileLayout.ts';
import type { Layout } from '../results/useLayout.ts';
import styles from './MonitorSection.module.css';

type MonitorParts = SparklineSelection & {
  readonly strips: readonly DrawnEntry[];
  /** These tiles stand beside the strips and not among the curves. */
  readonly sideBlocks: readonly TileBlock[];
};

/** Splits the entries of a window into strips of a monitor and other curves. It returns undefined without a monitor. */
export function monitorParts(
  entries: readonly TileEntry[],
  frame: Frame,
  layout: Layout,
  selectSparklines: (others: readonly TileEntry[], roomPx: number) => SparklineSelection,
): MonitorParts | undefined {
  const strips = monitorStripsIn(entries, frame);
  if (strips.length === 0) return undefined;
  const others = entries.filter((entry) => !strips.some((strip) => strip === entry));
  // The first questions beside a monitor are answered by a last value, whatever the window holds of it.
  const sideEntries = sideEntriesOf(others, layout, strips.length);
  const sideBlocks =
    sideEntries.length === 0 ? [] : [{ heading: '', entries: sideEntries, isContinued: false }];
  // With strips above, the page scrolls anyway.
  const selection = selectSparklines(
    others.filter((entry) => !sideEntries.includes(entry)),
    0,
  );
  return { strips, sideBlocks, ...selection };
}

export type MonitorSectionProps = Omit<MonitorProps, 'stripPx'> & {
  readonly sideBlocks: readonly TileBlock[];
  /** This is the column beside the strips. */
  readonly children: ReactNode;
};

/**
 * Draws the strips at the left and the results beside them. The lanes have their room before they are read.
 */
export function MonitorSection({ sideBlocks, children, ...props }: MonitorSectionProps) {
  const { stripPx, heightPx } = monitorSize(props.layout, props.strips.length);
  return (
    <div className={styles.columns}>
      <div className={styles.strips} style={{ minHeight: heightPx }}>
        <Monitor {...props} stripPx={stripPx} />
      </div>
      {sideBlocks.length > 0 && children}
    </div>
  );
}
