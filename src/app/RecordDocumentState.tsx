import { eventGaps } from '../parts/events/eventGaps.ts';
import { useEvents } from '../parts/events/useEvents.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { useIdleRerender } from './useIdleRerender.ts';
import { useSettledMark } from './useSettledMark.ts';
import { useDocumentState } from './useDocumentState.ts';

type RecordDocumentStateProps = {
  readonly record: RecordSnapshot | undefined;
  readonly drawing: number;
  readonly drawAgain: () => void;
  /** Every result that was asked for has been read. */
  readonly isComplete: boolean;
  /** The first chart has been painted, or there will be none. */
  readonly isFirstChartDrawn: boolean;
};

/** Reads the events once the results have ended, draws a long record once more, and then writes the state of the document: both are needed for `ready`. */
export function RecordDocumentState({
  record,
  drawing,
  drawAgain,
  isComplete,
  isFirstChartDrawn,
}: RecordDocumentStateProps) {
  useIdleRerender(record, drawing, drawAgain);
  const events = useEvents(true);
  const isReady = isComplete && eventGaps(events).every(({ wasRead }) => wasRead);
  useDocumentState(events?.ended ? (isReady ? 'ready' : 'partial') : 'loading');
  useSettledMark(events?.ended === true && isFirstChartDrawn);
  return null;
}
