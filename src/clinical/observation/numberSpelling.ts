/**
 * How a result was written. Nearly every time and number can be written again from its value and a short form ("Z",
 * two decimals), so 100,000 of them cost one number each; a rare shape is kept as text.
 */
import type { Row } from './resultRow.ts';
import { MINUTE_MS } from '../time/durations.ts';

/** So many characters of the ISO form, then the zone as sent. */
type TimeForm = { readonly length: number; readonly zone: string; readonly offsetMs: number };

/** A form, or the text itself. A number is written with so many decimals. */
type Spelling = { readonly time: TimeForm | string; readonly value: number | string };

export type NumberSpellings = {
  /** The number of the way in which time and value of a row were written. */
  readonly numberOf: (row: Row) => number;
  readonly effective: (number: number, timeMs: number) => string;
  readonly valueText: (number: number, value: number) => string;
};

/** An empty table for one record. */
export function createNumberSpellings(): NumberSpellings {
  const byKey = new Map<string, number>();
  const all: Spelling[] = [];
  return {
    numberOf({ effective, timeMs, value, valueText }) {
      const [time, number] = [timeForm(effective, timeMs), valueForm(valueText, value)];
      const key = `${typeof time === 'string' ? `=${time}` : time.length + time.zone}\n${typeof number}${number}`;
      const known = byKey.get(key);
      if (known !== undefined) return known;
      byKey.set(key, all.length);
      return all.push({ time, value: number }) - 1;
    },
    effective: (number, timeMs) => timeText(all[number]!.time, timeMs),
    valueText: (number, value) => numberText(all[number]!.value, value),
  };
}

function timeForm(text: string, timeMs: number): TimeForm | string {
  if (Number.isNaN(timeMs)) return text;
  // What looks like a zone in "2021-03-01" is the day.
  const zone = text.length <= 10 ? '' : zoneIn(text);
  const form = { length: text.length - zone.length, zone, offsetMs: offsetMsOf(zone) };
  return timeText(form, timeMs) === text ? form : text;
}

function zoneIn(text: string): string {
  if (text.endsWith('Z')) return 'Z';
  const zone = text.slice(-6);
  return /^[+-]\d\d:\d\d$/.test(zone) ? zone : '';
}

function offsetMsOf(zone: string): number {
  if (zone.length < 6) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return (zone.startsWith('-') ? -minutes : minutes) * MINUTE_MS;
}

function timeText(form: TimeForm | string, timeMs: number): string {
  if (typeof form === 'string') return form;
  const local = new Date(timeMs + form.offsetMs);
  return Number.isNaN(local.getTime()) ? '' : local.toISOString().slice(0, form.length) + form.zone;
}

function valueForm(text: string, value: number): number | string {
  const point = text.lastIndexOf('.');
  const decimals = point < 0 ? 0 : text.length - point - 1;
  return decimals < 20 && value.toFixed(decimals) === text ? decimals : text;
}

const numberText = (form: number | string, value: number): string =>
  typeof form === 'string' ? form : value.toFixed(form);
