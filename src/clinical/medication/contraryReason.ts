/** Finds what is sent beside a status and speaks against it: a dose called given whose reason is "asleep", an active order that was "stopped by patient". */
import type { EventType } from '../events/careEvent.ts';
import { meansNotDone } from '../events/notDoneWords.ts';
import { isDeniedByReason, reasonsOf } from '../events/statusReason.ts';
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import { mayMeanNotGiven, reasonWords } from './reasonNotGiven.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in reasons that were sent */
/** These open a reason why something is not in use. "Stopped smoking" and "discontinued warfarin" are of something else. */
const STOPPED =
  /^[^\p{L}\d]*(?:(?:patient|pt|order|drug|medication|medicine|has|is|was|been|paciente|el|la|le|il|der|de|hat|ha) )*(?:no longer (?:taking|needed|required|using|indicated|prescribed|active)|(?:(?:self-?)?(?:discontinued|stopped|ceased)|d\/?c['’]?d|stop (?:taking|using)|(?:therapy|treatment|course) (?:completed?|finished|ended)|paused|suspended|(?:on )?hold|held|(?:not (?:currently )?(?:taking|using)|do(?:es)?(?: not|n['’]t) (?:take|use|want))(?! (?:it |this )?as)|abgesetzt|pausiert|gestoppt|nimmt (?:es )?nicht(?: mehr)?|arr[êe]t[ée]e?|suspendue?|en pause|ne (?:le )?prend (?:plus|pas)|suspendid[oa]|interrumpid[oa]|dej[óo] de tomar\p{L}*|ya no (?:lo |la )?toma|no (?:lo |la )?toma|sospes[oa]|interrott[oa]|non (?:lo )?(?:assume|prende)(?: pi[ùu])?|gestopt|neemt (?:het )?niet(?: meer)?|suspens[oa]|parou de tomar)(?=[^\p{L}\d]*(?:$|(?:by|per|due|because|since|on|before|until|for|as|after|from|at|in|this|it|the (?:drug|med\p{L}*)|med(?:ication|icine)|drug|taking|use|therapy|treatment|pending|von|durch|vom|seit|wegen|am|auf|vor|bis|par|depuis|pour|avant|por|desde|hasta|antes|debido|dal?|per|prima|door|sinds|vanwege|pel[oa])(?!\p{L}))))/iu;
const RESUMED =
  /(?<!\p{L})(?:re-?(?:started|sumed|instated|activated)|wieder|repris|reiniciad|reanudad|ripres|hervat|retomad)/iu;
/** These say that nobody ever took it. What was ordered by mistake may have been taken until it was stopped. */
const NEVER =
  /(?<!\p{L})(?:(?:never|not) (?:taken|started|used|filled|dispensed|picked up|collected|initiated|begun)(?! (?:as|daily|regularly|consistently|correctly|every|properly))|did(?: not|n['’]t) (?:start|fill|pick up)|never (?:took|began|filled)|(?:entered|charted|documented|recorded) (?:in |by )(?:error|mistake)|(?:entry|charting|documentation) error|erroneous entry|wrong (?:patient|chart|person)|nie (?:ein)?genommen|nicht (?:begonnen|abgeholt|eingel[öo]st)|falscher patient|irrt[üu]mlich (?:erfasst|eingegeben|dokumentiert)|jamais (?:pris|commenc|d[ée]but)\p{L}*|saisie? par erreur|erreur de (?:saisie|patient)|nunca (?:tomad|tom[óo]|iniciad|empez)\p{L}*|no (?:iniciad|recogid|dispensad)[oa]|(?:registrad|ingresad|introducid)[oa] por error|error de (?:registro|paciente)|mai (?:assunt|iniziat)[oa]|inserit[oa] per errore|nooit (?:ingenomen|gestart|gebruikt)|nunca tomou|registad[oa] por engano|returned? to stock)(?!\p{L})/iu;
const BY_MISTAKE =
  /(?<!\p{L})(?:(?:in|by|por|par|per) (?:error|mistake|erreur|errore|engano|abuis)|irrt[üu]mlich\p{L}*|erroneous(?:ly)?|wrong (?:drug|medication|order)|(?:ordering|prescribing|prescription) error|duplicate(?: order)?)(?!\p{L})/iu;
/** The codes of these systems say why nothing was handed over, and why an order does not run. */
const NOT_HANDED_OVER_SYSTEM = /\/medicationdispense-status-reason$/;
const NOT_RUNNING_SYSTEM = /\/medicationrequest-status-reason$/;
/* oxlint-enable longview/texts-in-catalogs */

const hasCodeOf = (resource: FhirElement, systems: RegExp): boolean =>
  reasonsOf(resource)
    .flatMap(({ coding }) => elementsOf(coding))
    .some(({ system }) => systems.test(trimmedText(system)));

const reasonTextsOf = (resource: FhirElement): readonly string[] => reasonsOf(resource).map(reasonWords);

const saysNever = (resource: FhirElement): boolean =>
  reasonTextsOf(resource).some((text) => NEVER.test(text) && !RESUMED.test(text));

const saysStopped = (text: string): boolean =>
  !RESUMED.test(text) && (STOPPED.test(text) || BY_MISTAKE.test(text) || meansNotDone({ text }, false));

/** Nothing is handed over that has no number, or that is taken back. */
const isNothing = (quantity: unknown): boolean => {
  const { value } = elementOf(quantity);
  return typeof value === 'number' && value <= 0;
};

type Doubt = (resource: FhirElement, status: string) => boolean;

/** An infusion that goes on may be changed for any reason, so only a refusal leaves it in doubt. */
const isDoubtfulDose: Doubt = (resource, status) =>
  (status === 'in-progress' ? isDeniedByReason(resource) : mayMeanNotGiven(reasonsOf(resource))) ||
  elementsOf(resource['dosage']).some(({ text }) => meansNotDone({ text }, false));

const isDoubtfulOrder: Doubt = (resource) =>
  hasCodeOf(resource, NOT_RUNNING_SYSTEM) || saysNever(resource) || reasonTextsOf(resource).some(saysStopped);

const DOUBTS: Partial<Record<EventType, readonly (readonly [statuses: readonly string[], doubt: Doubt])[]>> =
  {
    // A dose that was stopped was begun.
    MedicationAdministration: [[['completed', 'in-progress'], isDoubtfulDose]],
    MedicationDispense: [
      [
        ['completed'],
        (resource) =>
          hasCodeOf(resource, NOT_HANDED_OVER_SYSTEM) ||
          saysNever(resource) ||
          isNothing(resource['quantity']),
      ],
    ],
    MedicationRequest: [[['active'], isDoubtfulOrder]],
    MedicationStatement: [[['active'], isDoubtfulOrder]],
  };

/** Returns whether what is sent beside the status of a resource says that it is not so: then nobody knows which of the two holds. */
export const isInDoubtByReason: (type: EventType, status: string, resource: FhirElement) => boolean = (
  type,
  status,
  resource,
) => (DOUBTS[type] ?? []).some(([statuses, doubt]) => statuses.includes(status) && doubt(resource, status));

/** These are over, so that only what was never begun needs to be told. */
const ENDED: ReadonlySet<string> = new Set(['completed', 'ended', 'stopped']);

/** Returns whether an order or a report that is over was never in use, as the reason of its status says: "Entered in error". */
export const wasNeverInUse = (type: EventType, status: string, resource: FhirElement): boolean =>
  (type === 'MedicationRequest' || type === 'MedicationStatement') &&
  ENDED.has(status) &&
  saysNever(resource);
