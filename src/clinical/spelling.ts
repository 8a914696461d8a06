/**
 * How a result was written. Nearly every time and number can be written again from its value and a short form ("Z",
 * two decimals), so 100,000 of them cost one number each; a rare shape is kept as text.
 */
import type { Row } from './row.ts';

/** A form, or with `=` before it the text itself. */
type Spelling = { readonly time: string; readonly value: string };

export type Spellings = {
  /** The number of the way in which time and value of a row were written. */
  readonly numberOf: (row: Row) => number;
  readonly effective: (number: number, timeMs: number) => string;
  readonly valueText: (number: number, value: number) => string;
};

/** An empty table for one record. */
export function createSpellings(): Spellings {
  const byKey = new Map<string, number>();
  const all: Spelling[] = [];
  return {
    numberOf({ effective, timeMs, value, valueText }) {
      const [time, number] = [timeForm(effective, timeMs), valueForm(valueText, value)];
      const key = `${time}\n${number}`;
      const known = byKey.get(key);
      if (known !== undefined) return known;
      byKey.set(key, all.length);
      return all.push({ time, value: number }) - 1;
    },
    effective: (number, timeMs) => timeText(all[number]!.time, timeMs),
    valueText: (number, value) => numberText(all[number]!.value, value),
  };
}

const literal = (text: string): string => `=${text}`;
const MINUTE_MS = 60_000;

/** "20Z", "24-05:00": characters of the ISO form, then the zone as sent; "10" is a date. */
function timeForm(text: string, timeMs: number): string {
  if (Number.isNaN(timeMs)) return literal(text);
  const zone = /(?:Z|[+-]\d\d:\d\d)$/.exec(text)?.[0] ?? '';
  // A date alone has no zone; what looks like one in "2021-03-01" is the day.
  const form = text.length <= 10 ? String(text.length) : `${text.length - zone.length}${zone}`;
  return timeText(form, timeMs) === text ? form : literal(text);
}

function timeText(form: string, timeMs: number): string {
  if (form.startsWith('=')) return form.slice(1);
  const [, length = '', zone = ''] = /^(\d+)(.*)$/.exec(form) ?? [];
  const [, sign = '+', hours = 0, minutes = 0] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  const offsetMs = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS * (sign === '-' ? -1 : 1);
  const local = new Date(timeMs + offsetMs);
  return Number.isNaN(local.getTime()) ? '' : local.toISOString().slice(0, Number(length)) + zone;
}

/** The number of decimals. */
function valueForm(text: string, value: number): string {
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return decimals < 20 && value.toFixed(decimals) === text ? String(decimals) : literal(text);
}

const numberText = (form: string, value: number): string =>
  form.startsWith('=') ? form.slice(1) : value.toFixed(Number(form));
