import type { MedicationChange, RecentMedicationChanges } from '../events/medicationText.ts';
import styles from './MedicationChangeCell.module.css';

const MAX_CHANGES = 2;

/**
 * Says where the changes come from. With an incomplete list, something that was not read may say that a drug
 * is still taken.
 */
function sourceText({ since, last }: RecentMedicationChanges, isListIncomplete: boolean): string {
  const list = isListIncomplete ? 'part of the medication list' : 'the medication list';
  if (last === undefined) return `no change recorded in ${list}`;
  return `${since.length > MAX_CHANGES ? `${since.length - MAX_CHANGES} more, ` : ''}as recorded in ${list}`;
}

const ChangeLine = ({ text, whenText }: MedicationChange) => (
  <span className={styles.line}>
    <b dir="auto">{text}</b> <span>{whenText}</span>
  </span>
);

type MedicationChangeCellProps = {
  readonly changes: RecentMedicationChanges;
  /** Part of the medication list was not read. */
  readonly isListIncomplete: boolean;
  /** The cell stands beside this many rows of results. Undefined means that it is a line below them. */
  readonly rows: number | undefined;
};

/**
 * Shows what changed in the medication in the same time. It names its source, because medication lists are
 * not always up to date.
 */
export function MedicationChangeCell({ changes, isListIncomplete, rows }: MedicationChangeCellProps) {
  const { since, last } = changes;
  return (
    <li className={styles.cell} style={rows === undefined ? undefined : { gridRow: `1 / span ${rows}` }}>
      <b className={styles.name}>Medications</b>
      {since.slice(0, MAX_CHANGES).map((change) => (
        <ChangeLine key={`${change.text} ${change.whenText}`} {...change} />
      ))}
      {since.length === 0 && last && (
        <>
          <span className={styles.line}>none since; last: </span>
          <ChangeLine {...last} />
        </>
      )}
      <span className={styles.source}>{sourceText(changes, isListIncomplete)}</span>
    </li>
  );
}
