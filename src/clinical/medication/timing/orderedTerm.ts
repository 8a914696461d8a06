/** Says how long an order was meant to run where it names a number of days, and no date: "for 7 days", 20 doses, "x 10 d". */
import { conceptCodes, conceptText } from '../../fhirElements/codeableConcept.ts';
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { lookupTable } from '../../fhirElements/lookupTable.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../time/durations.ts';
import { isPositive, repeatOfTiming } from '../dosage/doseFrequency.ts';

/** A longer instruction may say anything at its end, so that it is not read. */
const MAX_SEARCHED = 300;

/** A month and a year count at their longest, so that no order is called over too early. */
const UNIT_MS = lookupTable<number>({
  s: SECOND_MS,
  min: MINUTE_MS,
  h: HOUR_MS,
  d: DAY_MS,
  wk: 7 * DAY_MS,
  mo: 31 * DAY_MS,
  a: 366 * DAY_MS,
});

/* oxlint-disable longview/texts-in-catalogs -- words to look for, in instructions that were sent */
const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:d(?:ay|[ií]a)?s?|tage?n?|jours?|giorn[io]|dag(?:en)?)$/, 'd'],
  [/^(?:wk?s?|weeks?|semanas?|wochen?|semaines?|settiman[ae]|week|weken)$/, 'wk'],
  [/^(?:mo|months?|mes(?:es)?|monate?n?|mois|mes[ei]|maand(?:en)?)$/, 'mo'],
  [/^(?:h|hrs?|hours?)$/, 'h'],
];
const NUMBER_WORDS = lookupTable<number>({
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  fourteen: 14,
  una: 1,
  dos: 2,
  tres: 3,
  cinco: 5,
  siete: 7,
  diez: 10,
});
/** The last number of "for 7-10 days" counts. "2 x a day" and "1 x 2 days" say how often. */
const TERM =
  /(?<![\p{L}\d])(?:for|during|(?<!\d ?)[x×](?=[ :]?\d)|durante|por|f[uü]r|pendant|durant|per(?= \d{1,3} [gsm][ie])|gedurende|voor)[ :]?(?:up to |another |the next |a total of |max(?:imum)? )?(?:\d{1,3} ?(?:-|–|to|a) ?)?(\d{1,3}|a|one|two|three|four|five|six|seven|ten|fourteen|una|dos|tres|cinco|siete|diez)(?: more)?[- ]?(d(?:ay|[ií]a)?s?|tagen?|jours?|giorni|dagen|wks?|weeks?|semanas?|wochen?|semaines?|settimane|weken|mo|months?|mes(?:es|i)?|monaten?|mois|maanden)(?![\p{L}\d])/gu;
/** German says it behind the number: "7 Tage lang". */
const GERMAN_TERM = /(?<![\p{L}\d.,])(\d{1,3}) (tage|wochen|monate) lang(?!\p{L})/gu;
/** Behind the time nothing but this may stand. Any other word may say that the days come again, or that another dose follows. */
const HARMLESS_END =
  /^[^\p{L}\d]*(?:(?:until (?:it is |all )?(?:finished|gone|complete|completed)|finish (?:all|the) \p{L}+|(?:take )?with(?: or without)? (?:food|meals?|water|milk)|(?:before|after) (?:meals?|food|eating|breakfast|lunch|dinner|bed(?:time)?)|at (?:bedtime|night)|as (?:needed|directed)|prn|by mouth|orally|total|for (?:the )?(?!mainten|life|now)\p{L}+)(?!\p{L})[^\p{L}\d]*)*$/u;
/** One part of the order follows another one. */
const THEN =
  /(?<!\p{L})(?:then|followed by|luego|después|despues|danach|dann|puis|poi|daarna|depois)(?!\p{L})/u;
const STOP =
  /^[ ,]*(?:stop|discontinue|end|suspender|absetzen|arr[eê]ter)(?: (?:taking|it|therapy|treatment))?[ .!]*$/;
/** These words say the days of something else, of what comes again, or of what goes on for longer. */
const OTHER_DAYS =
  /(?<!\p{L})(?:hold|skip|wait|off|repeat|persists?|lasts?|extra|increase|double|flares?|episodes?|outbreaks?|attacks?|symptoms|onset|menses|cycles?|ciclos?|zyklus|monthly|paus\p{L}*|dispense|disp|supply|avoid|call|no|not|don.?t|never|nicht|kein\p{L}*|evit\p{L}*|[eé]vite[rz]?|niet|geen|been|taking|at least|min(?:imum)?|titrate|if(?! (?:needed|required|necessary))|when(?:ever)?|wenn|falls|si(?! (?:besoin|n[eé]ces))|se(?! necess)|cuando|quando|lorsqu\p{L}*|quand|indien|als|leave|left|wear|worn|replace|remove|change|descans\p{L}*|stop\p{L}*|suspend\p{L}*|sospend\p{L}*|arr[eê]t\p{L}*|(?:sensor|ring|pod)s?|patch(?:es)?(?!.*daily))(?!\p{L})/u;
