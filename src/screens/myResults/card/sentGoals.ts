/**
 * Finds the ranges that were sent as a goal of treatment. A goal is no range that a result is compared with (rule 28), so it is said in
 * words as it was sent, with who sent it, and nothing is drawn or concluded of it (rule 55).
 * @see https://terminology.hl7.org/CodeSystem-referencerange-meaning.html
 */
import type { Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import { readableUnitsIn } from '../../../clinical/units/readableUnit.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { patientSentUnit } from '../units/patientUnits.ts';
import type { GivenBy } from './cards.ts';

type GoalKind = 'goal' | 'recommended' | 'treatment';

/** These name a goal by code, or by the words of its code system and of laboratories. */
const KINDS: readonly (readonly [RegExp, GoalKind])[] = [
  [/^(?:goal|target)\b/i, 'goal'],
  [/^recommended\b/i, 'recommended'],
  [/^(?:treatment|therapeutic)\b/i, 'treatment'],
];

type SentGoal = { readonly kind: GoalKind; readonly limits: string };

/** The reading of a range writes what it is for behind it, in parentheses (`clinical/observation/range.ts`). */
function goalIn(range: string): SentGoal | undefined {
  const [limits = '', meaning = '', ...more] = range.split(' (');
  const isPlain = more.length === 0 && /\d/.test(limits) && !/[()]/.test(limits) && meaning.endsWith(')');
  const kind = isPlain ? KINDS.find(([words]) => words.test(meaning))?.[1] : undefined;
  return kind === undefined ? undefined : { kind, limits };
}

/** Tells the goals among the ranges of a result apart from the words of the others. */
export function sentGoals({ rangeText: sent }: Pick<RowKind, 'rangeText'>): {
  readonly goals: readonly SentGoal[];
  readonly others: string;
} {
  const ranges = sent === '' ? [] : sent.split('; ');
  const goals = ranges.map(goalIn).filter((goal) => goal !== undefined);
  return { goals, others: ranges.filter((range) => goalIn(range) === undefined).join('; ') };
}

/** A range that names whom or what it is for stands beside the usual one, which names nothing, or says that it is the normal one. */
const isForSomething = (range: string): boolean => / \((?!normal)/i.test(range);

/** Numbers that differ by less were calculated from the same one. */
const LEAST_SHARE = 1e-6;
const isNear = (one: number, other: number): boolean =>
  Math.abs(one - other) <= LEAST_SHARE * Math.max(Math.abs(one), Math.abs(other));

/** Returns whether a range has the limits that the result is compared with. */
function isCompared(range: string, { kind, value, valueText }: Row): boolean {
  const { band: { low, high } = {}, isConverted } = kind;
  const [limits = ''] = range.split(' (');
  const factor = isConverted ? value / Number.parseFloat(valueText) : 1;
  const numbers = (limits.match(/\d+(?:\.\d+)?/g) ?? []).map((digits) => Number(digits) * factor);
  const known = [low, high].filter((limit) => limit !== undefined);
  const isOnSide = known.length === 2 || (high === undefined ? /^\s*[>≥]/ : /^\s*[<≤]/).test(limits);
  return (
    isOnSide &&
    known.length === numbers.length &&
    known.every((limit, i) => isNear(Math.abs(limit), numbers[i]!))
  );
}

/** These say no more than that it is a range, in the words of laboratories. */
const PLAIN_WORDS =
  /\b(?:normal|reference|ref|range|interval|values?|limits?|expected|to|and|or|than|less|greater|more|up|below|above|under|over|between|from|equal)\b/g;

/**
 * Returns the words of the only range of a result, where they say for whom or for what it is: "Child 2-5 y", "Fasting: 70-99"; '' where they are
 * the limits and their unit alone.
 */
function wordsOfOnlyRange({ band, isConverted, rangeText, unit, unitCode }: RowKind): string {
  if (band === undefined || isConverted) return '';
  const units = [unit, unitCode].filter((one) => one !== '').map((one) => one.toLowerCase());
  // A short unit, such as "L" or "g", is a part of many words, and is no word by itself.
  const words = units
    .filter((one) => one.length > 2)
    .reduce((text, one) => text.replaceAll(one, ' '), rangeText.toLowerCase())
    .split(/[\s\d.,:;()[\]<>=≤≥–-]+/)
    .filter((word) => !units.includes(word) && !/[/%^*]/.test(word))
    .join(' ');
  return /\p{L}{2}/u.test(words.replaceAll(PLAIN_WORDS, ' ')) ? rangeText : '';
}

/**
 * Returns the words of the range that a result is compared with, and the ranges beside it, such as a critical limit, in the words in which they were sent; '' without
 * one. A source that sends such an anchor is not silenced (rules 32 and 55).
 */
export function rangesBeside(row: Row): string {
  const { kind } = row;
  const ranges = kind.band === undefined ? [] : kind.rangeText.split('; ');
  if (ranges.length < 2) return wordsOfOnlyRange(kind);
  // Two ranges with the same limits are for two things, so that neither is left out.
  const [compared, another] = ranges.filter((range) => isCompared(range, row));
  const others = ranges.filter(
    (range) =>
      isForSomething(range) && goalIn(range) === undefined && (another !== undefined || range !== compared),
  );
  return others
    .map((range) => {
      const [limits = '', ...meanings] = range.split(' (');
      return [withUnit(limits, kind), ...meanings].join(' (');
    })
    .join('; ');
}

/** A goal stands in the unit in which it was sent. Where the value beside it was converted, that unit is named. */
function withUnit(limits: string, kind: RowKind): string {
  const [said, unit] = [readableUnitsIn(limits), patientSentUnit(kind)];
  return kind.isConverted && !/[\p{L}%]/u.test(said) ? `${said} ${unit}`.trim() : said;
}

/** The sign before a limit is ours, or is one that not everybody reads. */
const SIGNS = { '<': 'below', '>': 'above', '≤': 'upTo', '≥': 'from' } as const;
/** A person is older, and no age is higher. */
export const AGE_SIGNS = { '<': 'ageUnder', '>': 'ageOver', '≤': 'upTo', '≥': 'ageFrom' } as const;
const isSign = (text: string): text is keyof typeof SIGNS => Object.hasOwn(SIGNS, text);

/** Returns "up to 7 %" for "≤7 %" and "2 to 3" for "2–3", and what is no limit as it was sent. */
export function signInWords(range: string, signs: typeof SIGNS | typeof AGE_SIGNS = SIGNS): string {
  const [, low, high] = /^(\d[^–]*)–(\d[^–]*)$/.exec(range) ?? [];
  if (low !== undefined && high !== undefined) return myResultsTexts('between', { low, high });
  const [, sign = '', limit = ''] = /^([<>≤≥]) ?(\d.*)$/.exec(range) ?? [];
  return isSign(sign) ? myResultsTexts(signs[sign], { limit }) : range;
}

/** Says each goal that was sent with a result, its numbers as they were sent. */
export const goalSentences = (kind: RowKind, by: GivenBy): readonly string[] =>
  sentGoals(kind).goals.map((goal) =>
    myResultsTexts('goal', { by, kind: goal.kind, range: signInWords(withUnit(goal.limits, kind)) }),
  );
