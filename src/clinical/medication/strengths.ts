/** Parts the doses of one drug by its strength, where they count tablets or millilitres, which say nothing without it. */
import { roundTo12Digits } from './dosage/doseAmount.ts';
import { amountInUnit } from './dosage/doseUnit.ts';
import type { MedicationStep } from './medicationSteps.ts';
import { isForbiddenNow, isInDoubt } from './contradictions.ts';

/** This is how much of the drug is in one tablet, millilitre or hour: "5 mg", "160-12.5 mg", "125 mg/5 mL", "2.5 %". */
const STRENGTH =
  /(\d{1,7}(?:[.,]\d{1,6})?(?: ?[-/] ?\d{1,7}(?:[.,]\d{1,6})?){0,3})[ -]?(kg|g|mg|[uµμ]g|mcg|ng|i[ue]|ui|units?|unt|u|mmol|meq|%)(?![\p{L}\d])(?: ?(?:\/|per) ?(?:(\d{1,4}(?:[.,]\d{1,3})?) ?)?(ml|l|g|hours?|hr?)(?!\p{L}))?/giu;

/** The strengths of several drugs may stand without a unit: "160/12.5", "5-325". */
const WITHOUT_UNITS =
  /(?<![\p{L}\d.,/#-])\d{1,7}(?:[.,]\d{1,6})?(?: ?[-/] ?\d{1,7}(?:[.,]\d{1,6})?){1,3}(?![\p{L}\d/])/gu;

/** A longer name is read up to here. */
const MAX_LETTERS = 200;

/** These are amounts of one dimension, each as the numbers that its digits may mean. */
type Amounts = ReadonlyMap<string, readonly (readonly number[])[]>;

type Strength = {
  readonly amounts: Amounts;
  /** All numbers of the strengths as they were sent, the smallest first. Where no amount was sent, their units are not known. */
  readonly numbers: readonly number[];
};

const NO_STRENGTH: Strength = { amounts: new Map(), numbers: [] };

const decimal = (number: string): number => Number(number.replace(',', '.'));

/** "1,000" and "1.000" are a thousand or one, by the language. */
const numbersOf = (digits: string): readonly number[] => [
  decimal(digits),
  ...(/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? [Number(digits.replace(/[.,]/, ''))] : []),
];

/** Returns the dimension of a unit, and how much of it one unit is. */
function unitOf(sent: string): readonly [dimension: string, factor: number] {
  const unit = sent.toLowerCase();
  if (/^(?:i[ue]|ui|units?|unt|u)$/.test(unit)) return ['unit', 1];
  // One per cent is one gram in 100 mL.
  if (unit === '%') return ['g/ml', 0.01];
  const grams = amountInUnit(1, unit, 'g');
  return grams === undefined ? [unit, 1] : ['g', grams];
}

/** Returns by what a strength is told, "/ml" or "/h", and of how many of these. What holds one dose, as a syringe does, is told by that dose. */
function perOf(count: string, sent: string, isLiquid: boolean): readonly [per: string, count: number] {
  const unit = sent.toLowerCase();
  if (unit === '' || (!unit.startsWith('h') && count !== '' && !isLiquid)) return ['', 1];
  const of = decimal(count || '1') * (unit === 'l' ? 1000 : 1);
  return [unit.startsWith('h') ? '/h' : '/ml', of];
}

/** Returns the strengths that a name says. */
function strengthIn(sent: string, isLiquid: boolean): Strength {
  const name = sent.slice(0, MAX_LETTERS);
  const amounts = amountsIn(name, isLiquid);
  const found = amounts.size > 0 ? Array.from(name.matchAll(STRENGTH), ([, digits = '']) => digits) : [];
  const digits = amounts.size > 0 ? found : (name.match(WITHOUT_UNITS) ?? []);
  const numbers = digits.flatMap((one) => one.split(/[-/]/).map((number) => decimal(number.trim())));
  return { amounts, numbers: numbers.toSorted((a, b) => a - b) };
}

/** Returns the amounts with a unit that a text says. */
function amountsIn(name: string, isLiquid: boolean): Amounts {
  const amounts = new Map<string, (readonly number[])[]>();
  for (const [, digits = '', sent = '', count = '', of = ''] of name.matchAll(STRENGTH)) {
    const [unit, factor] = unitOf(sent);
    const [per, many] = perOf(count, of, isLiquid);
    const dimension = unit.includes('/') ? unit : unit + per;
    const told = digits
      .split(/[-/]/)
      .map((one) => numbersOf(one.trim()).map((number) => roundTo12Digits((number * factor) / many)));
    amounts.set(dimension, [...(amounts.get(dimension) ?? []), ...told]);
  }
  return amounts;
}

/** Returns whether two names may say one strength. One of them may leave out a second drug, or tell another dimension. */
const maySame = (a: Strength, b: Strength): boolean =>
  a.amounts.size > 0 && b.amounts.size > 0
    ? maySameAmounts(a.amounts, b.amounts)
    : maySameNumbers(a.numbers, b.numbers);

/** Numbers of which the units are not known may be those of another unit a thousand times as large. */
const maySameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length < 2 ||
  a.length !== b.length ||
  [0.001, 1, 1000].some((factor) => a.every((one, i) => roundTo12Digits(one * factor) === b[i]));

const maySameAmounts = (a: Amounts, b: Amounts): boolean =>
  [...a].every(([dimension, amounts]) => {
    const others = b.get(dimension);
    if (others === undefined) return true;
    const [few, many] = amounts.length < others.length ? [amounts, others] : [others, amounts];
    return few.every((one) => many.some((other) => other.some((number) => one.includes(number))));
  });

const nameOf = ({ medication: { name, fullName } }: MedicationStep): string => fullName ?? name;

/** Returns the key of the doses of a drug that have the strength of this one. */
export const strengthKey = (drugKey: string, one: MedicationStep): string => `${drugKey} ${nameOf(one)}`;

/** A dispense without a dose says nothing of how much is taken. */
const countsPieces = ({ step }: MedicationStep): boolean =>
  step.isNotDone !== true &&
  step.type !== 'MedicationDispense' &&
  amountsIn((step.shortDose || step.doseText).slice(0, MAX_LETTERS), false).size === 0;

const isInMillilitres = ({ step }: MedicationStep): boolean =>
  /\d ?ml\b/i.test(step.shortDose || step.doseText);

/** Returns the names in groups: those in one group may say one strength, and those in two groups surely do not. */
function groupsOf(strengths: ReadonlyMap<string, Strength>): readonly ReadonlySet<string>[] {
  let groups: ReadonlySet<string>[] = [];
  for (const [name, strength] of strengths) {
    const isNear = (group: ReadonlySet<string>): boolean =>
      [...group].some((other) => maySame(strength, strengths.get(other) ?? strength));
    const near = groups.filter(isNear);
    groups = [
      ...groups.filter((group) => !near.includes(group)),
      new Set([name, ...near.flatMap((one) => [...one])]),
    ];
  }
  return groups;
}

/** Returns whether a step may say that the drug is not taken, or not to be given, whichever strength it has. */
export const saysOfAll = ({ step }: MedicationStep): boolean =>
  step.type === 'MedicationStatement' || isForbiddenNow(step) || isInDoubt(step);

/**
 * Returns the steps of one drug. One code may stand for all strengths of a substance, as those of ATC do: two tablets of 5 mg are then less
 * than one of 20 mg, so that doses which count pieces of two strengths have two keys. A report or a ban without one of these strengths
 * holds for each of them, and then they stay together.
 */
export function withStrengthKeys(steps: readonly MedicationStep[]): readonly MedicationStep[] {
  if (new Set(steps.map(nameOf)).size < 2) return steps;
  const counted = steps.filter(countsPieces);
  const isLiquid = counted.length > 0 && counted.every(isInMillilitres);
  const strengths = new Map(steps.map((one) => [nameOf(one), strengthIn(nameOf(one), isLiquid)]));
  const countedNames = [...new Set(counted.map(nameOf))].filter(
    (name) => (strengths.get(name) ?? NO_STRENGTH).numbers.length > 0,
  );
  const groups = groupsOf(new Map(countedNames.map((name) => [name, strengths.get(name) ?? NO_STRENGTH])));
  if (groups.length < 2) return steps;
  const groupOf = (one: MedicationStep): ReadonlySet<string> | undefined => {
    const strength = strengths.get(nameOf(one));
    if (strength === undefined || strength.numbers.length === 0) return undefined;
    return (
      groups.find((group) => group.has(nameOf(one))) ??
      groups.find((group) => [...group].some((name) => maySame(strength, strengths.get(name) ?? strength)))
    );
  };
  if (steps.some((one) => saysOfAll(one) && groupOf(one) === undefined)) return steps;
  return steps.map((one) => {
    const group = groupOf(one);
    if (group === undefined) return one;
    const { medication } = one;
    return { ...one, medication: { ...medication, key: `${medication.key} ${[...group].toSorted()[0]}` } };
  });
}
