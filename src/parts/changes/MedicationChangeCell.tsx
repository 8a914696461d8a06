import type { MedicationChange, RecentMedicationChanges } from '../events/medicationText.ts';
import styles from './MedicationChangeCell.module.css';

const MAX_CHANGES = 2;

/** `isOfPart`: some of what else is known of medication was not read, and may say that a drug is still taken. */
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
  /** Some of what else is known of medication was not read. */
  readonly isListIncomplete: boolean;
  /** How many rows of results it stands beside; undefined where it is a line below them. */
  readonly rows: number | undefined;
};

/** What was done in the same time. Medication lists are not always up to date, so it says where this is from. */
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
