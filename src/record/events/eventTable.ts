import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { careEventOf } from '../../clinical/events/careEvents.ts';
import { elementOf, trimmedText } from '../../clinical/fhirElements/fhirElement.ts';
import type { EventContext, LeftOut } from '../../clinical/events/eventReading.ts';
import { medicationStepOf, type MedicationStep } from '../../clinical/medication/medicationSteps.ts';
import type { EventsSnapshot } from './eventsSnapshot.ts';
import { isNewer, resourceVersionOf, type ResourceVersion } from '../flowsheet/resourceVersion.ts';

type EventReading =
  | { readonly outcome: 'read'; readonly event: CareEvent }
  | ({ readonly outcome: 'read' } & MedicationStep)
  | LeftOut;

type Held = { readonly version: ResourceVersion; readonly reading: EventReading; readonly pass: number };

export type EventTableContent = {
  readonly events: readonly CareEvent[];
  readonly steps: readonly MedicationStep[];
  readonly leftOut: EventsSnapshot['leftOut'];
};

/** The resources of one type as they were last taken, each once. */
export type EventTable = {
  readonly take: (resources: readonly unknown[], pass: number) => void;
  /** A pass has ended well: what it did not bring again is no longer in the record. */
  readonly dropEarlierPasses: (pass: number) => void;
  readonly size: () => number;
  readonly content: () => EventTableContent;
};

/**
 * An empty table. A repeat of the same version changes nothing, and of two versions the newer stands whichever came first;
 * a second reading therefore takes a withdrawn resource from the screen at once, and a missing one only when it has ended.
 */
export function createEventTable(isMedication: boolean, context: () => EventContext): EventTable {
  const held = new Map<string, Held>();
  let unnamed = 0;
  let made: EventTableContent | undefined;
  const read = isMedication ? medicationStepOf : careEventOf;

  const keyOf = (resource: unknown): string => {
    const id = trimmedText(elementOf(resource)['id']);
    if (id !== '') return id;
    // Without an id only equal content can be known again; what is no object at all is counted each time.
    if (typeof resource !== 'object' || resource === null) return ` ${unnamed++}`;
    return ` ${JSON.stringify(resource)}`;
  };
  const takeOne = (resource: unknown, pass: number, now: EventContext): void => {
    const key = keyOf(resource);
    const known = held.get(key);
    const version = resourceVersionOf(resource);
    const reading = read(resource, now);
    const isOlder = known !== undefined && !replaces({ version, reading }, known);
    held.set(key, isOlder ? { ...known, pass } : { version, reading, pass });
  };

  return {
    take(resources, pass) {
      made = undefined;
      const now = context();
      for (const resource of resources) takeOne(resource, pass, now);
    },
    dropEarlierPasses(pass) {
      made = undefined;
      for (const [key, one] of held) if (one.pass !== pass) held.delete(key);
    },
    size: () => held.size,
    content: () => (made ??= contentOf(held.values())),
  };
}

/** Of one version that says two things the withdrawal stands: the other one may be old. */
function replaces(incoming: Omit<Held, 'pass'>, known: Held): boolean {
  if (incoming.version.key === known.version.key)
    return incoming.reading.outcome !== 'read' || known.reading.outcome === 'read';
  return isNewer(incoming.version, known.version);
}

function contentOf(held: Iterable<Held>): EventTableContent {
  const events: CareEvent[] = [];
  const steps: MedicationStep[] = [];
  const left = { strangers: 0, withdrawn: 0, unreadable: 0 };
  for (const { reading } of held) {
    if (reading.outcome === 'read') {
      if ('event' in reading) events.push(reading.event);
      else steps.push(reading);
    } else left[LEFT[reading.outcome]]++;
  }
  return { events, steps, leftOut: left };
}

/** Whose it is could not be read. */
const LEFT = {
  stranger: 'strangers',
  'no-subject': 'unreadable',
  unreadable: 'unreadable',
  withdrawn: 'withdrawn',
} as const;
