import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { readingTexts } from '../reading.messages.ts';
import styles from './SourceButtons.module.css';
import { useActions } from '../../openRecord/openRecordContexts.ts';

type SourceButtonsProps = {
  readonly entry: ChartEntry;
  /**
   * The date and time, such as "29 Oct 2026, 08:05", tell the buttons of a table apart for a screen reader.
   */
  readonly when: string;
  /** In a long table the Tab key stops only at the chosen row. */
  readonly tabIndex?: 0 | -1;
};

/** Shows one button for each Observation behind a result. Both sides of a blood pressure are mostly one Observation. */
export function SourceButtons({ entry, when, tabIndex = 0 }: SourceButtonsProps) {
  const { openSource } = useActions();
  const ids = [...new Set(entry.rows.map(({ id }) => id))];
  return ids.map((id, i) => {
    const side = ids.length > 1 ? readingTexts(i === 0 ? 'systolic' : 'diastolic') : '';
    return (
      <button
        key={id}
        type="button"
        className={styles.button}
        tabIndex={tabIndex}
        aria-label={
          side ? readingTexts('sourceLabelOfSide', { side, when }) : readingTexts('sourceLabel', { when })
        }
        onClick={() => openSource(id)}
      >
        {side ? readingTexts('sourceOfSide', { side }) : readingTexts('source')}
      </button>
    );
  });
}
