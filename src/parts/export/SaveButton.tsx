import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from './menuItems.tsx';
import styles from './ExportMenu.module.css';
import { exportTexts } from './export.messages.ts';

type SaveButtonProps = {
  readonly children: ReactNode;
  /** Completes the accessible name of the second button, such as "View on screen: the PNG". */
  readonly target: string;
  /** This is the key that presses it while the menu is open. */
  readonly letter?: string;
  /** This is the DOM hook of docs/contract.md, section 4. */
  readonly dataExport?: 'csv' | undefined;
  readonly onSave: () => void;
  readonly onShow: () => void;
};

/** Saves a file, or shows its content, because a frame that forbids saving does not say so. */
export const SaveButton = ({ children, target, letter, dataExport, onSave, onShow }: SaveButtonProps) => (
  <div className={styles.save}>
    <MenuButton letter={letter} dataExport={dataExport} onPress={onSave}>
      {children}
    </MenuButton>
    <Button variant="bare" aria-label={exportTexts('showTarget', { target })} onClick={onShow}>
      {exportTexts('show')}
    </Button>
  </div>
);
