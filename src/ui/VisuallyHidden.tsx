import type { ReactNode } from 'react';
import styles from './VisuallyHidden.module.css';

/** The text is read aloud and not seen. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.hidden} dir="auto">
    {children}
  </span>
);
