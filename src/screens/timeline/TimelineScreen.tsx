import { useReportsWithMissingResults } from '../../parts/events/reportsWithMissingResults.ts';
import { useEvents } from '../../parts/events/useEvents.ts';
import { Timeline } from './Timeline.tsx';

/** Shows the timeline of the events while they are read. */
export const TimelineScreen = () => <Timeline events={useReportsWithMissingResults(useEvents(true))} />;
