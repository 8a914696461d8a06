/**
 * Tells whether the reason of a dose that is called given leaves open if it was. FHIR has this reason for doses that were not given alone,
 * so that any reason speaks against the status unless its words say that the dose was given, or why and how.
 * https://hl7.org/fhir/R4/medicationadministration-definitions.html#MedicationAdministration.statusReason
 */
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in reasons that were sent */
const DONE =
  '(?:give(?:n)?|gave|administer(?:ed)?|taken?|took|received?|infused|injected|applied|swallow(?:ed)?|done|completed?|tolerated?|resumed|restarted|gegeben|gegeven|verabreicht|appliziert|(?:ein)?genommen|(?:ein)?nehmen|schlucken|erhalten|donn[ée]e?s?|administr[ée]e?s?|prise?s?|prendre|avaler|re[çc]ue?s?|dad[oa]|administr(?:ad[oa]|ó)|tom(?:ad[oa]|[óo]|ar\\p{L}*)|tragar|recibid[oa]|puest[oa]|dat[oa]|somministrat[oa]|assunt[oa]|assumere|toegediend|(?:in)?genomen)';
/** A negation may stand some words before: "could not be given", "no se ha dado", "nicht wie geplant gegeben". */
const NOT_DONE = new RegExp(
  `(?<!\\p{L})(?:not|n['’]t|cannot|never|unable to|refuse[sd]? to|unwilling to|nicht|kein\\p{L}*|non|pas|no|niet|n[aã]o)(?: \\p{L}{1,12}){0,2} ${DONE}(?!\\p{L})`,
  'giu',
);
const IS_DONE = new RegExp(
  `(?<!\\p{L})(?!(?:give|administer|take|receive|swallow|tolerate|(?:ein)?nehmen|schlucken|prendre|avaler|tomar|tragar|assumere)(?!\\p{L}))(?!taken (?:to|off|down|away|for (?:an? )?(?:ct|mri|x-?ray|scan|procedure|surgery|dialysis))(?!\\p{L}))(?<!(?:therapy|treatment|course) )${DONE}(?!\\p{L})`,
  'iu',
);
/** The same dose, given at another time or by somebody else, is another record. */
const GIVEN_BEFORE =
  /(?<!\p{L})(?:already|bereits|schon|d[ée]j[àa]|ya|gi[àa]|al|j[áa]) (?:been |été |foi )?(?:given|taken|administered|received|gegeben|verabreicht|(?:ein)?genommen|donn|pris|administr|dad[oa]|tomad|dat[oa]|assunt|gegeven|toegediend|ingenomen)|(?:given|taken|administered) (?:elsewhere|before|earlier(?! than)|by (?:the )?(?:day|night|previous|other|another))(?!\p{L})(?! (?:leav|discharg|the patient|patient|transfer|procedure|surgery|vomit))/iu;
