import type { Ref } from 'react';
import { Button } from './Button.tsx';
import styles from './DialogHead.module.css';

type DialogHeadProps = {
  readonly id: string;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
};

/** Draws the heading of a dialog, and the button that closes it. Both stay in view while the rest scrolls. */
export const DialogHead = ({ id, heading, title, closeLabel, onClose }: DialogHeadProps) => (
  <div className={styles.head}>
    <h2 id={id} ref={heading} tabIndex={-1}>
      {title}
    </h2>
    <Button variant="bare" aria-label={closeLabel} onClick={onClose}>
      ×
    </Button>
  </div>
);
