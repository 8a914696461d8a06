/**
 * Says what the short forms of a prescription mean, beside the words as they were sent. Only those that mean one thing are said. The ones that
 * have been read wrongly, such as QD, QOD, HS, QHS, U, MS, AU, OD and SC, stay for the care team, and so does QPM, which names the afternoon too
 * (https://www.ismp.org/recommendations/error-prone-abbreviations-list).
 */
import { patientUnit } from '../units/patientUnits.ts';
import { careTexts } from './care.messages.ts';
import { directionsTexts } from './directions.messages.ts';

const FORM =
  /(?<![\p{L}\p{N}.'’-])(?:[btq]\.?i\.?d|p\.?r\.?n|p\.?o|q\s?a\.?m|q\s?\d{1,2}(?:\s?(?:-|–|to)\s?\d{1,2})?\s?(?:h|hrs?|hours?))\.?(?![\p{L}\p{N}'’-])/giu;

/** Longer directions are cut before they come here. */
const MAX_LETTERS = 2000;

const timesADay = (times: string): string =>
  directionsTexts('timesPer', { times, unit: directionsTexts('day') });

const MEANINGS: Readonly<Record<string, () => string>> = {
  bid: () => timesADay('2'),
  tid: () => timesADay('3'),
  qid: () => timesADay('4'),
  prn: () => directionsTexts('asNeeded'),
  po: () => careTexts('byMouth'),
  qam: () => `${directionsTexts('daily')} ${directionsTexts('morning')}`,
};

/** Other hours may be two that lost their dash, as "q46h" for "q4-6h". */
const HOURS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 8, 10, 12, 18, 24, 36, 48, 72]);

/** Returns "every 4–6 hours" for "q4-6h"; '' for hours that are none of a dose. */
function everyHours(form: string): string {
  const [from = 0, to = from] = (form.match(/\d+/g) ?? []).map(Number);
  const isSpan = to !== from;
  if (!HOURS.has(from) || !HOURS.has(to) || to < from) return '';
  const number = isSpan ? `${from}–${to}` : String(from);
  return directionsTexts('every', { period: `${number} ${patientUnit('h', number)}` });
}

/** These stand before "bid", "tid" and "po", which are words of other languages too: "vid samma tid", "in den Po". */
const BEFORE =
  /(?:\d|(?<!\p{L})(?:m?c?g|ml|meq|tabs?|tablets?|caps?|capsules?|puffs?|sprays?|drops?|units?|doses?|patch(?:es)?|po|mouth|orally|topically|areas?|skin|eyes?|ears?|nostrils?|food|meals?|day))[\s.,()“]{0,3}$/iu;
/** These words are behind "po" only where it is a short form. */
const SURELY_BEHIND =
  /^[\s.]{0,3}(?:(?:[btq]\.?i\.?d|prn|q\.?[hap]\.?m?|daily|once|twice|every|each|with|before)(?!\p{L})|q\s?\d)/iu;
/** These are behind it too, and behind the powder, the bottom or the "after" of other languages. */
const PERHAPS_BEHIND = /^[\s.]{0,3}(?:$|[,;()”]|(?:at|after|for|in|on|as|x\s?\d|or|and)(?!\p{L}))/iu;
/** "PO Box 12" is an address, and "PO #12" an order for goods. */
const OTHER_PO = /^[\s.]{0,3}(?:box|#|no\b|number|order)/i;

type Place = {
  readonly form: string;
  readonly key: string;
  readonly before: string;
  readonly behind: string;
};

const hasPoints = (form: string): boolean => /\w\.\w/.test(form);

/** Capitals among small letters are a sign of a short form. */
const areCapitals = ({ form, before, behind }: Place): boolean =>
  form === form.toUpperCase() && /\p{Ll}/u.test(before + behind);

/** "Po" is a part of the body in German, and "po" and "PO" are words and a powder in other languages. */
function isByMouth(place: Place): boolean {
  const { form, before, behind } = place;
  if (OTHER_PO.test(behind) || form.startsWith('Po')) return false;
  if (hasPoints(form) || SURELY_BEHIND.test(behind)) return true;
  return BEFORE.test(before) && (areCapitals(place) || PERHAPS_BEHIND.test(behind));
}

/** Returns whether letters are a short form where they stand. */
function isMeant(place: Place): boolean {
  const { form, key, before } = place;
  if (key === 'po') return isByMouth(place);
  return !['bid', 'tid'].includes(key) || areCapitals(place) || hasPoints(form) || BEFORE.test(before);
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
    const sign = hasPoints(form) ? form : form.replace(/\.$/, '');
    return meaning && isMeant(place) ? careTexts('shortForm', { sign, meaning }) : '';
  });
  return [...new Set(sentences.filter((one) => one !== ''))];
}
