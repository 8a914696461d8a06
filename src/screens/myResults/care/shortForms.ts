/**
 * Says what the short forms of a prescription mean, beside the words as they were sent. Only those that mean one thing are said. The ones that
 * have been read wrongly, such as QD, QOD, HS, QHS, U, MS, AU, OD and SC, stay for the care team
 * (https://www.ismp.org/recommendations/error-prone-abbreviations-list).
 */
import { patientUnit } from '../units/patientUnits.ts';
import { careTexts } from './care.messages.ts';
import { directionsTexts } from './directions.messages.ts';

const FORM =
  /(?<![\p{L}\p{N}.'’-])(?:[btq]\.?i\.?d|p\.?r\.?n|p\.?o|q\s?[ap]\.?m|q\s?\d{1,2}(?:\s?(?:-|–|to)\s?\d{1,2})?\s?(?:h|hrs?|hours?))\.?(?![\p{L}\p{N}'’-])/giu;

/** Longer directions are cut before they come here. */
const MAX_LETTERS = 2000;

const timesADay = (times: string): string =>
  directionsTexts('timesPer', { times, unit: directionsTexts('day') });
const everyDay = (part: 'morning' | 'evening'): string =>
  `${directionsTexts('daily')} ${directionsTexts(part)}`;

const MEANINGS: Readonly<Record<string, () => string>> = {
  bid: () => timesADay('2'),
  tid: () => timesADay('3'),
  qid: () => timesADay('4'),
  prn: () => directionsTexts('asNeeded'),
  po: () => careTexts('byMouth'),
  qam: () => everyDay('morning'),
  qpm: () => everyDay('evening'),
};

const MAX_HOURS = 72;

/** Returns "every 4–6 hours" for "q4-6h"; '' for hours that are none of a dose. */
function everyHours(form: string): string {
  const [from = 0, to = from] = (form.match(/\d+/g) ?? []).map(Number);
  const isSpan = to !== from;
  if (from < 1 || to > MAX_HOURS || to < from) return '';
  const number = isSpan ? `${from}–${to}` : String(from);
  return directionsTexts('every', { period: `${number} ${patientUnit('h', number)}` });
}

/** These stand before "bid" and "tid", which are words of other languages too: "vid samma tid". */
const BEFORE =
  /(?:\d|(?<!\p{L})(?:m?c?g|ml|tabs?|tablets?|caps?|capsules?|puffs?|sprays?|drops?|units?|doses?|patch(?:es)?|po|mouth|orally|topically|areas?|skin|eyes?|ears?|nostrils?|food|meals?))[\s.,)]{0,3}$/iu;
/** These stand behind "po", which is a word of other languages too: "po obiedzie", "un po' di acqua". */
const BEHIND =
  /^[\s.]{0,3}(?:$|[,;()”]|(?:[btq]\.?i\.?d|prn|q\s?\d|q\.?[hap]|daily|once|twice|every|each|at|with|before|after|for|in|on|as|x\s?\d|or|and)(?!\p{L}))/iu;
/** "PO Box 12" is an address, and "PO #12" an order for goods. */
const OTHER_PO = /^[\s.]{0,3}(?:box|#|no\b|number|order)/i;

type Place = {
  readonly form: string;
  readonly key: string;
  readonly before: string;
  readonly behind: string;
};

/** Returns whether letters are a short form where they stand. Capitals among small letters, or points, are a sign of one. */
function isMeant({ form, key, before, behind }: Place): boolean {
  if (key === 'po' && OTHER_PO.test(behind)) return false;
  const areCapitals = form === form.toUpperCase() && /\p{Ll}/u.test(before + behind);
  if (areCapitals || /\w\.\w/.test(form)) return true;
  if (key === 'po') return BEHIND.test(behind) && !/\bun\s$/i.test(before);
  return !['bid', 'tid'].includes(key) || BEFORE.test(before);
}

/** Returns a sentence for each short form in words that were sent, as “TID” means 3 times a day. */
export function shortFormSentences(sent: string): readonly string[] {
  const words = sent.slice(0, MAX_LETTERS);
  const sentences = [...words.matchAll(FORM)].map((found) => {
    const [form] = found;
    const key = form.toLowerCase().replaceAll(/[\s.]/g, '');
    const place = {
      form,
      key,
      before: words.slice(0, found.index),
      behind: words.slice(found.index + form.length),
    };
    const meaning = Object.hasOwn(MEANINGS, key) ? MEANINGS[key]?.() : everyHours(form);
    const sign = /\w\.\w/.test(form) ? form : form.replace(/\.$/, '');
    return meaning && isMeant(place) ? careTexts('shortForm', { sign, meaning }) : '';
  });
  return [...new Set(sentences.filter((one) => one !== ''))];
}
