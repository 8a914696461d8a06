/**
 * This file says which results of a general code stand on the line of a special one (rule 18), for the facts that the
 * sandbox sends: a posture, the site of a temperature, and the site of a blood sample.
 */
import { asObject, asText, conceptText, type Json } from './rawJson.ts';

type Special = readonly [code: string, words: RegExp, special: string];

const SPECIALS: readonly Special[] = [
  ['8480-6', /lying|supine/, '8461-6'],
  ['8462-4', /lying|supine/, '8455-8'],
  ['8480-6', /standing/, '8460-8'],
  ['8462-4', /standing/, '8454-1'],
  ['8310-5', /axill/, '8328-7'],
  ['8310-5', /rect/, '8332-9'],
  ['8310-5', /oral|mouth/, '8331-1'],
  ['8310-5', /tympan|\bear\b/, '8333-7'],
  ['8310-5', /bladder|\bcore\b/, '8329-5'],
  ['5671-3', /capillary/, '10368-9'],
  ['2345-7', /capillary|glucometer|\bpoct?\b/, '41653-7'],
];

/** Returns the words of method, site and specimen, and of the code of this part. */
function wordsOf(source: Json, whole: Json): string {
  const sent = [whole['method'], whole['bodySite'], source['code']].map(conceptText);
  return [...sent, asText(asObject(whole['specimen'])['display'])].join(' ').toLowerCase();
}

/** Returns the LOINC code on whose line a result of this code stands, which is mostly the same code. */
export const specialLoinc = (loinc: string, source: Json, whole: Json): string =>
  SPECIALS.find(([code, words]) => code === loinc && words.test(wordsOf(source, whole)))?.[2] ?? loinc;

/** Returns what the series is called beyond its code: ionized calcium of an arterial sample has a line of its own. */
export const ownSeriesSuffix = (loinc: string, source: Json, whole: Json): string =>
  loinc === '1994-3' && /arterial/.test(wordsOf(source, whole)) ? '~arterial blood' : '';
