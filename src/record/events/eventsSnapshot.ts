import type { CareEvent, EventType, MedicationCourse } from '../../clinical/events/careEvent.ts';
import type { ReadFailure } from '../flowsheet/recordSnapshot.ts';

/**
 * This is the state of reading one type of resource. `not-asked`: the site file does not ask for it. `not-granted`: the scope
 * is missing. `part`: the scopes cover only a part of the type, which was read. `not-allowed`: status 403. `refused`: the
 * server does not know the search.
 */
export type EventsState = {
  readonly type: EventType;
  readonly state:
    | 'waiting'
    | 'reading'
    | 'complete'
    | 'incomplete'
    | 'failed'
    | 'refused'
    | 'not-allowed'
    | 'not-granted'
    | 'not-asked'
    | 'part';
  readonly received: number;
  /** This says why the reading failed or broke off. */
  readonly failure?: ReadFailure;
  /** Some resources came without saying whose they are, so that some of the patient's may be missing. */
  readonly isUnconfirmed?: true;
  /** The server would send the same again, so it is not asked: what it keeps back, and what does not say whose it is. */
  readonly isFinal?: true;
};

/** A snapshot holds everything that was read besides results. Each type succeeds or fails alone. */
export type EventsSnapshot = {
  readonly states: readonly EventsState[];
  /** These are all events but medication, the oldest first and undated ones last. */
  readonly events: readonly CareEvent[];
  readonly courses: readonly MedicationCourse[];
  /** This many resources were left out: of another patient, without saying whose they are, entered in error, or unreadable. */
  readonly leftOut: {
    readonly strangers: number;
    readonly unconfirmed: number;
    readonly withdrawn: number;
    readonly unreadable: number;
  };
  /** Every search has ended, whatever came of it. */
  readonly ended: boolean;
  readonly readAtMs: number;
};
