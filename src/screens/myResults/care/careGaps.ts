/** Says what of the medicines, visits and reports could not be read, and why (rules 37 and 38). */
import type { EventType } from '../../../clinical/events/careEvent.ts';
import { isRetryable, MEDICATION_EVENT_TYPES } from '../../../parts/events/eventText.ts';
import type { EventsSnapshot, EventsState } from '../../../record/events/eventsSnapshot.ts';
import { currentSpeech } from '../../../words/language.ts';
import { careTexts } from './care.messages.ts';

/** The types of one part of the screen. */
const CARE_TYPES = {
  medicines: MEDICATION_EVENT_TYPES,
  visits: ['Encounter', 'Procedure', 'Immunization'],
  reports: ['DiagnosticReport'],
} as const satisfies Record<string, readonly EventType[]>;

export type CarePart = keyof typeof CARE_TYPES;

export type CareGap = {
  /** This is the hook of its notice (docs/contract.md, section 4). */
  readonly kind: 'failed' | 'incomplete' | 'not-granted';
  readonly text: string;
  readonly canRetry: boolean;
};

type GapState = Exclude<EventsState['state'], 'waiting' | 'reading' | 'complete'> | 'nobodys';

const GAPS = {
  failed: { kind: 'failed', text: 'failed' },
  incomplete: { kind: 'incomplete', text: 'incomplete' },
  nobodys: { kind: 'incomplete', text: 'nobodys' },
  'not-granted': { kind: 'not-granted', text: 'notGranted' },
  part: { kind: 'not-granted', text: 'part' },
  'not-allowed': { kind: 'not-granted', text: 'notAllowed' },
  refused: { kind: 'incomplete', text: 'refused' },
  'not-asked': { kind: 'incomplete', text: 'notAsked' },
} as const satisfies Record<GapState, { readonly kind: CareGap['kind']; readonly text: string }>;

const WORST_FIRST: readonly GapState[] = [
  'failed',
  'incomplete',
  'nobodys',
  'not-granted',
  'part',
  'not-allowed',
  'refused',
  'not-asked',
];

const KINDS = {
  MedicationRequest: 'kindMedicationRequest',
  MedicationStatement: 'kindMedicationStatement',
  MedicationAdministration: 'kindMedicationAdministration',
  MedicationDispense: 'kindMedicationDispense',
  Encounter: 'kindEncounter',
  Procedure: 'kindProcedure',
  Immunization: 'kindImmunization',
  DiagnosticReport: 'kindDiagnosticReport',
} as const;

const isShown = (type: EventType): type is keyof typeof KINDS => Object.hasOwn(KINDS, type);

const kindsText = (types: readonly EventType[]): string =>
  new Intl.ListFormat(currentSpeech().language, { type: 'conjunction' }).format(
    types.filter(isShown).map((type) => careTexts(KINDS[type])),
  );

const statesOf = (events: EventsSnapshot | undefined, part: CarePart): readonly EventsState[] => {
  const types: readonly EventType[] = CARE_TYPES[part];
  return (events?.states ?? []).filter(({ type }) => types.includes(type));
};

/** Other kinds of medication than orders that the site does not ask for are no gap beside orders that were read. */
const isGap = ({ state }: EventsState, states: readonly EventsState[]): boolean =>
  state !== 'complete' &&
  !(
    state === 'not-asked' &&
    states.some((one) => one.type === 'MedicationRequest' && one.state === 'complete')
  );

/** Returns the gaps of one part, the worst first. */
export function careGaps(events: EventsSnapshot | undefined, part: CarePart): readonly CareGap[] {
  const states = statesOf(events, part);
  const missing = states.filter((one) => isGap(one, states));
  return WORST_FIRST.flatMap((state): CareGap[] => {
    const kinds = missing.filter((one) => gapOf(one) === state);
    if (kinds.length === 0) return [];
    const { kind, text } = GAPS[state];
    const said = careTexts(text, { kinds: kindsText(kinds.map(({ type }) => type)) });
    return [{ kind, text: said, canRetry: kinds.some(isRetryable) }];
  });
}

const gapOf = ({ state, isUnconfirmed }: EventsState): EventsState['state'] | 'nobodys' =>
  isUnconfirmed ? 'nobodys' : state;

export const isBeingRead = (events: EventsSnapshot | undefined, part: CarePart): boolean =>
  events === undefined ||
  statesOf(events, part).some(({ state }) => state === 'waiting' || state === 'reading');

/** Returns whether everything of a part was read, so that "none" may be said. */
export const isReadWhole = (events: EventsSnapshot | undefined, part: CarePart): boolean => {
  const states = statesOf(events, part);
  return states.length > 0 && !states.some((one) => isGap(one, states));
};
