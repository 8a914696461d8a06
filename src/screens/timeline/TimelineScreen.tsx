import { useEvents } from '../../parts/events/useEvents.ts';
import { Timeline } from './Timeline.tsx';

/** The timeline of the events as they are read. */
export const TimelineScreen = () => <Timeline events={useEvents(true)} />;
