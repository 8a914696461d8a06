/**
 * Keeps how times and values were spelled, so that they can be written again as they were sent (rule 14). Nearly all
 * follow from their number and a short form ("Z", two decimals), so 100,000 results cost one number each; a rare form
 * is kept as text.
 */
import type { Row } from './resultRow.ts';
import { MINUTE_MS } from '../time/durations.ts';

/** This is the length of the ISO form without the zone, and the zone as it was sent. */
type TimeForm = { readonly length: number; readonly zone: string; readonly offsetMs: number };

/** Each is a form or the text itself; the form of a value is its number of decimals. */
type Spelling = { readonly time: TimeForm | string; readonly value: number | string };

/** One table holds the spellings of one record. */
export type NumberSpellings = {
  /** Returns the number of the way in which the time and the value of a row were spelled. */
  readonly numberOf: (row: Row) => number;
  /** Returns a time as it was sent. */
  readonly effective: (number: number, timeMs: number) => string;
  /** Returns a value as it was sent. */
  readonly valueText: (number: number, value: number) => string;
};

/** Returns an empty table for one record. */
export function createNumberSpellings(): NumberSpellings {
  const byKey = new Map<string, number>();
  const spellings: Spelling[] = [];
  return {
    numberOf({ effective, timeMs, value, valueText }) {
      const [time, number] = [timeForm(effective, timeMs), valueForm(valueText, value)];
      const key = `${typeof time === 'string' ? `=${time}` : time.length + time.zone}\n${typeof number}${number}`;
      const knownNumber = byKey.get(key);
      if (knownNumber !== undefined) return knownNumber;
      byKey.set(key, spellings.length);
      return spellings.push({ time, value: number }) - 1;
    },
    effective: (number, timeMs) => timeText(spellings[number]!.time, timeMs),
    valueText: (number, value) => numberText(spellings[number]!.value, value),
  };
}

function timeForm(text: string, timeMs: number): TimeForm | string {
  if (Number.isNaN(timeMs)) return text;
  // The last six characters of "2021-03-01" look like a zone and are the day.
  const zone = text.length <= 10 ? '' : zoneSuffix(text);
  const form = { length: text.length - zone.length, zone, offsetMs: offsetMsOf(zone) };
  return timeText(form, timeMs) === text ? form : text;
}

function zoneSuffix(text: string): string {
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
