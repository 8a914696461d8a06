/** An encounter may be part of another one, as a time on a ward is part of a stay: https://hl7.org/fhir/R4/encounter.html */
import { elementOf, isElement, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import type { CareEvent } from './careEvent.ts';
import { labelledText } from './eventReading.ts';
import { careEventsTexts } from './careEvents.messages.ts';

const ENCOUNTER = /^(?:https?:\/\/[^#?]+\/)?Encounter\/([A-Za-z0-9.-]{1,64})$/;

/** Returns the id of the encounter that an Encounter is part of. */
export function partOf({ partOf: whole }: FhirElement): Pick<CareEvent, 'partOfId'> {
  const [, id] = ENCOUNTER.exec(trimmedText(elementOf(whole)['reference'])) ?? [];
  return id === undefined ? {} : { partOfId: id };
}

/** Says that an Encounter is part of another one; '' for any other. */
export function partOfText({ partOf: whole }: FhirElement): string {
  if (!isElement(whole)) return '';
  const name = trimmedText(whole['display']);
  return name === '' ? careEventsTexts('partOfAnother') : labelledText('partOf', name);
}

type Part = Pick<CareEvent, 'id' | 'partOfId' | 'startMs'>;

/**
 * Returns the dated encounters that these are part of, by the id of the part. Of encounters that are part of each other none is
 * the whole.
 */
export function wholesOf<T extends Part>(encounters: readonly T[]): ReadonlyMap<string, T> {
  const byId = new Map(encounters.map((one) => [one.id, one]));
  const wholes = new Map<string, T>();
  for (const one of encounters) {
    const seen = new Set([one.id]);
    let whole = one;
    for (let next = wholeOf(one, byId); next !== undefined; next = wholeOf(next, byId)) {
      if (seen.has(next.id)) {
        whole = one;
        break;
      }
      seen.add(next.id);
      whole = next;
    }
    if (whole !== one) wholes.set(one.id, whole);
  }
  return wholes;
}

function wholeOf<T extends Part>({ partOfId }: T, byId: ReadonlyMap<string, T>): T | undefined {
  const whole = partOfId === undefined ? undefined : byId.get(partOfId);
  return whole === undefined || Number.isNaN(whole.startMs) ? undefined : whole;
}
