import type { Row } from '../../clinical/observation/resultRow.ts';
import { FlagText } from '../../charts/marks/FlagText.tsx';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import { readingTexts } from './reading.messages.ts';
import styles from './ReadingPanel.module.css';

/**
 * Shows a flag. If the result is not final, the flag has no shape and no colour, because it may still change.
 */
function Flag({ kind }: Pick<Row, 'kind'>) {
  if (kind.status !== 'preliminary') return <FlagText kind={kind} />;
  const { flag, flagText } = kind;
  return (
    flagText && (
      <span className={styles.soft}>
        <bdi>{flag === '' || flag === 'other' ? flagText : flag}</bdi>
      </span>
    )
  );
}

/**
 * Shows the flags sent with a result. Each flag of a blood pressure stands with its side, because the bar has
 * two ends.
 */
export function ReadingFlags({ entry: { rows, sides } }: { readonly entry: ChartEntry }) {
  if (!sides) return <Flag kind={rows[0].kind} />;
  return rows
    .filter(({ kind }) => (kind.flag !== '' && kind.flag !== 'N') || kind.outsideRange !== '')
    .map((row) => (
      <span key={row.kind.component} className={styles.side}>
        {readingTexts(row === sides.systolic ? 'systolicShort' : 'diastolicShort')} <Flag kind={row.kind} />
      </span>
    ));
}
