import { Button } from '../../ui/Button.tsx';
import type { TableRows } from './resultsInWindow.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import styles from './TableScope.module.css';

type TableScopeProps = Pick<TableRows, 'outsideCount' | 'undatedCount'> & { readonly onAll: () => void };

/** Rule 56: the table holds the window of the chart. This says what it leaves out, and a button shows all. */
export function TableScope({ outsideCount, undatedCount, onAll }: TableScopeProps) {
  if (outsideCount === 0) return null;
  const verb = undatedCount === 1 ? 'stands' : 'stand';
  return (
    <p className={styles.scope} data-outside={outsideCount}>
      {resultsText(outsideCount)} outside this window.{' '}
      <Button variant="link" onClick={onAll}>
        Show all
      </Button>
      {undatedCount > 0 && ` ${resultsText(undatedCount)} without a date ${verb} last, in every window.`}
    </p>
  );
}
