import type { Row } from '../../clinical/observation/resultRow.ts';
import { FlagText } from '../../charts/marks/FlagText.tsx';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import styles from './ReadingPanel.module.css';

/** What was sent with a result that is not final yet stands there without its shape and colour: it may still change. */
function Flag({ kind }: Pick<Row, 'kind'>) {
  if (kind.status !== 'preliminary') return <FlagText kind={kind} />;
  return (
    kind.flagText && (
      <span className={styles.soft}>
        <bdi>{kind.flagText}</bdi> sent
      </span>
    )
  );
}

/** The flags sent with a result; of a blood pressure each with its side, because the bar has two ends. */
export function ReadingFlags({ entry: { rows, sides } }: { readonly entry: ChartEntry }) {
  if (!sides) return <Flag kind={rows[0].kind} />;
  return rows
    .filter(({ kind }) => (kind.flag !== '' && kind.flag !== 'N') || kind.outsideRange !== '')
    .map((row) => (
      <span key={row.kind.component} className={styles.side}>
        {row === sides.systolic ? 'sys' : 'dia'} <Flag kind={row.kind} />
      </span>
    ));
}
