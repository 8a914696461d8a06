import { useLayoutEffect, useState, useTransition } from 'react';
import { hasFirstView } from '../record/flowsheet/recordPass.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';

/**
 * Returns the record that is on the screen. The first curves are drawn at once, and the first list of a patient
 * (`areNewestAwaited`). From then on React draws what has come in pieces of some
 * milliseconds, so that a press or a key is answered meanwhile (https://react.dev/reference/react/useTransition), and what comes while
 * it draws is drawn next: a drawing that began anew with each page would never end on a slow machine. `of` is what the record is read
 * from. A record of anything else is never shown in its place.
 */
export function useGrowingRecord(
  newest: RecordSnapshot | undefined,
  of: object,
  areNewestAwaited = false,
): RecordSnapshot | undefined {
  const [drawn, setDrawn] = useState({ of, record: newest });
  const [isDrawing, startDrawing] = useTransition();
  const isSame = drawn.of === of && drawn.record === newest;
  const isInPieces = drawn.of === of && newest !== undefined && hasFirstView(drawn.record, areNewestAwaited);
  if (!isSame && !isInPieces) setDrawn({ of, record: newest });
  useLayoutEffect(() => {
    if (isInPieces && !isSame && !isDrawing) startDrawing(() => setDrawn({ of, record: newest }));
  });
  return isInPieces ? drawn.record : newest;
}
