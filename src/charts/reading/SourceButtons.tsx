import type { ChartEntry } from './chartEntries.ts';
import styles from './SourceButtons.module.css';

/** Opens the Observation of this id as it was sent. */
export type OnOpenSource = (id: string) => void;

type SourceButtonsProps = {
  readonly entry: ChartEntry;
  /** "29 Oct 2026, 08:05": tells the buttons of a table apart for who hears them. */
  readonly when: string;
  readonly onOpenSource: OnOpenSource;
  /** In a long table only the chosen row is a stop of the Tab key. */
  readonly tabIndex?: 0 | -1;
};

/** One button for each Observation behind a result: both sides of a blood pressure are mostly one. */
export function SourceButtons({ entry, when, onOpenSource, tabIndex = 0 }: SourceButtonsProps) {
  const ids = [...new Set(entry.rows.map(({ id }) => id))];
  return ids.map((id, i) => {
    const side = ids.length > 1 ? (i === 0 ? 'systolic' : 'diastolic') : '';
    return (
      <button
        key={id}
        type="button"
        className={styles.button}
        tabIndex={tabIndex}
        aria-label={['Source of the result', side, when].filter(Boolean).join(', ')}
        onClick={() => onOpenSource(id)}
      >
        Source{side && ` (${side})`}
      </button>
    );
  });
}
