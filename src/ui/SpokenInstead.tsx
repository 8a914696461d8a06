import type { ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './SpokenInstead.module.css';

/** Is seen and not said, because the text for a voice stands before it. */
export const Drawn = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.drawn} aria-hidden="true">
    {children}
  </span>
);

type SpokenInsteadProps = { readonly text: string; readonly children: ReactNode };

/**
 * Says a text in place of what is drawn in a link. The name begins with the words that a reader sees and says to choose it
 * (https://www.w3.org/WAI/WCAG22/Understanding/label-in-name), and the signs and numbers after it are read in their order.
 */
export const SpokenInstead = ({ text, children }: SpokenInsteadProps) => (
  <>
    <VisuallyHidden>{text}</VisuallyHidden>
    <Drawn>{children}</Drawn>
  </>
);
