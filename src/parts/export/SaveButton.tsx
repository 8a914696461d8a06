import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './ExportMenu.module.css';
import { exportTexts } from './export.messages.ts';

type SaveButtonProps = {
  readonly children: ReactNode;
  /** Completes the accessible name of the second button, such as "Show instead of saving: the PNG". */
  readonly target: string;
  readonly onSave: () => void;
  readonly onShow: () => void;
};

/** Saves a file, or shows its content, because a frame that forbids saving does not say so. */
export const SaveButton = ({ children, target, onSave, onShow }: SaveButtonProps) => (
  <div className={styles.save}>
    <Button onClick={onSave}>{children}</Button>
    <Button variant="bare" aria-label={exportTexts('showTarget', { target })} onClick={onShow}>
      {exportTexts('show')}
    </Button>
  </div>
);
