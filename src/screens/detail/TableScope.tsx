import { Button } from '../../ui/Button.tsx';
import type { TableRows } from './detailWindow.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import styles from './TableScope.module.css';

type TableScopeProps = Pick<TableRows, 'outside' | 'undated'> & { readonly onAll: () => void };

/** Rule 56: the table is cut as the chart is; it says what that leaves out, and one press shows it. */
export function TableScope({ outside, undated, onAll }: TableScopeProps) {
  if (outside === 0) return null;
  const stays = undated === 1 ? 'stands' : 'stand';
  return (
    <p className={styles.scope} data-outside={outside}>
      {resultsText(outside)} outside this window.{' '}
      <Button variant="link" onClick={onAll}>
        Show all
      </Button>
      {undated > 0 && ` ${resultsText(undated)} without a date ${stays} last, in every window.`}
    </p>
  );
}
