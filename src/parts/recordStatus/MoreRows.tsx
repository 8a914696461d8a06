import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { countText } from '../../charts/format/format.ts';

/** This many rows are added to the page at once. More would block it. */
const STEP = 200;

/** Shows a long list in parts. A press adds the next part. */
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
