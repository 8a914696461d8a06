/**
 * What a screen reader has to say of each result of a chart, made from the raw resources alone: none of the app's code. The
 * order of the parts is that of the design: value and unit, flag, status, date, change, place.
 */
import { list, object, parseSpelled, spelling, text, type Json } from '../independent/rawJson.ts';
import { sandboxOrigin } from './ehr.ts';

export type Heard = {
  readonly id: string;
  readonly time: string;
  /** "5.4 millimoles per litre" */
  readonly value: string;
  /** The whole announcement. */
  readonly spoken: string;
  /** Rule 12, as they stand on the screen: value, unit, date-time with zone, flag, range, status, source. */
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
  N: 'normal, as the laboratory sent it',
};
const STANDS = ['final', 'amended', 'corrected', 'preliminary'];

const partsOf = (date: Date, options: Intl.DateTimeFormatOptions): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options })
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );

/** "29 October 2026", "29 Oct 2026" */
function dayOf(time: string, month: 'long' | 'short'): string {
  const parts = partsOf(new Date(time), { day: 'numeric', month, year: 'numeric' });
  return `${parts['day']} ${month === 'short' ? parts['month']?.slice(0, 3) : parts['month']} ${parts['year']}`;
}

/** "08:05" */
function clockOf(time: string): string {
  const { hour, minute } = partsOf(new Date(time), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${hour}:${minute}`;
}

const zoneOf = (time: string): string => {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, timeZoneName: 'short' })
    .formatToParts(new Date(time))
    .find(({ type }) => type === 'timeZoneName');
  return name?.value ?? '';
};

type Part = {
  readonly digits: string;
  readonly comparator: string;
  readonly unit: string;
  readonly flag: string;
  readonly range: string;
};

const codesOf = (source: Json): readonly string[] =>
  list(object(source['code'])['coding']).map(({ code }) => text(code));

/** The number of an Observation or component; undefined for a text and for what is absent. */
function partOf(source: Json): Part | undefined {
  const quantity = object(source['valueQuantity']);
  const digits = spelling(quantity['value']);
  if (digits === undefined) return undefined;
  const [range = {}] = list(source['referenceRange']);
  const [low, high] = [range['low'], range['high']].map((limit) => spelling(object(limit)['value']));
  const sent = text(range['text']);
  const between = low !== undefined && high !== undefined ? `${low}–${high}` : '';
  const numbers = between || (high === undefined ? '' : `upper limit ${high}`);
  return {
    digits,
    comparator: text(quantity['comparator']),
    unit: text(quantity['unit']),
    flag:
      list(source['interpretation']).flatMap(({ coding }) => list(coding).map(({ code }) => text(code)))[0] ??
      '',
    range: numbers || (sent === '' ? '' : `“${sent}”`),
  };
}

/** Rule 26: outside the one range that came with it, and no flag did. */
function isOutside({ digits, range, comparator }: Part): boolean {
  const [, low, high] = /^([\d.]+)–([\d.]+)$/.exec(range) ?? [];
  const [, most] = /^“<([\d.]+)”$/.exec(range) ?? [];
  const value = Number(digits);
  if (comparator !== '') return false;
  if (most !== undefined) return value >= Number(most);
  return low !== undefined && (value < Number(low) || value > Number(high));
}

const flagOf = (part: Part): string =>
  FLAGS[part.flag] ??
  (isOutside(part) ? 'outside the range sent with this result; no flag sent' : 'no flag sent');

type Found = {
  readonly id: string;
  readonly time: string;
  readonly status: string;
  /** One, or systolic and diastolic. */
  readonly parts: readonly (Part | undefined)[];
};

const isLine = ({ status, parts }: Found): boolean =>
  status !== 'preliminary' && parts.every((part) => part !== undefined && part.comparator === '');

/** A number that stands under this code, or a blood pressure under the code of its panel; oldest first. */
async function foundIn(patient: string, loinc: string, sides: readonly string[]): Promise<Found[]> {
  const raw = await (await fetch(`${sandboxOrigin()}/api/raw/${patient}`)).text();
  const found = list(parseSpelled(raw))
    .filter((one) => one['resourceType'] === 'Observation' && codesOf(one).includes(loinc))
    .map((one): Found => {
      const components = list(one['component']);
      const side = (code: string) => components.find((component) => codesOf(component).includes(code));
      const sources = sides.length > 0 ? sides.map(side) : [one];
      return {
        id: text(one['id']),
        time: text(one['effectiveDateTime']),
        status: text(one['status']),
        parts: sources.map((source) => source && partOf(source)),
      };
    });
  return found
    .filter(({ status, parts, time }) => time !== '' && STANDS.includes(status) && parts.some(Boolean))
    .toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
}

const places = (digits: string): number => digits.split('.')[1]?.length ?? 0;

function step(now: Part, before: Part): string {
  const change = Number(now.digits) - Number(before.digits);
  const size = Math.abs(change).toFixed(Math.max(places(now.digits), places(before.digits)));
  return Number(size) === 0 ? 'unchanged' : `${change > 0 ? 'up' : 'down'} ${size}`;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
const shownOf = ({ parts }: Found): string =>
  parts.map((part) => (part ? `${part.comparator}${part.digits}` : '–')).join('/');

/** "Up 0.5 from 4.9.", from the one before that is on the line too. */
function changeOf(found: readonly Found[], index: number): string {
  const now = found[index]!;
  const before = found.slice(0, index).findLast(isLine);
  if (!before || !isLine(now)) return '';
  const steps = now.parts.map((part, i) => step(part!, before.parts[i]!));
  const words = steps.length === 1 ? steps[0]! : `systolic ${steps[0]}, diastolic ${steps[1]}`;
  return sentence(`${words} from ${shownOf(before)}`);
}

const COMPARED: Readonly<Record<string, string>> = { '<': 'less than ', '>': 'greater than ' };

function valueOf(found: Found): string {
  const [first] = found.parts.filter((part) => part !== undefined);
  const { comparator = '', unit = '' } = first ?? {};
  const number = shownOf(found).slice(comparator.length);
  return `${COMPARED[comparator] ?? ''}${number} ${UNITS[unit] ?? unit}`;
}

/** One word for both sides where they say the same. */
function bothOf({ parts }: Found, textOf: (part: Part) => string): string {
  const [one, two] = parts;
  if (!one || !two) return textOf((one ?? two)!);
  const [first, second] = [textOf(one), textOf(two)];
  return first === second ? first : `systolic ${first || '–'}, diastolic ${second || '–'}`;
}

/** Rule 7: calculated where both sides are final and no mean was measured with them. */
function meanOf({ parts: [systolic, diastolic], status }: Found): string {
  if (!systolic || !diastolic || status === 'preliminary') return '';
  const mean = (Number(systolic.digits) + 2 * Number(diastolic.digits)) / 3;
  return ` mean arterial pressure ${mean.toFixed()} mmHg, calculated by Longview.`;
}

export type Asked = {
  readonly patient: string;
  readonly loinc: string;
  readonly sides?: readonly string[];
};

/** Every drawable result, oldest first, as it is to be heard one after the other. */
export async function heardOf({ patient, loinc, sides = [] }: Asked): Promise<readonly Heard[]> {
  const found = await foundIn(patient, loinc, sides);
  return found.map((one, index): Heard => {
    const { id, time, status } = one;
    const day = dayOf(time, 'long');
    const isShared = [found[index - 1], found[index + 1]].some(
      (other) => other && dayOf(other.time, 'long') === day,
    );
    const flag = bothOf(one, flagOf);
    const range = bothOf(one, (part) => part.range);
    const value = valueOf(one);
    const unfinished = status === 'final' ? '' : `, ${status}`;
    const [first] = one.parts.filter((part) => part !== undefined);
    return {
      id,
      time,
      value,
      spoken:
        [
          `${value}, ${flag}${unfinished}.`,
          `${day}${isShared ? `, ${clockOf(time)}` : ''}.`,
          changeOf(found, index),
          `Result ${index + 1} of ${found.length}.`,
        ]
          .filter(Boolean)
          .join(' ') + (sides.length > 0 ? meanOf(one) : ''),
      facts: [
        `${shownOf(one)} ${first?.unit}`,
        `${dayOf(time, 'short')}, ${clockOf(time)} ${zoneOf(time)}`,
        flag,
        range === '' ? 'no range sent' : `range sent ${range}`,
        status,
        `source Observation/${id}`,
      ],
    };
  });
}
