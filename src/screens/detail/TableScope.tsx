import { Button } from '../../ui/Button.tsx';
import { countText } from '../../charts/format/numberText.ts';
import type { TableRows } from './resultsInWindow.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import styles from './TableScope.module.css';
import { detailTexts } from './detail.messages.ts';

type OutsideCounts = Pick<TableRows, 'olderCount' | 'newerCount'>;

function outsideText({ olderCount, newerCount }: OutsideCounts): string {
  const [older, newer] = [countText(olderCount), countText(newerCount)];
  if (newerCount === 0) return detailTexts('older', { count: olderCount, shown: older });
  if (olderCount === 0) return detailTexts('newer', { count: newerCount, shown: newer });
  return detailTexts('olderAndNewer', { older, newer });
}

type TableScopeProps = {
  readonly table: OutsideCounts & Pick<TableRows, 'undatedCount'>;
  readonly onAll: () => void;
};

/** Rule 56: the table holds the window of the chart. This says what it leaves out, and a button shows all. */
export function TableScope({ table: { olderCount, newerCount, undatedCount }, onAll }: TableScopeProps) {
  const outsideCount = olderCount + newerCount;
  if (outsideCount === 0) return null;
  return (
    <p className={styles.scope} data-outside={outsideCount}>
      {outsideText({ olderCount, newerCount })}{' '}
      <Button variant="link" onClick={onAll}>
        {detailTexts('showAll')}
      </Button>
      {undatedCount > 0 && ' '}
      {undatedCount > 0 && detailTexts('undated', { results: resultsText(undatedCount) })}
    </p>
  );
}
