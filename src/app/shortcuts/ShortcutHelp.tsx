import { useCallback, type ReactNode } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import type { ShortcutRow, shortcutRows } from './shortcutTable.ts';
import { shortcutsTexts } from './shortcuts.messages.ts';
import styles from './ShortcutHelp.module.css';

type ShortcutHelpProps = {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly onHelp: (isOpen: boolean) => void;
  readonly shortcuts: ReturnType<typeof shortcutRows>;
};

const keyName = (part: ReactNode, key: number) => <kbd key={key}>{part}</kbd>;

/** Draws the names of keys, such as "g then o", "+ or =" and "1 to 9". */
function KeyNames({ keys }: Pick<ShortcutRow, 'keys'>) {
  const [first = '', second] = keys;
  if (second === undefined && !IN_TURN.test(first)) return <kbd>{first}</kbd>;
  const values = { key: keyName, first, last: keys.at(-1) ?? '' };
  if (keys.length > 2) return shortcutsTexts.rich('keyRange', values);
  if (second !== undefined) return shortcutsTexts.rich('eitherKey', values);
  return shortcutsTexts.rich('keyThenKey', { ...values, first: first.charAt(0), last: first.charAt(2) });
}

/** This matches two keys that are pressed one after the other. */
const IN_TURN = /^. .$/;

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
        <td>{isSingle && !isOn ? shortcutsTexts('switchedOff', { description }) : description}</td>
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
  return (
    <Dialog
      id="keys-heading"
      className={styles.list}
      title={shortcutsTexts('keys')}
      closeLabel={shortcutsTexts('closeList')}
      onClose={onClose}
    >
      <label className={styles.switch}>
        <input type="checkbox" checked={isOn} onChange={({ target }) => onSwitch(target.checked)} />
        {shortcutsTexts('singleKeysOn')}
      </label>
      <p className={styles.note}>{shortcutsTexts('singleKeysNote')}</p>
      <div className={styles.columns}>
        <table className={styles.table}>
          <Rows heading={shortcutsTexts('onThisScreen')} rows={shortcuts.forScreen} isOn={isOn} />
        </table>
        <table className={styles.table}>
          <Rows heading={shortcutsTexts('onEveryScreen')} rows={shortcuts.forEveryScreen} isOn={isOn} />
        </table>
      </div>
    </Dialog>
  );
}
