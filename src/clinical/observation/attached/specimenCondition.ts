/* oxlint-disable longview/texts-in-catalogs -- displays of codes, and patterns that read the words of a server */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import { elementsOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import { lookupTable } from '../../fhirElements/lookupTable.ts';

// These are the bad states of https://terminology.hl7.org/CodeSystem-v2-0493.html and of the reasons to reject a
// specimen, https://terminology.hl7.org/CodeSystem-v2-0490.html, for a server that sends them without words.
const CODE_WORDS = lookupTable<string>({
  HEM: 'hemolyzed',
  RH: 'hemolyzed',
  CLOT: 'clotted',
  RC: 'clotted',
  CON: 'contaminated',
  RN: 'contaminated',
  AUT: 'autolyzed',
  LIP: 'lipemic',
  ICT: 'icteric',
  QS: 'quantity not sufficient',
  QNS: 'quantity not sufficient',
  SNR: 'sample not received',
});
const CONDITION_SYSTEM = /v2[-/](?:table)?049[03]|2\.16\.840\.1\.113883\.(?:12\.49[03]|18\.31[57])/i;

const DEGREES =
  '(?:slight|mild|moderat|moderad|marked|gross|severe|visib|heav|partial|possibl|probabl|suspect|small|leicht|mäßig|deutlich|stark|möglich|posibl|liger|leve|marcad)';
const DEGREE = String.raw`(?:${DEGREES}\w*\s+|[1-4]\+\s*|(?:evidence of|signs of|verdacht auf|v\. ?a\.|enthält|contains|sospecha de|presencia de|se observan?)\s+)`;
// A state ("hemolyzed") says so by itself, and clotted blood is a kind of specimen. A noun ("hemolysis") may stand in
// advice or in the name of an index, so it counts only as a cause, with a degree before it, or with a finding behind it.
const STATE =
  'h(?:a?e|ea|ä)mol[yi](?:[sz](?:ed|ad[ao])|tisch)|clotted(?! (?:whole )?blood)|(?<!sangre )coagulad[ao]|geronnen|contaminated|lip(?:a?e|ea|ä|é)mi(?:c[ao]?|sch)|i[ck]t[eé]ri(?:c[ao]?|sch)|autoly[sz]ed|clumped|(?:mis|un)labell?ed|under ?filled|qns|(?:edta|iv|iv fluid) contamination|drawn above (?:(?:an?|the|running) )?iv';
const NOUN =
  'h(?:a?e|ea|ä)molys(?:is|e)|hem[oó]lisis|lip(?:a?e|ea)mia|lipämie|i[ck]terus|ictericia|contamination|clots?|gerinnsel|co[aá]gulos?|clump(?:s|ing)|fibrin(?: strands?)?';
// What was not ruled out may be there.
const OPEN_AFTER =
  "(?:(?:can ?not|could not|can['’]t) be |(?:is |was |kann |konnte )?(?:not|nicht) |no (?:se puede )?)(?:excluded|ruled out|ausgeschlossen|descartad|descartar|excluir)";
const FOUND = String.raw`[\s:=]*(?:(?:is |was |were )?(?:present|noted|detected|observed|seen|suspected)|vorhanden|nachweisbar|${DEGREES}|positiv|yes|ja\b|[1-4]?\+|index[\s:=]*[1-4]?\+|${OPEN_AFTER})`;
const AMOUNT = String.raw`(?:quantity|volume|sample|specimen) (?:(?:is|was) )?(?:not |in)sufficient|insufficient (?:quantity|volume|sample|specimen|blood|serum|plasma|urine)`;
const CONDITION = new RegExp(
  String.raw`\b(?:${DEGREE}?(?:${STATE})\b|${DEGREE}(?:${NOUN})\b|(?:${NOUN})(?=${FOUND})|(?<=due to |because of |exclude |rule out |ausschließen |descartar |excluir )(?:${NOUN})\b|${AMOUNT})`,
  'gi',
);

const RULE_OUT = String.raw`rul(?:e|ed|ing) out|r\/o|exclud(?:e|es|ing)|excluir|para descartar|descartar(?! (?:la |esta )?muestra)`;
// A word or a list of states may stand between a denial and the state.
const UP_TO_STATE = String.raw`(?!\w):?[\s-]*(?:(?:[\w+-]+\s+){0,3}|(?:(?:${STATE}|${NOUN}|or|and)[,/\s]+){0,8})$`;
// This finds "not hemolyzed", "no visible hemolysis", "not hemolyzed, icteric or lipemic", "if clotted", "to rule out contamination".
const DENIED_BEFORE = new RegExp(
  String.raw`\b(?:non?|not|nicht|keine?|without|ohne|sin|nor|never|if|when|unless|avoid|negative for|free of|unlikely|check for|ausschlu(?:ss|ß)|${RULE_OUT})${UP_TO_STATE}`,
  'i',
);
// A state that could not be ruled out may be there.
const LEFT_OPEN = new RegExp(
  String.raw`\b(?:not|cannot|can['’]t|nicht|(?:unable|hard|difficult|impossible) to|no (?:se )?(?:puede|pudo|es posible))\s+(?:${RULE_OUT}|descartar)${UP_TO_STATE}`,
  'i',
);
const VERBS = String.raw`^[\s:=-]*(?:(?:is|was|has|been|can|to|be|should|must|needs?|ist|wurde|bitte|fue|ha|sido)\s+){0,4}`;
const DENIED_AFTER = new RegExp(
  String.raw`${VERBS}(?:ind(?:ex|ices)\b(?![\s:=]*[1-4]?\+)|none|nil|neg|absent|ausente|ningun|keine?\b|nein|false|not (?:seen|detected|present|observed|noted)|nicht (?:nachweisbar|vorhanden|sichtbar)|no(?=\s*(?:[.,;]|$))|0(?![.\d])|ruled out|unlikely|improbable|poco probable|unwahrscheinlich|aus(?:geschlossen|(?:zu)?schlie))`,
  'i',
);
/** A specimen that is excluded is not used, but a contamination that is excluded was not found. */
const IS_NOUN = new RegExp(`(?:${NOUN})$`, 'i');
const EXCLUDED_AFTER = new RegExp(`${VERBS}(?:excluded(?! from)|descartad)`, 'i');

/** Nearly all texts have none of these letters, and there are hundreds of thousands of them. */
const MAY_SAY =
  /m[oó]l|clot|clum|contam|lip|[ck]t[eé]r|autol|label|qns|suff|co[aá]g|geron|gerin|fibr|fill|above/i;

/** A colon ends what was said before it ("No result: hemolyzed"), except behind what is to be ruled out. */
const SENTENCE_END = /[.;!?\n]|(?<!\b(?:rule out|r\/o|exclude|ausschlu(?:ss|ß)|descartar|excluir)):/i;

/** A long note is searched no farther than this. */
const MAX_SEARCHED = 2000;

function isDenied(before: string, found: string, after: string): boolean {
  const clause = before.split(SENTENCE_END).at(-1) ?? '';
  if (DENIED_AFTER.test(after) || (IS_NOUN.test(found) && EXCLUDED_AFTER.test(after))) return true;
  return DENIED_BEFORE.test(clause) && !LEFT_OPEN.test(clause);
}

/** Returns the words of a text that say that the specimen was in a bad state, as they were sent. */
export function conditionWords(sent: unknown): readonly string[] {
  const text = trimmedText(sent).slice(0, MAX_SEARCHED);
  const words: string[] = [];
  if (!MAY_SAY.test(text)) return words;
  for (const { 0: found, index } of text.matchAll(CONDITION)) {
    const end = index + found.length;
    const before = text.slice(Math.max(0, index - 80), index);
    if (!isDenied(before, found, text.slice(end, end + 40))) words.push(found.trim());
  }
  return words;
}

/** Returns the words for codes that name a bad state, and the bad states that the words of a concept name. */
export function conditionsOfConcept(concept: FhirElement): readonly string[] {
  const words: string[] = [];
  const coded: string[] = [];
  for (const { system, code, display } of elementsOf(concept['coding'])) {
    const known = CODE_WORDS[trimmedText(code).toUpperCase()];
    if (known !== undefined && CONDITION_SYSTEM.test(trimmedText(system)))
      coded.push(shortText(display, MAX_CONDITION) || known);
    words.push(...conditionWords(display));
  }
  return coded.length > 0 ? coded : [...conditionWords(concept['text']), ...words];
}

const MAX_CONDITION = 40;
/** A text of 80 characters has no room for more conditions. */
const MAX_CONDITIONS = 40;

// These states are as they should be, or deny a bad one. A denial of anything else is no good state ("Not acceptable").
const HARMLESS =
  /^(?:(?:none|nil|negative?o?|absent|ausente|clear|normal|good|ok|acceptable|aceptable|adequate|adecuad[ao]|satisfactory|suitable|cool|cold(?! agg)|froz(?:en)?|live|room|ambient|cfu|centrifuged|fresh|refrigerated|unauffällig|in ordnung|gut)(?!\w)|(?:no|not|non|keine|sin)(?:$| (?:seen|detected|present|observed|noted|visible|evident|issue|problem|abnormal|comment|remark|concern|auffällig|alteracion)))/i;

const MENTIONED = new RegExp(String.raw`\b(?:${STATE}|${NOUN})\b`, 'gi');
const HIGH_INDEX = /ind(?:ex|ice)[\s:=]*[1-9]/i;

/** Returns whether a state is as it should be, or denies a bad one. */
export function isHarmlessCondition(words: string): boolean {
  if (HARMLESS.test(words)) return true;
  const mentioned = [...words.matchAll(MENTIONED)];
  return (
    mentioned.length > 0 &&
    !HIGH_INDEX.test(words) &&
    mentioned.every(({ 0: found, index }) =>
      isDenied(words.slice(0, index), found, words.slice(index + found.length)),
    )
  );
}

/** The condition of a specimen is bad, harmless, or too long or exact to be more than a note. */
type SpecimenCondition = {
  readonly bad: readonly string[];
  readonly harmless: readonly string[];
  readonly notes: readonly string[];
};

/** Reads `Specimen.condition` (https://hl7.org/fhir/R4/specimen-definitions.html#Specimen.condition), words as sent. */
export function readSpecimenCondition(condition: unknown): SpecimenCondition {
  const bad: string[] = [];
  const harmless: string[] = [];
  const notes: string[] = [];
  for (const concept of elementsOf(condition)) {
    const text = trimmedText(conceptText(concept));
    const known = conditionsOfConcept(concept);
    const isLong = text.length > MAX_CONDITION || /\d{2}|\d\./.test(text);
    if (known.length > 0) bad.push(...known);
    else if (!isLong && text !== '') (isHarmlessCondition(text) ? harmless : bad).push(shortText(text));
    if (isLong) notes.push(text);
  }
  return { bad, harmless, notes };
}

/** Returns each condition once: "slightly hemolyzed" says what "hemolyzed" says. */
export function joinConditions(words: readonly string[]): string {
  if (words.length === 0) return '';
  const distinct = new Map(words.toReversed().map((one) => [one.toLowerCase(), one]));
  const lower = [...distinct.keys()].toReversed().slice(0, MAX_CONDITIONS);
  const isSaid = (one: string): boolean =>
    lower.some((other) => other.length > one.length && other.includes(one));
  return shortText(
    lower
      .filter((one) => one !== '' && !isSaid(one))
      .map((one) => distinct.get(one))
      .join(', '),
  );
}
