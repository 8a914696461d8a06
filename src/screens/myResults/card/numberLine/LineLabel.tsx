import type { ReactNode } from 'react';
import styles from './NumberLineFigure.module.css';

type LineLabelProps = { readonly share: number; readonly children: ReactNode };

/**
 * Shows a label that is too long to stand in the drawing, in a line of its own, where it breaks and is never cut. Its mark stands at the same
 * share of the label as of the line. The figure is named by its numbers, so no voice says them twice.
 */
export const LineLabel = ({ share, children }: LineLabelProps) => (
  <p className={styles.label} aria-hidden="true">
    <span style={{ flexGrow: share }} />
    <span>{children}</span>
    <span style={{ flexGrow: 1 - share }} />
  </p>
);
