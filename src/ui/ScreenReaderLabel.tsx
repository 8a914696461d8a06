import type { ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './ScreenReaderLabel.module.css';

/** Is seen and not said, because the text for a voice stands before it. */
export const VisualOnly = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.drawn} aria-hidden="true">
    {children}
  </span>
);

type ScreenReaderLabelProps = { readonly text: string; readonly children: ReactNode };

/**
 * Says a text in place of what is drawn in a link. The name begins with the words that a reader sees and says to choose it
 * (https://www.w3.org/WAI/WCAG22/Understanding/label-in-name), and the signs and numbers after it are read in their order.
 */
export const ScreenReaderLabel = ({ text, children }: ScreenReaderLabelProps) => (
  <>
    <VisuallyHidden>{text}</VisuallyHidden>
    <VisualOnly>{children}</VisualOnly>
  </>
);
