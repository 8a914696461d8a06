/** These facts are read in another way for each type of event. */
import type { FhirElement } from '../../fhirElements/fhirElement.ts';
import type { CareEvent } from '../careEvent.ts';
import type { EventContext } from '../eventReading.ts';
import type { SentEventTime } from '../eventTime.ts';

export type CareFacts = {
  readonly text: string;
  readonly time: Omit<SentEventTime, 'isOngoing'>;
  readonly encounterClass?: string;
  readonly notes: readonly string[];
  /** The words beside the status say that it was not done. */
  readonly isDenied?: boolean;
  readonly more?: Pick<
    CareEvent,
    | 'partOfId'
    | 'deniedBy'
    | 'verification'
    | 'isResultsOnly'
    | 'resultIds'
    | 'foreignResultCount'
    | 'toldTime'
    | 'toldAge'
  >;
};

export type CareFactsReader = (resource: FhirElement, status: string, context: EventContext) => CareFacts;
