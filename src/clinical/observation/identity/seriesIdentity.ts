/* oxlint-disable longview/texts-in-catalogs -- the words of a kind are a part of the id of its series */
/**
 * This file decides from the facts of an Observation whether its result may stand on the line of its code (rule 18): the
 * specimen, the method, the device, the site, the position and the words of the code. What moves the number has a series
 * of its own, which is that of the special code where the catalog has one. A fact that contradicts a special code is
 * said in the name. Words that nobody knows separate nothing here; they break the line where they change
 * (docs/decisions/0033-what-joins-one-line.md).
 */
import type { AnalyteTarget } from '../../catalog/analyteTarget.ts';
import { catalogMatch, targetOfId } from '../../catalog/catalog.ts';
import { specialFormOf } from '../../catalog/specialForms.ts';
import { isQualityControl, otherSubjectIn } from './otherSubject.ts';
import type { ObservationCode } from '../code.ts';
import { LABORATORY_RULES } from './laboratoryKinds.ts';
import {
  DRUG_SAMPLE_TIMES,
  EVENTS_BEFORE_SAMPLE,
  firstKind,
  EVENTS_BEFORE_HORMONE_SAMPLE,
  MEASUREMENT_RULES,
  SAMPLE_TIMES,
} from './measurementKinds.ts';
import type { MeasurementFacts, MeasurementRule } from './measurementRule.ts';
import { hasOtherLimits, OF_SENSOR, POINT_OF_CARE, SIDES } from './measurementPlaces.ts';
import type { RowKinds } from '../rowKinds.ts';
import { joinTexts } from '../../fhirElements/fhirElement.ts';
import { bySpecimen, nameWithoutBrackets, oncePerTarget, type Distinction } from './specimenIdentity.ts';
import { memoizePerRecord } from './memoizePerRecord.ts';
import { wordMarkOf } from './wordMark.ts';
import { namedSpecimen, ORDINARY_BLOOD, specimenKind, lowerCaseWords } from './specimenKind.ts';

const LOINC = 'http://loinc.org';

/** A body and its circulation have no specimen. */
export const isOfBody = ({ analyte }: AnalyteTarget): boolean =>
  /^(?:Circulation|Intensive|Scores)/.test(analyte.group);

/** Applies one rule to a code of the catalog: a general code moves to its special series, a special one may contradict. */
function byRule(
  rule: MeasurementRule,
  target: AnalyteTarget,
  loinc: string,
  facts: MeasurementFacts,
): Distinction | undefined {
  const words = rule.reads.map((name) => facts[name]).join(' ');
  const kind = (rule.isOwnFirst && firstKind(rule.kinds, facts.ownWords)) ?? firstKind(rule.kinds, words);
  if (kind === undefined) return undefined;
  const [name, , special, isUsual] = kind;
  const own = rule.kinds.find(([, , code]) => code === loinc) ?? firstKind(rule.kinds, nameWordsOf(target));
  if (own !== undefined) return own === kind ? undefined : { words: [`${name}, unlike its code`] };
  const moved = special === undefined ? specialFormOf(target, kind[1]) : catalogMatch(special)?.target;
  if (moved !== undefined && moved.id !== target.id) return { target: moved, words: [] };
  return isUsual ? undefined : { words: [name] };
}

const addWords = (from: Distinction, found: Distinction | undefined): Distinction =>
  found === undefined
    ? from
    : { target: found.target ?? from.target, words: [...from.words, ...found.words] };

const ALL_RULES = [...MEASUREMENT_RULES, ...LABORATORY_RULES];

const rulesOf = oncePerTarget(({ id }) => ALL_RULES.filter(({ of }) => of.test(id)));

/** Returns the words that the catalog has for what was measured, in lower case. */
const nameWordsOf = oncePerTarget((target) => lowerCaseWords(nameWithoutBrackets(target)));

function distinctionOf(target: AnalyteTarget, loinc: string, facts: MeasurementFacts): Distinction {
  let found: Distinction = { words: [] };
  for (const rule of rulesOf(target)) found = addWords(found, byRule(rule, target, loinc, facts));
  return isOfBody(target) ? found : ofLaboratory(target, found, facts);
}

/** Applies the facts that hold for every result of a laboratory, after the rules of its analyte. */
function ofLaboratory(target: AnalyteTarget, byRules: Distinction, facts: MeasurementFacts): Distinction {
  // An oximeter sits on a finger and takes no drop of it.
  const isOnBody = byRules.target !== undefined && isOfBody(byRules.target);
  const specimen = bySpecimen(target, isOnBody ? { ...facts, bodySite: '' } : facts);
  // A meter takes its drop from the finger, so that its specimen says no more, unless it is no blood at all.
  const isSaid = isSettled(byRules) && specimen?.words.some((words) => words.startsWith('specimen')) !== true;
  let found = isSaid ? byRules : addWords(byRules, specimen);
  found = addWords(found, { words: placeWords(target, facts) });
  found = addWords(found, byTiming(target, facts));
  if (!isSettled(found)) found = addWords(found, byEvent(target, facts));
  return isSettled(found) ? found : addWords(found, byBedside(target, facts));
}

