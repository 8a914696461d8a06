import styles from './MedicationCell.module.css';

/** "+ Spironolactone 25 mg/d" and "20 Oct 2026": a start, a stop or another dose, as recorded. */
export type MedicationChange = { readonly text: string; readonly whenText: string };

const MOST = 2;

function sourceWords(count: number): string {
  if (count === 0) return 'no change recorded in the medication list';
  return `${count > MOST ? `${count - MOST} more, ` : ''}as recorded in the medication list`;
}

/** What was done in the same time. Medication lists are not always up to date, so it says where this is from. */
export function MedicationCell({ changes }: { readonly changes: readonly MedicationChange[] }) {
  return (
    <li className={styles.cell}>
      <b className={styles.name}>Medications</b>
      {changes.slice(0, MOST).map(({ text, whenText }) => (
        <span key={`${text} ${whenText}`} className={styles.line}>
          <b dir="auto">{text}</b> <span>{whenText}</span>
        </span>
      ))}
      <span className={styles.source}>{sourceWords(changes.length)}</span>
    </li>
  );
}
