import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { countText } from '../../charts/format/numberText.ts';
import { moreRowsTexts } from './moreRows.messages.ts';
import { ROWS_AT_ONCE } from './rowsAtOnce.ts';

/** Shows a long list in parts. A press adds the next part. */
export function useGrowingList<T>(all: readonly T[]) {
  const [count, setCount] = useState(ROWS_AT_ONCE);
  return { shown: all.slice(0, count), more: () => setCount((now) => now + ROWS_AT_ONCE) };
}

type MoreRowsProps = {
  readonly shownCount: number;
  readonly totalCount: number;
  readonly onMore: () => void;
};

/** Says how much of a list is in the page, also in print, and shows the next part. */
export const MoreRows = ({ shownCount, totalCount, onMore }: MoreRowsProps) =>
  shownCount < totalCount && (
    <p>
      {moreRowsTexts('shownOf', { shown: countText(shownCount), total: countText(totalCount) })}{' '}
      <Button onClick={onMore}>
        {moreRowsTexts('showMore', { count: countText(Math.min(ROWS_AT_ONCE, totalCount - shownCount)) })}
      </Button>
    </p>
  );

type GrowingListProps<T> = { readonly all: readonly T[]; readonly children: (one: T) => ReactNode };

/** Shows a list of which only a part is in the page at first, however long it is. */
export function GrowingList<T>({ all, children }: GrowingListProps<T>) {
  const { shown, more } = useGrowingList(all);
  return (
    <>
      <ul>{shown.map(children)}</ul>
      <MoreRows shownCount={shown.length} totalCount={all.length} onMore={more} />
    </>
  );
}
