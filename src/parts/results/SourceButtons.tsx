import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import styles from './SourceButtons.module.css';
import { useActions } from '../openRecord/openRecordContexts.ts';

type SourceButtonsProps = {
  readonly entry: ChartEntry;
  /** "29 Oct 2026, 08:05": tells the buttons of a table apart for who hears them. */
  readonly when: string;
  /** In a long table only the chosen row is a stop of the Tab key. */
  readonly tabIndex?: 0 | -1;
};

/** One button for each Observation behind a result: both sides of a blood pressure are mostly one. */
export function SourceButtons({ entry, when, tabIndex = 0 }: SourceButtonsProps) {
  const { openSource } = useActions();
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
        onClick={() => openSource(id)}
      >
        Source{side && ` (${side})`}
      </button>
    );
  });
}