/** These are taken by a puncture of one side, or into several tubes of which the first may hold blood of the needle. */
const PUNCTURE = /pleura|synovi|adrenal v|csf|cerebro ?spinal|spinal fluid/;

function placeWords(target: AnalyteTarget, { specimen, bodySite, codeWords }: MeasurementFacts): string[] {
  const words = `${specimen} ${bodySite} ${codeWords}`;
  if (!PUNCTURE.test(`${words} ${lowerCaseWords(target.analyte.name)}`)) return [];
  const tube = /\btube \d\b/.exec(codeWords)?.[0] ?? '';
  return [oneSideIn(words), tube].filter(Boolean);
}

function byEvent(target: AnalyteTarget, { codeWords, method }: MeasurementFacts): Distinction | undefined {
  // The code of such a test says so itself.
  if (/\bafter\b/.test(nameWordsOf(target))) return undefined;
  const isHormone = target.analyte.group.startsWith('Thyroid') || /^(?:insulin|cpep)/.test(target.id);
  const kinds = isHormone ? EVENTS_BEFORE_HORMONE_SAMPLE : EVENTS_BEFORE_SAMPLE;
  const [event] = firstKind(kinds, `${codeWords} ${method}`) ?? [];
  return event === undefined ? undefined : { words: [event] };
}

const isSettled = ({ target, words }: Distinction): boolean => target !== undefined || words.length > 0;
const howOf = ({ method, device, codeWords }: MeasurementFacts): string => `${method} ${device} ${codeWords}`;

function byTiming(target: AnalyteTarget, facts: MeasurementFacts): Distinction | undefined {
  const name = nameWordsOf(target);
  const kinds = target.analyte.group.startsWith('Drug') ? DRUG_SAMPLE_TIMES : SAMPLE_TIMES;
  const [time, words] = firstKind(kinds, `${howOf(facts)} ${facts.specimen}`) ?? [];
  if (time === undefined || words?.test(name)) return undefined;
  if (firstKind(SAMPLE_TIMES, name)) return { words: [`${time}, unlike its code`] };
  const moved = words && specialFormOf(target, words);
  return moved ? { target: moved, words: [] } : { words: [time] };
}

function byBedside(target: AnalyteTarget, facts: MeasurementFacts): Distinction | undefined {
  const [device] = firstKind(POINT_OF_CARE, howOf(facts)) ?? [];
  if (device === undefined || isOrdinaryAtBedside(target)) return undefined;
  const whole = device === 'blood gas analyser' ? targetOfId(`${target.analyte.id}-bld`) : undefined;
  return whole ? { target: whole, words: [] } : { words: [device] };
}

/** The code of a gas, a strip or a meter means the bedside, so that a word of it tells nothing new. */
const isOrdinaryAtBedside = (target: AnalyteTarget): boolean =>
  /^(?:Blood gas|Urine)/.test(target.analyte.group) ||
  target.analyte.id.startsWith('ica') ||
  /whole blood|arterial|venous|capillary|meter|strip|point of care/i.test(nameWithoutBrackets(target));

/** A code that the catalog does not know: what was sent tells its results apart, as far as it is understood. */
function wordsOfUnknown({ baseId, system }: ObservationCode, facts: MeasurementFacts): readonly string[] {
  // The words are part of the id, or a LOINC has one meaning, whatever its words are.
  const isExact = baseId.startsWith('text:') || system === LOINC;
  const named = namedSpecimen(facts.codeWords);
  const sent = system === LOINC ? namedSpecimen(facts.specimen) : specimenKind(facts.specimen);
  const kind = sent === ORDINARY_BLOOD || sent === 'venous blood' ? '' : sent;
  const how = `${facts.method} ${facts.device}${isExact ? '' : ` ${facts.codeWords}`}`;
  const other = [OF_SENSOR, ...POINT_OF_CARE, ...SAMPLE_TIMES, ...EVENTS_BEFORE_SAMPLE].find(
    ([, words]) => words.test(how) && !(isExact && words.test(facts.codeWords)),
  );
  return [isExact && kind === named ? '' : kind || (isExact ? '' : named), other?.[0] ?? '', sideOf(facts)];
}

/** Returns the one side that the words name; '' for both. */
function oneSideIn(words: string): string {
  const [side, other] = SIDES.filter(([, pattern]) => pattern.test(words));
  return side === undefined || other !== undefined ? '' : side[0];
}

/** Returns the one side of the body; '' for both, and for a sample, since a vein has a side too. */
const sideOf = ({ bodySite, specimen }: MeasurementFacts): string =>
  specimen === '' ? oneSideIn(bodySite) : '';

