import type { Row } from '../../clinical/observation/resultRow.ts';
import { CriticalSign, FlagText } from '../../charts/marks/FlagText.tsx';
import { symbolPath } from '../../charts/marks/symbols.tsx';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import { readingTexts } from './reading.messages.ts';
import styles from './ReadingPanel.module.css';

/**
 * Shows the flag of a result that is not final. It has the shape and the letters of every flag, but is hollow, dashed and without
 * colour, because it may still change (rules 34 and 52).
 */
function PreliminaryFlag({ kind: { flag, flagText } }: Pick<Row, 'kind'>) {
  if (flag === '' || flag === 'other')
    return (
      flagText && (
        <span className={styles.soft}>
          <bdi>{flagText}</bdi>
        </span>
      )
    );
  if (flag === 'HH' || flag === 'LL' || flag === 'AA')
    return (
      <b className={styles.unsure}>
        <CriticalSign />
        {flag}
      </b>
    );
  return (
    <span className={styles.unsure}>
      {flag !== 'N' && (
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d={symbolPath(flag, 6, 6, 2.6)} />
        </svg>
      )}
      {flag}
    </span>
  );
}

/** Shows the flag of one result, and what may still change of it. */
export const ResultFlag = ({ kind }: Pick<Row, 'kind'>) =>
  kind.status === 'preliminary' ? <PreliminaryFlag kind={kind} /> : <FlagText kind={kind} />;

/**
 * Shows the flags sent with a result. Each flag of a blood pressure stands with its side, because the bar has
 * two ends.
 */
export function ReadingFlags({ entry: { rows, sides } }: { readonly entry: ChartEntry }) {
  if (!sides) return <ResultFlag kind={rows[0].kind} />;
  return rows
    .filter(({ kind }) => (kind.flag !== '' && kind.flag !== 'N') || kind.outsideRange !== '')
    .map((row) => (
      <span key={row.kind.component} className={styles.side}>
        {readingTexts(row === sides.systolic ? 'systolicShort' : 'diastolicShort')}{' '}
        <ResultFlag kind={row.kind} />
      </span>
    ));
}
