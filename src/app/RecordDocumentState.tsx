import { eventGaps } from '../parts/events/eventGaps.ts';
import { useEvents } from '../parts/events/useEvents.ts';
import { useDocumentState } from './useDocumentState.ts';

type RecordDocumentStateProps = {
  /** Every result that was asked for has been read. */
  readonly isComplete: boolean;
};

/** Reads the events once the results have ended, and then writes the state of the document: both are needed for `ready`. */
export function RecordDocumentState({ isComplete }: RecordDocumentStateProps) {
  const events = useEvents(true);
  const isReady = isComplete && eventGaps(events).length === 0;
  useDocumentState(events?.ended ? (isReady ? 'ready' : 'partial') : 'loading');
  return null;
}
