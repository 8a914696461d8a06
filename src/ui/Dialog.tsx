import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { useDialog } from './useDialog.ts';
import styles from './Dialog.module.css';

type DialogProps = {
  /** This is the id of the heading, which names the dialog. */
  readonly id: string;
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** This class says how wide the dialog is, and how its texts are set. */
  readonly className: string | undefined;
  readonly children: ReactNode;
};

/**
 * Draws a dialog over the page. Its heading and the button that closes it stay in view while the rest scrolls. The sheet
 * fills the dialog, so that only a press beside it is a press on the dialog itself.
 */
export function Dialog({ id, title, closeLabel, onClose, className, children }: DialogProps) {
  const { dialog, heading, ...closing } = useDialog(onClose);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press beside it closes it, as Escape does
    <dialog ref={dialog} className={`${styles.dialog} ${className}`} aria-labelledby={id} {...closing}>
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <Button variant="bare" aria-label={closeLabel} onClick={onClose}>
            ×
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
