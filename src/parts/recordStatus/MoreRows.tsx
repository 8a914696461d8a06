import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { countText } from '../../charts/format/format.ts';

/** As many rows as are put into the page at once: more would hold the page up. */
const STEP = 200;

/** A long list, grown by a press. */
export function useGrowingList<T>(all: readonly T[]) {
  const [count, setCount] = useState(STEP);
  return { shown: all.slice(0, count), more: () => setCount((now) => now + STEP) };
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
      {countText(shownCount)} of {countText(totalCount)} shown.{' '}
      <Button onClick={onMore}>Show {countText(Math.min(STEP, totalCount - shownCount))} more</Button>
    </p>
  );
