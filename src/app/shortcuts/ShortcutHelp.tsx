import { Fragment, useCallback } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useDialog } from '../../ui/useDialog.ts';
import type { ShortcutRow, shortcutRows } from './shortcutTable.ts';
import styles from './ShortcutHelp.module.css';

type ShortcutHelpProps = {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly onHelp: (isOpen: boolean) => void;
  readonly shortcuts: ReturnType<typeof shortcutRows>;
};

/** Draws the names of keys, such as "g then o", "+ or =" and "1 to 9". */
function KeyNames({ keys }: Pick<ShortcutRow, 'keys'>) {
  const isRange = keys.length > 2;
  const names = isRange ? [keys[0] ?? '', keys.at(-1) ?? ''] : keys;
  return names.map((one, i) => (
    <Fragment key={one}>
      {i > 0 && (isRange ? ' to ' : ' or ')}
      {/^. .$/.test(one) ? (
        <>
          <kbd>{one[0]}</kbd> then <kbd>{one[2]}</kbd>
        </>
      ) : (
        <kbd>{one}</kbd>
      )}
    </Fragment>
  ));
}

type RowsProps = {
  readonly heading: string;
  readonly rows: ShortcutHelpProps['shortcuts']['forEveryScreen'];
  readonly isOn: boolean;
};

const Rows = ({ heading, rows, isOn }: RowsProps) => (
  <tbody>
    <tr>
      <th colSpan={2} scope="rowgroup">
        {heading}
      </th>
    </tr>
    {rows.map(({ keys, description, isSingle }) => (
      <tr
        key={keys.join() + description}
        data-keys={keys.join(', ')}
        className={isSingle && !isOn ? styles.off : ''}
      >
        <td>
          <KeyNames keys={keys} />
        </td>
        <td>
          {description}
          {isSingle && !isOn && ' (off)'}
        </td>
      </tr>
    ))}
  </tbody>
);

/**
 * Lists the shortcuts of this screen and of every screen, with a switch for single keys, which speech input
 * or a slip may press (WCAG 2.1.4).
 */
export function ShortcutHelp({ isOn, onSwitch, onHelp, shortcuts }: ShortcutHelpProps) {
  const onClose = useCallback(() => onHelp(false), [onHelp]);
  const { dialog, heading, ...closing } = useDialog(onClose);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press beside it closes it, as Escape does
    <dialog ref={dialog} className={styles.list} aria-labelledby="keys-heading" {...closing}>
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 id="keys-heading" ref={heading} tabIndex={-1}>
            Keys
          </h2>
          <Button variant="bare" aria-label="Close the list of keys" onClick={onClose}>
            ×
          </Button>
        </div>
        <label className={styles.switch}>
          <input type="checkbox" checked={isOn} onChange={({ target }) => onSwitch(target.checked)} />
          Single keys on
        </label>
        <p className={styles.note}>
          Off: letters, digits and signs do nothing by themselves. Arrow keys, Home, End, Enter, Esc and Tab
          stay. This browser remembers it.
        </p>
        <table className={styles.table}>
          <Rows heading="On this screen" rows={shortcuts.forScreen} isOn={isOn} />
          <Rows heading="On every screen" rows={shortcuts.forEveryScreen} isOn={isOn} />
        </table>
      </div>
    </dialog>
  );
}
