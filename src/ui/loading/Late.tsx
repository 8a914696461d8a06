import { Suspense, useLayoutEffect, type ReactNode } from 'react';
import { addPending } from './pendingParts.ts';

/** Counts as pending for as long as it is mounted. */
function PendingPart() {
  useLayoutEffect(addPending, []);
  return null;
}

/** Counts a part that is loaded without a boundary as pending. */
export function usePending(isPending: boolean): void {
  useLayoutEffect(() => (isPending ? addPending() : undefined), [isPending]);
}

type LateProps = { readonly fallback?: ReactNode; readonly children: ReactNode };

/** Draws a part of the screen that is loaded after the first chart. Until it is there, the screen is not settled. */
export const Late = ({ fallback, children }: LateProps) => (
  <Suspense
    fallback={
      <>
        <PendingPart />
        {fallback}
      </>
    }
  >
    {children}
  </Suspense>
);