const variants = new Map<string, AnalyteTarget>();

/** Returns one and the same object for one series, because the units of a target are looked up by it. */
function variantOf(target: AnalyteTarget, words: string): AnalyteTarget {
  const id = `${target.id}~${words}`;
  const known = variants.get(id);
  if (known !== undefined) return known;
  const variant = target.variant === '' ? words : `${target.variant}, ${words}`;
  // The limits of a code do not hold for what was measured in something else.
  const isElsewhere = words.includes('unlike its code') || words.split(', ').some(hasOtherLimits);
  const plausibleBounds = isElsewhere ? undefined : target.plausibleBounds;
  const made = { ...target, id, variant, plausibleBounds };
  variants.set(id, made);
  return made;
}

/** Returns whom the facts name instead of the patient, unless the code itself is about that being. */
function beingOf(
  { target, baseId, system }: ObservationCode,
  { codeWords, ownWords: _, ...others }: MeasurementFacts,
  isControl: boolean,
): string {
  // A code that is exact says nothing of a control, whose words may stand beside it; the id of a text has them.
  if (isControl) return target === undefined && baseId.startsWith('text:') ? '' : 'control';
  const isExact = target === undefined && (baseId.startsWith('text:') || system === LOINC);
  const texts = isExact ? Object.values(others) : [codeWords, ...Object.values(others)];
  const named = texts.map(otherSubjectIn).find(Boolean) ?? '';
  // One fact may say cord, and another one artery.
  const being = named === 'cord' ? otherSubjectIn(texts.join(' ')) : named;
  return target !== undefined && being !== '' && otherSubjectIn(nameWithoutBrackets(target)).startsWith(being)
    ? ''
    : being;
}

/** An identity has the words of a series of its own, and the target of the special code that its results move to. */
type Identity = Pick<ObservationCode, 'target' | 'baseId' | 'variant' | 'isQualityControl'> & {
  readonly mark: string;
};

function identityOf(code: ObservationCode, sent: MeasurementFacts): Identity {
  const { target, baseId } = code;
  const isControl = isQualityControl(sent.codeWords, sent.specimen);
  const facts = { ...sent };
  for (const name of ['specimen', 'method', 'device', 'bodySite', 'position', 'codeWords'] as const)
    facts[name] = lowerCaseWords(sent[name]);
  // A laboratory writes "i.U." for urine, and "I.U." for the units of what is counted in them.
  if (target === undefined || (target.unit.includes('U') && !target.id.startsWith('amy')))
    facts.codeWords = lowerCaseWords(sent.codeWords.replaceAll(/\bI\. ?U\b/g, 'IU'));
  facts.ownWords = lowerCaseWords(sent.ownWords.replaceAll(/ [+&] /g, ' and '));
  const { target: moved, words: own } =
    target === undefined
      ? { target, words: wordsOfUnknown(code, facts) }
      : distinctionOf(target, code.system === LOINC ? code.code : '', facts);
  const words = [...new Set([beingOf(code, sent, isControl), ...own])].filter(Boolean).join(', ');
  const at = moved ?? target;
  if (at === undefined)
    return words === ''
      ? { ...code, isQualityControl: isControl, mark: '' }
      : {
          target,
          baseId: `${baseId}~${words}`,
          variant: joinTexts([code.variant, words], ', '),
          isQualityControl: isControl,
          mark: '',
        };
  const series = words === '' ? at : variantOf(at, words);
  const mark = wordMarkOf(at.analyte.id, facts.ownWords);
  return { target: series, baseId: series.id, variant: '', isQualityControl: isControl, mark };
}

const decidedIdentity = memoizePerRecord(
  ({ baseId, system, code }: ObservationCode, facts: MeasurementFacts) => {
    const { specimen, method, device, bodySite, position, codeWords, ownWords } = facts;
    return `${baseId}\n${system}\n${code}\n${specimen}\n${method}\n${device}\n${bodySite}\n${position}\n${codeWords}\n${ownWords}`;
  },
  identityOf,
);

/**
 * Returns the code of a result with the series that its facts put it in. The words of a fact are added to the id and to
 * the name of a series of its own, so "k~arterial blood" is "Potassium, arterial blood".
 */
export function withIdentity(
  code: ObservationCode,
  facts: MeasurementFacts,
  kinds: RowKinds,
): ObservationCode {
  const { system, code: codeOfSystem, text, isAmbiguous, match } = code;
  const { target, baseId, variant, isQualityControl: isControl, mark } = decidedIdentity(kinds, code, facts);
  return {
    target,
    baseId,
    system,
    code: codeOfSystem,
    text,
    variant,
    isAmbiguous,
    isQualityControl: isControl,
    match: mark === '' || !match || match.mark !== '' ? match : { ...match, mark, markBelow: Infinity },
  };
}
