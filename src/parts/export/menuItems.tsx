/** This file draws the entries of the menu "Share", each with the letter that presses it while the menu is open. */
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { shortcutKey } from '../../ui/keyboard/shortcutGuard.ts';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import { PRINT_FRAGMENT } from '../navigation/urlFragment.ts';
import keyStyles from '../../ui/Kbd.module.css';
import { requestPrint } from './printRequest.ts';
import { exportTexts } from './export.messages.ts';
import styles from './ExportMenu.module.css';

function Letter({ letter }: { readonly letter: string | undefined }) {
  return letter ? (
    <kbd className={`${keyStyles.kbd} ${styles.letter}`} aria-hidden="true">
      {letter}
    </kbd>
  ) : null;
}

type MenuButtonProps = {
  /** On a screen without the menu an entry has none. */
  readonly letter?: string | undefined;
  readonly onPress: () => void;
  readonly children: ReactNode;
  /** This is the DOM hook of docs/contract.md, section 4. */
  readonly dataExport?: 'csv' | undefined;
  /** This is the id of what the entry changes. */
  readonly controls?: string;
  /** Tells that the pointer or the focus came to the entry, or left it. */
  readonly onPoint?: (isPointed: boolean) => void;
};

export function MenuButton(props: MenuButtonProps) {
  const { letter, onPress, children, dataExport, controls, onPoint } = props;
  const shortcut = useShortcut(letter);
  return (
    <Button
      data-export={dataExport}
      data-letter={letter}
      aria-keyshortcuts={shortcut}
      aria-controls={controls}
      onMouseEnter={() => onPoint?.(true)}
      onMouseLeave={() => onPoint?.(false)}
      onFocus={() => onPoint?.(true)}
      onBlur={() => onPoint?.(false)}
      onClick={onPress}
    >
      {children}
      <Letter letter={shortcut} />
    </Button>
  );
}

/** Printing has a screen of its own, which the same letter opens from everywhere. */
export function PrintLink() {
  const shortcut = useShortcut('p');
  return (
    <a
      className={styles.print}
      href={PRINT_FRAGMENT}
      data-letter="p"
      aria-keyshortcuts={shortcut}
      onClick={requestPrint}
    >
      {exportTexts('print')}
      <Letter letter={shortcut} />
    </a>
  );
}

/** Presses the entry of the open menu that has this letter. */
export function pressByLetter(event: KeyboardEvent, menu: HTMLElement): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
  const letter = CSS.escape(shortcutKey(event.nativeEvent));
  const entry = menu.querySelector<HTMLElement>(`[data-letter="${letter}"]`);
  if (!entry) return;
  event.preventDefault();
  event.stopPropagation(); // elsewhere the same letter may do something else
  entry.click();
}
