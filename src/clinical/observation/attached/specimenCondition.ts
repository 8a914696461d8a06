/* oxlint-disable longview/texts-in-catalogs -- displays of codes, and patterns that read the words of a server */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import { elementsOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { shortText } from '../../fhirElements/shortText.ts';
import { lookupTable } from '../../fhirElements/lookupTable.ts';
import { BE, CLUMPS, EARLIER, NONE, NOT, NOUN, plainLetters, STATE } from './languages.ts';
import { CANCELLED, NOT_DONE, NOTHING_REFUSED } from './refusalClause.ts';
import { EXCLUDED, HIGH, NO, RULE_OUT, SEEN, statesIn } from '../specimen/statesIn.ts';

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

/** These disturb every test of a tube, while the clots of another test may be in another one. */
const OF_TUBE = /mol|lip|i[ckt]+ter|ontam/i;
/** A bare noun behind such words is a disease, a question, advice, or of another specimen: "Diagnosis: hemolysis". */
const ELSEWHERE =
  /\b(?:diagn|d(?:iff(?:erential)?|dx):(?![^.;!\n]{0,80}\bnot\b)|indicat|indikat|hist|clin\w+ (?!use)|frages|consult|for (?:order|test)|criter|caus(?:es|as)\b|ursach|may |can |kann |pued|peut|sensi|substan|interferences|stor|urin|orina|csf|[ck]ultur|ecbu)[^.;!\n]{0,80}$/i;
/** A test that was refused is no state that is denied: "not reported, hemolyzed". */
const REFUSAL = new RegExp(`\\b(?:${NOT_DONE}|${NOT} (?:mess|bewert|dosa)\\w+|tnp|${CANCELLED})\\b`, 'gi');

// A word or a list of states may stand between a denial and the state.
const UP_TO_STATE = `(?!\\w):?[\\s-]*(?:(?:[\\w+-]+\\s+){0,3}|(?:(?:${STATE}|${NOUN}|or|and)[,/\\s]+){0,8})$`;
const AGAIN =
  're(?:draw|collect)\\w* of|re(?:drawn|collected) (?:due to|because of|for|after)|replace(?:s|d|ment (?:of|for))';
// This finds "not hemolyzed", "no visible hemolysis", "not hemolyzed, icteric or lipemic", "if clotted", "to rule out
// contamination", "previous specimen was hemolyzed" and "redraw of hemolyzed specimen". "Redraw due to hemolysis" may ask
// for a redraw, and is not denied, nor is what asks in so many words.
const DENIAL = `\\b(?:${NO}|${NONE}|without|ohne|nor|never|if|when|s[ei](?=\\s*$)|unless|avoid|negative for|free of|unlikely|(?:previous|initial|former|incorrect|erroneous|wrong|original|false|mistaken)ly reported as|${AGAIN}|${EARLIER}|${RULE_OUT})`;
const DENIED_BEFORE = new RegExp(`${DENIAL}${UP_TO_STATE}`, 'i');
// A state that could not be ruled out may be there.
const LEFT_OPEN = new RegExp(
  `\\b(?:${NO}|(?:unable|hard|difficult|impossible) to)\\s+(?:\\w+\\s+){0,2}(?:${RULE_OUT}|descartar)${UP_TO_STATE}`,
  'i',
);
const IS_AGAIN = new RegExp(`\\b(?:${AGAIN})`, 'i');
const ASKS =
  /\b(?:request|need|require|recommend|please|kindly|arrange|should|must|to be|necessary|advise|suggest)/i;
const LOOK = '\\b(?:check|review|look|examin|screen)\\w* for';
const LOOKED_FOR = new RegExp(`${LOOK}${UP_TO_STATE}`, 'i');
/** A browser compiles a long pattern for some milliseconds, and most clauses have not even its first word. */
const HAS_DENIAL = new RegExp(DENIAL, 'i');
const HAS_LOOK = new RegExp(LOOK, 'i');
const IS_FOUND = new RegExp(`^[\\s:=-]*(?:${BE}(?:${SEEN})|positiv|(?:yes|ja|oui|si)\\b|[1-4]?\\+)`, 'i');
const VERBS = `^[\\s:=-]*${BE}`;
const DENIED_AFTER = new RegExp(
  `${VERBS}(?:ind(?:ex|ices)\\b(?!${HIGH})|none|nil|neg|a[bsu]+en[tcz]|afwezig|(?:keine?|geen|ingen|nein)\\b|ningun|nessun|aucun|false|${NOT} (?:${SEEN}|suspected|found|identified|evident|visible|gefunden|bestatigt|gezien|set\\b|sett\\b|vus?\\b|retrouve|rileva|observad|visualizad)|n(?:on?|ao|e[eij])(?=\\s*(?:[.,;]|$))|0(?![.\\d])|(?:(?:specimen|sample|tube)s? )?(?:(?:will|may|must|should) (?:not )?be|are) (?:re[fj]|disc|unac|not acc)\\w+|ruled out|unlikely|improbable|poco probable|unwahrscheinlich|aus(?:ge|zu)?schl)`,
  'i',
);
/** A specimen that is excluded is not used, but a contamination that is excluded was not found. */
const IS_NOUN = new RegExp(`(?:${NOUN}|${CLUMPS})$`, 'i');
const EXCLUDED_AFTER = new RegExp(`${VERBS}(?!excluded from)${EXCLUDED}`, 'i');

/** An ultracentrifuge takes the fat out of a specimen. */
const FAT_REMOVED = new RegExp(`${VERBS}(?:interference ${BE})?(?:removed|cleared|eliminated)\\b`, 'i');

const OF_SENSOR = /probe|sensor|lead|fa[ck]t|signal|waveform|trace/i;
/** A sensor that was off before this number was read, or a filter against artifacts, says nothing against it. */
const SENSOR_IS_WELL =
  /^(?:-| (?:at|on|before) (?:disch|transf)| (?:alarm )?(?:resolved|rejection|suppress|earlier|previously|yesterday|last night|metals))/i;

/** Nearly all texts have none of these letters, and there are hundreds of thousands of them. */
const MAY_SAY =
  /mo(?:l|\u0301)|mól|clot|clum|klum|klon|ag+r[eé]g|amas|grum|pseudo|satel|c[uú]mul|[ck]ontam|rein|la[ct]tes|levr|lip|[ckt]t[eéè]r|autol|label|qns|suf|[ck]o[aá]g|geron|gerin|gestold|stols|caill|fibr|epara|entrif|drip|dentif|rotul|tiq|beschr|fill|f[uüy]l[ld]t|gevuld|empli|llenad|above| off|dis[cl]o|rt.fa|poor|damp/i;

/** A colon ends what was said before it ("No result: hemolyzed"), except behind what is to be ruled out. */
const SENTENCE_END = new RegExp(`[.;!?\\n]|(?<!\\b${RULE_OUT}):`, 'i');
/** A long note is searched no farther than this. */
const MAX_SEARCHED = 2000;

function isDenied(before: string, found: string, after: string): boolean {
  const clause = before.split(SENTENCE_END).at(-1) ?? '';
  if (/lip/i.test(found) && FAT_REMOVED.test(after)) return true;
  if (DENIED_AFTER.test(after) || (EXCLUDED_AFTER.test(after) && IS_NOUN.test(found))) return true;
  if (HAS_LOOK.test(clause) && LOOKED_FOR.test(clause) && !IS_FOUND.test(after)) return true;
  return HAS_DENIAL.test(clause) && isDeniedBefore(clause, after);
}

const isDeniedBefore = (clause: string, after: string): boolean =>
  DENIED_BEFORE.test(clause) &&
  !LEFT_OPEN.test(clause) &&
  !(IS_AGAIN.test(clause) && ASKS.test(clause + after));

/** "Falsely elevated in hemolyzed samples" holds for all such specimens, and this one may be none. */
const IN_SUCH = /\b(?:in|for|with|by)\s(?:\w+\s)?$/i;
const SUCH_SPECIMENS = /^\s(?:samples|specimens)\b/i;

/** "No results were rejected due to hemolysis" tells of none. */
const isTold = (before: string, clear: string, found: string, after: string): boolean =>
  !NOTHING_REFUSED.test(before) &&
  !(IN_SUCH.test(before) && SUCH_SPECIMENS.test(after)) &&
  !(OF_SENSOR.test(found) && SENSOR_IS_WELL.test(after)) &&
  !isDenied(clear, found, after);

/**
 * Returns the words of a text that say that the specimen was in a bad state, as they were sent. Hemolysis that is told only as the cause why
 * another test was refused counts where it `isDisturbing`.
 */
export function conditionWords(sent: unknown, isDisturbing = (): boolean => true): readonly string[] {
  const whole = trimmedText(sent);
  if (!MAY_SAY.test(whole)) return [];
  const words: string[] = [];
  const text = whole.slice(0, MAX_SEARCHED).normalize();
  const plain = plainLetters(text);
  for (const { start, end, isBare } of statesIn(plain)) {
    const found = plain.slice(start, end);
    const before = plain.slice(Math.max(0, start - 80), start);
    const ofOther = before.replaceAll(REFUSAL, ' ');
    const isOfRefused = ofOther !== before && /mol/i.test(found) && !isDisturbing();
    const isNotOfThis = isOfRefused || ELSEWHERE.test(before);
    if (isBare && isNotOfThis) continue;
    const clear = OF_TUBE.test(found) && !isNotOfThis ? ofOther : before;
    if (isTold(before, clear, found, plain.slice(end, end + 40))) words.push(text.slice(start, end).trim());
  }
  return words;
}

/** A state has a few codings. More than these are not searched. */
const MAX_CODINGS = 200;

/** Returns the words for codes that name a bad state, and the bad states that the words of a concept name. */
export function conditionsOfConcept(concept: FhirElement): readonly string[] {
  const words: string[] = [];
  const coded: string[] = [];
  for (const { system, code, display } of elementsOf(concept['coding']).slice(0, MAX_CODINGS)) {
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
const HARMLESS = new RegExp(
  '^(?:(?:none|nil|negative?o?|absent|ausente|clear|normal[ea]?|good|ok|acceptable|aceptable|ade[cq]uad[ao]|adequate|satisfactory|suitable' +
    '|cool|cold(?! agg)|froz(?:en)?|live|room|ambient|cfu|centrifuged|fresh|refrigerated' +
    '|unauffallig|in ordnung|gut|conforme|idone[ao])(?!\\w)' +
    `|(?:${NOT}|${NONE})(?:$| (?:${SEEN}|visible|evident|issue|problem|abnormal|comment|remark|concern|auffallig|alteracion)))`,
  'i',
);

const MENTIONED = new RegExp(`\\b(?:${STATE}|${NOUN})\\b`, 'gi');
const HIGH_INDEX = /ind(?:ex|ice)[\s:=]*[1-9]/i;

/** Returns whether a state is as it should be, or denies a bad one. */
export function isHarmlessCondition(sent: string): boolean {
  const words = plainLetters(sent.normalize());
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
  if (!words.some(Boolean)) return '';
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
