/**
 * These helpers derive from the raw resources what a screen reader must announce for each result of a chart,
 * without code of the app. The parts have the order of the design: value and unit, flag, status, date,
 * change, place.
 */
import {
  asObject,
  asObjects,
  asText,
  numberText,
  parseKeepingNumbers,
  type Json,
} from '../independent/rawJson.ts';
import { specialLoinc } from '../independent/facts.ts';
import { shownUnit } from './rawObservations.ts';
import { sandboxApi } from './sandboxApi.ts';

export type SpokenResult = {
  readonly id: string;
  readonly time: string;
  /** An example is "5.4 millimoles per litre". */
  readonly value: string;
  /** This is the whole announcement. */
  readonly spoken: string;
  /**
   * Rule 12 demands these on the screen: value, unit, date and time with zone, flag, range, status, source.
   */
  readonly facts: readonly string[];
};

const ZONE = 'America/Chicago';
const UNITS: Readonly<Record<string, string>> = {
  'mmol/L': 'millimoles per litre',
  'mg/g': 'milligrams per gram',
  mmHg: 'millimetres of mercury',
};
const FLAGS: Readonly<Record<string, string>> = {
  H: 'high',
  L: 'low',
  HH: 'critically high',
  LL: 'critically low',
  N: 'lab flag: normal',
};
const STANDS = ['final', 'amended', 'corrected', 'preliminary'];

const dateParts = (date: Date, options: Intl.DateTimeFormatOptions): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options })
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );

/** Returns "29 October 2026" or "29 Oct 2026". */
function formatDate(time: string, month: 'long' | 'short'): string {
  const parts = dateParts(new Date(time), { day: 'numeric', month, year: 'numeric' });
  return `${parts['day']} ${month === 'short' ? parts['month']?.slice(0, 3) : parts['month']} ${parts['year']}`;
}