/** These say why a dose was given, or how. Some servers send them in this place. */
const WHY_OR_HOW =
  /(?<!\p{L})(?:none|no (?:reason|issues?|problems?|complications?|adverse|reaction|side effects?)|n\/?a|other|unknown|p\.?r\.?n\.?|(?:as|when) (?:needed|ordered|scheduled|prescribed|planned|directed|required|charted)|scheduled|routine|standing order|per (?:protocol|order|schedule|sliding scale)|stat|emergency|urgent|on time|(?:first|initial|loading|last|next|usual|extra|single) dose|pain|fever|headache|anxiety|insomnia|infection|pyrexia|sepsis|(?:hyperten|convul)sion|diabetes(?: mellitus)?|pneumonia|fibrillation|seizures?|asthma|wheez\p{L}*|cough|itch\p{L}*|prurit\p{L}*|constipation|agitation|an(?:a?e|ä)mi[ae]|(?:hypo|hyper)thyroidism|heart failure|hyperglyc(?:a?e|ä)mi[ae]|shortness of breath|\p{L}{3,20}itis|prevention|maintenance|premedication|sedation|ordered|on schedule|regular|(?:patient|parent) request(?:ed)?|late entry|barcode|scan\p{L}*(?: (?:down|failed|error))?|witness\p{L}*|verified|(?:dose|route|rate|site|bag) (?:verified|adjusted|changed?|checked)|new bag|bag|site|(?:right|left) (?:upper |lower )?(?:arm|leg|thigh|hip|deltoid|glut\p{L}*|hand|eye|ear|abdomen|side|buttock|forearm|nostril|vastus|quad\p{L}*)|substitut\p{L}*|generic|(?:patient(?:['’]s)? |home |own ){1,3}(?:supply|medication|med)\p{L}*|self[- ]?administ\p{L}*|wie (?:geplant|verordnet|angeordnet)|nach plan|bedarf\p{L}*|bei bedarf|schmerz\p{L}*|wegen schmerzen|fieber|notfall|prophyla\p{L}*|comme (?:pr[ée]vu|prescrit)|si besoin|douleurs?|fi[èe]vre|urgence|seg[úu]n (?:pauta|lo previsto|prescripci[óo]n|necesidad|orden)|a demanda|si precisa|dolor|fiebre|urgencia|come (?:previsto|prescritto)|al bisogno|dolore|febbre|zoals (?:gepland|voorgeschreven)|zo nodig|pijn|koorts|como (?:previsto|prescrito)|dor|febre)(?!\p{L})/giu;
/** These stand beside such words and change nothing: "severe pain (finding)", "witnessed by RN". */
const BESIDE =
  /(?<!\p{L})(?:severe|mild|moderate|breakthrough|acute|chronic|essential|primary|atrial|type|post-?op(?:erative)?|chest|back|abdominal|urinary tract|dvt|finding|disorder|indication|score|scale|relief|management|control|medication|dose|order|administration|treatment|reactions?|effects?|without complications?|muscle|patient|as|per|by|for|due to|of|and|the|with|at|rn|nurse|md|dr|doctor|physician)(?!\p{L})/giu;
/** These are no reasons. */
const NO_WORDS =
  /^\P{L}*(?:(?:not applicable|no aplica|non applicable|nicht zutreffend|keine?r?|aucune?|ningun[oa]|nessun[oa]?|geen|nenhuma?)\P{L}*)?$/iu;
/** Reasons of these systems are those of doses that were given, or say that there is none. */
const NOT_AGAINST = /\/(?:reason-medication-given|data-absent-reason)$/;
/* oxlint-enable longview/texts-in-catalogs */

/** No reason is longer than this. */
const MAX_LETTERS = 300;

/** "None" stands in the list of HL7 for no reason at all: https://hl7.org/fhir/R4/codesystem-reason-medication-not-given-codes.html */
const NO_REASON = 'a';

/** Returns the words of a reason, of its own and of its codes; the codes where nobody sent words. */
export function reasonWords({ text, coding }: FhirElement): string {
  const codings = elementsOf(coding);
  const words = [text, ...codings.map(({ display }) => display)].map(trimmedText).filter(Boolean);
  const codes = codings.map(({ code }) => trimmedText(code)).filter((code) => code !== NO_REASON);
  return (words.length > 0 ? words : codes).join(', ').slice(0, MAX_LETTERS);
}

const isNotAgainst = ({ coding }: FhirElement): boolean =>
  elementsOf(coding).some(({ system }) => NOT_AGAINST.test(trimmedText(system)));

/** All of a reason must say why or how: "pain" does, and "pain, patient asleep" does not. */
function isWhyOrHow(words: string): boolean {
  const rest = words.replaceAll(WHY_OR_HOW, ' ');
  return rest !== words && !/\p{L}/u.test(rest.replaceAll(BESIDE, ' '));
}

/** Returns whether these reasons of a dose that is called given leave open whether it was given. */
export function mayMeanNotGiven(reasons: readonly FhirElement[]): boolean {
  const told = reasons
    .filter((reason) => !isNotAgainst(elementOf(reason)))
    .map(reasonWords)
    .filter((words) => !NO_WORDS.test(words));
  if (told.length === 0) return false;
  const words = told.join(', ');
  if (GIVEN_BEFORE.test(words)) return true;
  const rest = words.replaceAll(NOT_DONE, ' ');
  if (IS_DONE.test(rest)) return false;
  return rest !== words || !told.every(isWhyOrHow);
}
