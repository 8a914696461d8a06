import { useEvents } from '../../parts/events/useEvents.ts';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { Grid } from './Grid.tsx';

/** Shows the results by date. The visits, which say which of them are new, are read after the results. */
export function GridScreen({ fragment }: { readonly fragment: string }) {
  const events = useEvents(useRecord().record?.ended === true);
  return <Grid fragment={fragment} events={events} />;
}