const LONG_TERM = /continu|season|long|mainten|chronic/i;
/* oxlint-enable longview/texts-in-catalogs */

function durationMs(value: unknown, sentUnit: string): number | undefined {
  const unit = sentUnit.toLowerCase();
  const code = UNIT_MS[unit] === undefined ? UNIT_WORDS.find(([words]) => words.test(unit))?.[1] : unit;
  const unitMs = UNIT_MS[code ?? ''];
  return isPositive(value) && unitMs !== undefined ? value * unitMs : undefined;
}

/** Returns the length in ms of a Duration; undefined for a lower limit, and for a unit that is no time. */
function quantityMs(quantity: unknown): number | undefined {
  const { value, code, unit, comparator } = elementOf(quantity);
  if (trimmedText(comparator).startsWith('>')) return undefined;
  return durationMs(value, trimmedText(code)) ?? durationMs(value, trimmedText(unit));
}

/** Returns how long so many doses take. One dose alone takes a day. */
function countedMs({ count, countMax, frequency, period, periodMax, periodUnit }: FhirElement) {
  const doses = countMax ?? count;
  const periodMs = durationMs(periodMax ?? period, trimmedText(periodUnit));
  if (doses === 1 && frequency === undefined) return DAY_MS;
  return isPositive(doses) && isPositive(frequency) && periodMs !== undefined
    ? (doses / frequency) * periodMs
    : undefined;
}

const sumOf = (parts: readonly (number | undefined)[]): number | undefined =>
  parts.reduce<number | undefined>(
    (sum, part) => (sum === undefined || part === undefined ? undefined : sum + part),
    0,
  );

/** Returns the time in ms of one part of an instruction: "40 mg x 5 days, 20 mg x 5 days". */
function partMs(part: string): number | undefined {
  const found = [...part.matchAll(TERM), ...part.matchAll(GERMAN_TERM)];
  const last = found.at(-1);
  if (last === undefined || OTHER_DAYS.test(part)) return undefined;
  if (!HARMLESS_END.test(part.slice(last.index + last[0].length))) return undefined;
  return sumOf(
    found.map(([, number = '', unit = '']) => durationMs(NUMBER_WORDS[number] ?? Number(number), unit)),
  );
}

/** Returns how long the words of an instruction say that it runs, in ms; undefined where they do not say it surely. */
function wordsMs(words: string): number | undefined {
  if (words.length > MAX_SEARCHED) return undefined;
  const text = words.toLowerCase();
  return sumOf(text.split(THEN).flatMap((part, i) => (i > 0 && STOP.test(part) ? [] : [partMs(part)])));
}

function instructionMs({ timing, text, patientInstruction }: FhirElement): number | undefined {
  const repeat = repeatOfTiming(timing);
  const termMs =
    quantityMs(repeat['boundsDuration']) ??
    quantityMs(elementOf(repeat['boundsRange'])['high']) ??
    countedMs(repeat) ??
    wordsMs(trimmedText(text)) ??
    wordsMs(trimmedText(patientInstruction));
  return termMs !== undefined && isOfOneDose(termMs, repeat) ? undefined : termMs;
}

/** An infusion over 2 hours, or a patch for 7 days, that comes again each week has no other time in its order. */
function isOfOneDose(termMs: number, { count, period, periodUnit }: FhirElement): boolean {
  const periodMs = durationMs(period, trimmedText(periodUnit)) ?? 0;
  return count === undefined && periodMs > DAY_MS && termMs <= periodMs;
}

/** https://hl7.org/fhir/R4/valueset-medicationrequest-course-of-therapy.html */
const isLongTerm = ({ courseOfTherapyType }: FhirElement): boolean =>
  [conceptText(courseOfTherapyType), ...conceptCodes(courseOfTherapyType)].some((text) =>
    LONG_TERM.test(text),
  );

/**
 * Returns how long an order or a report was meant to run from its start, in ms; undefined where one of its instructions has no such time.
 * Instructions of different numbers follow each other. What may be handed out again may be taken as often again.
 */
export function orderedTermMs(resource: FhirElement, dosages: unknown): number | undefined {
  if (isLongTerm(resource)) return undefined;
  const bySequence = new Map<unknown, (number | undefined)[]>();
  for (const dosage of elementsOf(dosages)) {
    const sequence = dosage['sequence'];
    bySequence.set(sequence, [...(bySequence.get(sequence) ?? []), instructionMs(dosage)]);
  }
  const repeats = elementOf(resource['dispenseRequest'])['numberOfRepeatsAllowed'];
  const steps = [...bySequence.values()].map((together) =>
    together.includes(undefined) ? undefined : Math.max(...together.map((ms) => ms ?? 0)),
  );
  const termMs = steps.length === 0 ? undefined : sumOf(steps);
  return termMs === undefined ? undefined : termMs * (1 + (isPositive(repeats) ? repeats : 0));
}