/** Returns "08:05". */
function formatClock(time: string): string {
  const { hour, minute } = dateParts(new Date(time), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${hour}:${minute}`;
}

const zoneNameAt = (time: string): string => {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, timeZoneName: 'short' })
    .formatToParts(new Date(time))
    .find(({ type }) => type === 'timeZoneName');
  return name?.value ?? '';
};

type SentNumber = {
  readonly digits: string;
  readonly comparator: string;
  readonly unit: string;
  readonly flag: string;
  readonly range: string;
};

const codesOf = (source: Json): readonly string[] =>
  asObjects(asObject(source['code'])['coding']).map(({ code }) => asText(code));

/** Returns the number of an Observation or component, or undefined if it has none. */
function numberIn(source: Json): SentNumber | undefined {
  const quantity = asObject(source['valueQuantity']);
  const digits = numberText(quantity['value']);
  if (digits === undefined) return undefined;
  const [range = {}] = asObjects(source['referenceRange']);
  const [low, high] = [range['low'], range['high']].map((limit) => numberText(asObject(limit)['value']));
  const sent = asText(range['text']);
  const between = low !== undefined && high !== undefined ? `${low}–${high}` : '';
  const numbers = between || (high === undefined ? '' : `upper limit ${high}`);
  return {
    digits,
    comparator: asText(quantity['comparator']),
    unit: asText(quantity['unit']),
    flag:
      asObjects(source['interpretation']).flatMap(({ coding }) =>
        asObjects(coding).map(({ code }) => asText(code)),
      )[0] ?? '',
    range: numbers || (sent === '' ? '' : `“${sent}”`),
  };
}

/** A value is outside if its only range says so and no flag was sent (rule 26). */
function isOutside({ digits, range, comparator }: SentNumber): boolean {
  const [, low, high] = /^([\d.]+)–([\d.]+)$/.exec(range) ?? [];
  const [, most] = /^“<([\d.]+)”$/.exec(range) ?? [];
  const value = Number(digits);
  if (comparator !== '') return false;
  if (most !== undefined) return value >= Number(most);
  return low !== undefined && (value < Number(low) || value > Number(high));
}

const spokenFlag = (part: SentNumber): string =>
  FLAGS[part.flag] ?? (isOutside(part) ? 'outside its reference range, no lab flag' : 'no lab flag');

type RawResult = {
  readonly id: string;
  readonly time: string;
  readonly status: string;
  readonly notes: readonly string[];
  /** This is the method as it was sent. The line breaks where it changes. */
  readonly method: string;
  /** The list has one number, or the systolic and the diastolic one. */
  readonly parts: readonly (SentNumber | undefined)[];
};

const isOnLine = ({ status, parts }: RawResult): boolean =>
  status !== 'preliminary' && parts.every((part) => part !== undefined && part.comparator === '');

/**
 * Returns the valid numbers of this code, or the blood pressures of the code of their panel, oldest first.
 */
async function rawResults(patient: string, loinc: string, sides: readonly string[]): Promise<RawResult[]> {
  const raw = await (await sandboxApi(`raw/${patient}`)).text();
  const found = asObjects(parseKeepingNumbers(raw))
    .filter((one) => one['resourceType'] === 'Observation' && codesOf(one).includes(loinc))
    // A pressure that was measured lying stands on a line of its own (rule 18).
    .filter((one) => sides.every((code) => specialLoinc(code, one, one) === code))
    .map((one): RawResult => {
      const components = asObjects(one['component']);
      const side = (code: string) => components.find((component) => codesOf(component).includes(code));
      const sources = sides.length > 0 ? sides.map(side) : [one];
      return {
        id: asText(one['id']),
        time: asText(one['effectiveDateTime']),
        status: asText(one['status']),
        notes: asObjects(one['note']).map(({ text }) => asText(text)),
        method: asText(asObject(one['method'])['text']),
        parts: sources.map((source) => source && numberIn(source)),
      };
    });
  return found
    .filter(({ status, parts, time }) => time !== '' && STANDS.includes(status) && parts.some(Boolean))
    .toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
}

const decimalPlaces = (digits: string): number => digits.split('.')[1]?.length ?? 0;

function changeWords(now: SentNumber, before: SentNumber): string {
  const change = Number(now.digits) - Number(before.digits);
  const size = Math.abs(change).toFixed(Math.max(decimalPlaces(now.digits), decimalPlaces(before.digits)));
  return Number(size) === 0 ? 'unchanged' : `${change > 0 ? 'up' : 'down'} ${size}`;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
const displayedNumber = ({ parts }: RawResult): string =>
  parts.map((part) => (part ? `${part.comparator}${part.digits}` : '–')).join('/');

/** Returns "Up 0.5 from 4.9.", compared to the previous result on the line; '' where the line breaks (rule 18). */
function spokenChange(found: readonly RawResult[], index: number): string {
  const now = found[index]!;
  const before = found.slice(0, index).findLast((one) => isOnLine(one) && one.time !== now.time);
  if (!before || !isOnLine(now) || before.method !== now.method) return '';
  const steps = now.parts.map((part, i) => changeWords(part!, before.parts[i]!));
  const words = steps.length === 1 ? steps[0]! : `systolic ${steps[0]}, diastolic ${steps[1]}`;
  return sentence(`${words} from ${displayedNumber(before)}`);
}

const COMPARED: Readonly<Record<string, string>> = { '<': 'less than ', '>': 'greater than ' };

function spokenValue(found: RawResult): string {
  const [first] = found.parts.filter((part) => part !== undefined);
  const { comparator = '', unit = '' } = first ?? {};
  const number = displayedNumber(found).slice(comparator.length);
  return `${COMPARED[comparator] ?? ''}${number} ${UNITS[unit] ?? unit}`;
}

/** Returns "Note: “Seen by the ward”.", and '' without a note. */
const spokenNotes = ({ notes }: RawResult): string =>
  notes.length === 0
    ? ''
    : `${notes.length > 1 ? 'Notes' : 'Note'}: ${notes.map((note) => `“${note}”`).join('; ')}.`;

/** Returns one text for both sides if they are the same. */
function forBothSides({ parts }: RawResult, textOf: (part: SentNumber) => string): string {
  const [one, two] = parts;
  if (!one || !two) return textOf((one ?? two)!);
  const [first, second] = [textOf(one), textOf(two)];
  return first === second ? first : `systolic ${first || '–'}, diastolic ${second || '–'}`;
}

/** The mean is calculated if both sides are final and no mean was measured with them (rule 7). */
function spokenMean({ parts: [systolic, diastolic], status }: RawResult): string {
  if (!systolic || !diastolic || status === 'preliminary') return '';
  const mean = (Number(systolic.digits) + 2 * Number(diastolic.digits)) / 3;
  return ` mean arterial pressure ${mean.toFixed()} mmHg, calculated by Longview.`;
}

export type SpokenSeries = {
  readonly patient: string;
  readonly loinc: string;
  readonly sides?: readonly string[];
};

/** Returns what is announced for each result that can be drawn, oldest first. */
export async function expectedSpeech({
  patient,
  loinc,
  sides = [],
}: SpokenSeries): Promise<readonly SpokenResult[]> {
  const found = await rawResults(patient, loinc, sides);
  return found.map((one, index): SpokenResult => {
    const { id, time, status } = one;
    const day = formatDate(time, 'long');
    const isShared = [found[index - 1], found[index + 1]].some(
      (other) => other && formatDate(other.time, 'long') === day,
    );
    const flag = forBothSides(one, spokenFlag);
    const range = forBothSides(one, (part) => part.range);
    const value = spokenValue(one);
    const unfinished = status === 'final' ? '' : `, ${status}`;
    const [first] = one.parts.filter((part) => part !== undefined);
    return {
      id,
      time,
      value,
      spoken:
        [
          `${value}, ${flag}${unfinished}.`,
          spokenNotes(one),
          `${day}${isShared ? `, ${formatClock(time)}` : ''}.`,
          spokenChange(found, index),
          `Result ${index + 1} of ${found.length}.`,
        ]
          .filter(Boolean)
          .join(' ') + (sides.length > 0 ? spokenMean(one) : ''),
      facts: [
        `${displayedNumber(one)} ${shownUnit(first?.unit)}`.trim(),
        `${formatDate(time, 'short')}, ${formatClock(time)} ${zoneNameAt(time)}`,
        flag,
        range === '' ? 'no reference range' : `Reference range ${range}`,
        status,
        `source Observation/${id}`,
      ],
    };
  });
}
