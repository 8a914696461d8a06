import { Button } from '../../ui/Button.tsx';
import type { TableRows } from './resultsInWindow.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import styles from './TableScope.module.css';
import { detailTexts } from './detail.messages.ts';

type TableScopeProps = Pick<TableRows, 'outsideCount' | 'undatedCount'> & { readonly onAll: () => void };

/** Rule 56: the table holds the window of the chart. This says what it leaves out, and a button shows all. */
export function TableScope({ outsideCount, undatedCount, onAll }: TableScopeProps) {
  if (outsideCount === 0) return null;
  return (
    <p className={styles.scope} data-outside={outsideCount}>
      {detailTexts('outsideTable', { results: resultsText(outsideCount) })}{' '}
      <Button variant="link" onClick={onAll}>
        {detailTexts('showAll')}
      </Button>
      {undatedCount > 0 && ' '}
      {undatedCount > 0 && detailTexts('undated', { results: resultsText(undatedCount) })}
    </p>
  );
}
