import { startTransition, Suspense, useLayoutEffect, useReducer, type ReactNode } from 'react';
import { addPendingLoad, onLoaded } from './pendingLoads.ts';

type PendingPartProps = { readonly onPartLoaded: () => void };

/** Counts as pending for as long as it is mounted, and says when the file of a part has come. */
function PendingPart({ onPartLoaded }: PendingPartProps) {
  useLayoutEffect(addPendingLoad, []);
  useLayoutEffect(() => onLoaded(() => startTransition(onPartLoaded)), [onPartLoaded]);
  return null;
}

/** Counts a part that is loaded without a boundary as pending. */
export function usePending(isPending: boolean): void {
  useLayoutEffect(() => (isPending ? addPendingLoad() : undefined), [isPending]);
}

type LazyBoundaryProps = { readonly fallback?: ReactNode; readonly children: ReactNode };

/**
 * Draws a part of the screen that is loaded after the first chart. Until it is there, the screen is not settled.
 *
 * React shows what a boundary waited for only 300 ms after it last changed between a fallback and its content, anywhere on the
 * page (FALLBACK_THROTTLE_MS of the reconciler). The parts of the overview come in one file, so one wait would follow another.
 * That limit is for what React draws again by itself. Here the boundary is drawn again by a change of its own.
 */
export function LazyBoundary({ fallback, children }: LazyBoundaryProps) {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  return (
    <Suspense
      fallback={
        <>
          <PendingPart onPartLoaded={drawAgain} />
          {fallback}
        </>
      }
    >
      {children}
    </Suspense>
  );
}
