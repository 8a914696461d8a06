import type { CareEvent, EventType, MedicationCourse } from '../../clinical/events/careEvent.ts';
import type { ReadFailure } from '../flowsheet/recordSnapshot.ts';

/** How the reading of one type of resource stands. `not-granted`: no scope; `not-allowed`: 403; `refused`: the server does not know it. */
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
    | 'not-granted';
  readonly received: number;
  /** Why it failed; also of one that is incomplete because its reading broke off. */
  readonly failure?: ReadFailure;
};

/** What was read besides results. Each type stands or fails alone. */
export type EventsSnapshot = {
  readonly states: readonly EventsState[];
  /** Everything but medication, oldest first, undated last. */
  readonly events: readonly CareEvent[];
  readonly courses: readonly MedicationCourse[];
  /** Resources left out (another patient's, entered in error, unreadable), with counts. */
  readonly leftOut: { readonly strangers: number; readonly withdrawn: number; readonly unreadable: number };
  readonly ended: boolean;
  readonly readAtMs: number;
};
