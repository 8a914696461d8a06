/** This file says which results of one series may be compared with each other. */
import type { Row, RowKind } from '../observation/resultRow.ts';
import { methodWords } from '../observation/identity/methodWords.ts';
import { plainWords } from '../observation/identity/specimenKind.ts';
import { decimalsIn } from './decimals.ts';
import { seriesTexts } from './series.messages.ts';

/** Returns whether a drawn result may be called the latest: every status but preliminary (rules 13 and 34). */
export const isFinal = ({ kind }: Row): boolean => kind.status !== 'preliminary';

/**
 * Returns whether a drawn result is a number to compare: final, not a limit such as "<0.01", and in a unit that is not in
 * doubt (rules 17, 20 and 34).
 */
export const isComparableNumber = (row: Row): boolean =>
  isFinal(row) && row.kind.comparator === '' && row.kind.checkKind !== 'unit';

/**
 * Returns whether two rows of one series are the same result sent twice: by time, value and what was measured, whatever
 * the id, the code, its words, the panel, the status or the flag say. They share one symbol and count once (rule 23).
 * Two results that name different methods or specimens are two, and so are two of which one is flagged high and one low:
 * one of them would hide the flag of the other.
 */
export const isIdenticalResult = (a: Row, b: Row): boolean =>
  a.timeMs === b.timeMs &&
  a.kind.precision === b.kind.precision &&
  a.kind.comparator === b.kind.comparator &&
  isSameValue(a, b) &&
  (a.kind === b.kind || (!areOpposite(a.kind, b.kind) && !contradict(factsOf(a.kind), factsOf(b.kind))));

/** A value sent in two units is one value when the coarser of the two, rounded as it was sent, holds the other. */
function isSameValue(a: Row, b: Row): boolean {
  if (Number.isNaN(a.value)) return Number.isNaN(b.value) && a.valueText === b.valueText;
  if (a.value === b.value) return true;
  return (
    a.kind.isConverted !== b.kind.isConverted &&
    Math.abs(a.value - b.value) <= Math.max(stepOf(a), stepOf(b)) / 2
  );
}

const areOpposite = ({ flag: a }: RowKind, { flag: b }: RowKind): boolean =>
  /HL|LH/.test(a.charAt(0) + b.charAt(0));

/** Returns one step of the last digit that was sent, in the unit of the series. */
function stepOf({ kind, value, valueText }: Row): number {
  const step = 10 ** -decimalsIn(valueText);
  return kind.isConverted ? step * Math.abs(value / Number.parseFloat(valueText)) || 0 : step;
}

/** These differences break the line between two results of one series (rules 6 and 18). */
export type LineChange = 'method' | 'specimen' | 'conditions' | 'unit';

/** Returns what changed from one result to the next; '' when they can be compared. Another spelling is no change. */
export function changeBetween(from: RowKind, to: RowKind): LineChange | '' {
  if (from.method !== to.method) {
    const [a, b] = [factsOf(from), factsOf(to)];
    if (isOtherMethod(a, b) || (a.device !== b.device && a.device && b.device)) return 'method';
    if (a.specimen !== b.specimen) return 'specimen';
  }
  if (from.mark !== to.mark) return markChange(from.mark + to.mark);
  return convertedUnit(from) === convertedUnit(to) ? '' : 'unit';
}

/** Most marks of codes name a method ("manual count"), some the specimen, what the patient did before, or how long was collected. */
function markChange(marks: string): LineChange {
  if (/fasting|sitting|over \d/.test(marks)) return 'conditions';
  return /capillary/.test(marks) ? 'specimen' : 'method';
}

/** Returns the change in words, from what to what: "method changed: Jaffe to enzymatic"; '' when there is none. */
export function lineChangeText(from: RowKind, to: RowKind): string {
  const change = changeBetween(from, to);
  if (change === '') return '';
  if (change === 'unit') return seriesTexts('unitChanged');
  const [before = '', after = ''] = [from, to].map(
    (kind) => sentFact(kind, change) || kind.mark || seriesTexts('notGiven'),
  );
  if (before !== after) return seriesTexts('changed', { change, before, after });
  return to.mark === ''
    ? seriesTexts('changedFrom', { change, before: from.mark })
    : seriesTexts('changedTo', { change, after: to.mark });
}

type Sides = readonly (Pick<Row, 'kind'> | undefined)[];

/**
 * Returns the same of a result with its sides, as a blood pressure has two: what changed on both is said once. The two results stand in one
 * unit, so a change of the unit in which they were sent is not said: beside a number it would put its unit in doubt.
 */
export function lineChangesText(from: Sides, to: Sides): string {
  const texts = from.map((before, i) => {
    const after = to[i];
    if (!before || !after || changeBetween(before.kind, after.kind) === 'unit') return '';
    return lineChangeText(before.kind, after.kind);
  });
  return [...new Set(texts)].filter(Boolean).join(', ');
}

function sentFact({ method: sent }: RowKind, change: LineChange): string {
  const [method = '', specimen = '', device = ''] = sent.split('\n');
  if (change === 'conditions') return '';
  return change === 'specimen' ? specimen : method || device;
}

type Facts = {
  readonly method: string;
  /** These are the code of the method and its initials, by which alone another result may name it. */
  readonly shortMethods: readonly string[];
  readonly specimen: string;
  readonly device: string;
  readonly mark: string;
};

const facts = new WeakMap<RowKind, Facts>();

/** Returns the method, the specimen and the device, each in a form that spelling variants share. */
function factsOf(kind: RowKind): Facts {
  const known = facts.get(kind);
  if (known !== undefined) return known;
  const [method = '', specimen = '', device = '', code = ''] = kind.method.split('\n');
  const found = {
    method: methodWords(method),
    // Two letters stand for many methods.
    shortMethods: [code, method.replaceAll(/(\w)\w*\W*/g, '$1').replace(/^..?$/, '')]
      .map(methodWords)
      .filter(Boolean),
    specimen: plainWords(specimen, true),
    device: plainWords(device, true),
    mark: kind.mark,
  };
  facts.set(kind, found);
  return found;
}

const isOtherMethod = (a: Facts, b: Facts): boolean =>
  a.method !== b.method && !a.shortMethods.includes(b.method) && !b.shortMethods.includes(a.method);

const contradict = (a: Facts, b: Facts): boolean =>
  (a.method !== '' && b.method !== '' && isOtherMethod(a, b)) ||
  (['specimen', 'device', 'mark'] as const).some((fact) => a[fact] && b[fact] && a[fact] !== b[fact]);

/** Another spelling of the series' unit is no change of unit; a number that had to be converted is. */
const convertedUnit = ({ isConverted, unit, unitCode }: RowKind): string =>
  isConverted ? unitCode || unit : '';
