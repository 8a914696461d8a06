import type { CareEvent, EventType } from '../../clinical/events/careEvent.ts';
import { careEventOf } from '../../clinical/events/careEvents.ts';
import { elementOf, exactText } from '../../clinical/fhirElements/fhirElement.ts';
import type { EventContext, ExcludedResource } from '../../clinical/events/eventReading.ts';
import { medicationStepOf, type MedicationStep } from '../../clinical/medication/medicationSteps.ts';
import type { EventsSnapshot } from './eventsSnapshot.ts';
import { isNewer, isOlderThanBefore, mayBeCountedAnew } from '../flowsheet/laterReading.ts';
import { resourceVersionOf, unnamedContent, type ResourceVersion } from '../flowsheet/resourceVersion.ts';

type EventReading =
  | { readonly outcome: 'read'; readonly event: CareEvent }
  | ({ readonly outcome: 'read' } & MedicationStep)
  | ExcludedResource;

type HeldResource = {
  readonly version: ResourceVersion;
  readonly reading: EventReading;
  /** This is the number of the pass that brought it last. */
  readonly pass: number;
};

/** The screens need this content of a table. */
export type EventTableContent = {
  readonly events: readonly CareEvent[];
  readonly steps: readonly MedicationStep[];
  readonly leftOut: EventsSnapshot['leftOut'];
};

/** A table holds the resources of one type in their newest versions, each once. */
export type EventTable = {
  /** Takes the resources of one page. `pass` numbers the readings of the record. */
  readonly take: (resources: readonly unknown[], pass: number) => void;
  /**
   * Drops what only earlier passes brought: once a pass is complete, the rest is no longer in the record. Nothing is dropped, and the answer
   * is false, where the pass brought older versions: a copy of the server that is behind may not have the rest yet.
   */
  readonly dropEarlierPasses: (pass: number) => boolean;
  readonly size: () => number;
  readonly content: () => EventTableContent;
};

/**
 * Creates an empty table. A repeat of the same version changes nothing, and the newer of two versions stays, whichever came
 * first. A second pass therefore removes a withdrawn resource at once, and a missing one only when the pass is complete.
 */
export function createEventTable(type: EventType, context: () => EventContext): EventTable {
  const held = new Map<string, HeldResource>();
  let unnamed = 0;
  let olderInPass: number | undefined;
  let cached: EventTableContent | undefined;
  // The search for its own type brings a resource of another one too, and it would count twice.
  const read = (resource: unknown, now: EventContext): EventReading => {
    if (elementOf(resource)['resourceType'] !== type) return { outcome: 'unreadable' };
    return type.startsWith('Medication') ? medicationStepOf(resource, now) : careEventOf(resource, now);
  };

  const keyOf = (resource: unknown): string => {
    const id = exactText(elementOf(resource)['id']);
    return id === '' ? ` ${unnamedContent(resource) ?? unnamed++}` : id;
  };
  const takeOne = (resource: unknown, pass: number, now: EventContext): void => {
    const key = keyOf(resource);
    const known = held.get(key);
    const incoming = { version: resourceVersionOf(resource), reading: read(resource, now), pass };
    if (known !== undefined && isBehind(incoming, known)) olderInPass = pass;
    if (known === undefined || replaces(incoming, known)) held.set(key, incoming);
  };

  return {
    take(resources, pass) {
      cached = undefined;
      const now = context();
      for (const resource of resources) takeOne(resource, pass, now);
    },
    dropEarlierPasses(pass) {
      if (olderInPass === pass) return false;
      cached = undefined;
      for (const [key, resource] of held) if (resource.pass !== pass) held.delete(key);
      return true;
    },
    size: () => held.size,
    content: () => (cached ??= contentOf(held.values())),
  };
}

/** Returns whether a later reading brought an older version than the one before. */
const isBehind = (incoming: HeldResource, known: HeldResource): boolean =>
  incoming.pass !== known.pass && isOlderThanBefore(incoming.version, known.version);

/**
 * In a later reading all is newer that is not known to be older. When one reading brings one version in two forms, the one that is further
 * on stays, because the other may be out of date: withdrawn before ended before going on. Else their content decides, and never their order.
 */
function replaces(incoming: HeldResource, known: HeldResource): boolean {
  if (incoming.pass !== known.pass) return !isBehind(incoming, known) || isRecount(incoming, known);
  return incoming.version.key === known.version.key
    ? isFurtherOn(incoming.reading, known.reading)
    : isNewer(incoming.version, known.version);
}

function isFurtherOn(incoming: EventReading, known: EventReading): boolean {
  const difference = rankOf(incoming) - rankOf(known);
  return difference === 0 ? JSON.stringify(incoming) > JSON.stringify(known) : difference > 0;
}

function rankOf(reading: EventReading): number {
  if (reading.outcome !== 'read') return 2;
  return ('event' in reading ? reading.event : reading.step).isOngoing ? 0 : 1;
}

const isRecount = (incoming: HeldResource, known: HeldResource): boolean =>
  mayBeCountedAnew(incoming.version, known.version) &&
  JSON.stringify(incoming.reading) === JSON.stringify(known.reading);

function contentOf(held: Iterable<HeldResource>): EventTableContent {
  const events: CareEvent[] = [];
  const steps: MedicationStep[] = [];
  const leftOut = { strangers: 0, unconfirmed: 0, withdrawn: 0, unreadable: 0 };
  for (const { reading } of held) {
    if (reading.outcome === 'read') {
      if ('event' in reading) events.push(reading.event);
      else steps.push(reading);
    } else leftOut[LEFT_OUT[reading.outcome]]++;
  }
  return { events, steps, leftOut };
}

/** This is the count that each outcome adds to. */
const LEFT_OUT = {
  'other-patient': 'strangers',
  'no-subject': 'unconfirmed',
  unreadable: 'unreadable',
  withdrawn: 'withdrawn',
} as const;
