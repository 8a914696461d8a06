/** This file reads ranges and flags as they were sent (rules 26 to 30). */
import { ucumOf } from './catalog.ts';
import { asObject, asObjects, asText, conceptText, numberText, quantityText, type Json } from './rawJson.ts';

export type Range = { readonly low: string; readonly high: string; readonly text: string };

/** The server did not say which part a range or flag of the whole panel belongs to. */
const PANEL_REMARK = '(whole panel)';

/**
 * Returns one range with its limits. Several ranges, or one that applies to some people only, become words.
 * `panelText` is the text if no range was sent.
 */
export function rangeOf(source: Json, sentUnit: string, panelText: string): Range {
  const ranges = asObjects(source['referenceRange']);
  const [only] = ranges;
  if (only === undefined) return { low: '', high: '', text: panelText };
  if (ranges.length > 1 || !isForAll(only))
    return { low: '', high: '', text: ranges.map(rangeText).join('; ') };
  const text = asText(only['text']);
  const [low, high] = [only['low'], only['high']].map((limit) =>
    Number(numberText(asObject(limit)['value'])),
  );
  // 0–0 fills a field that must not be empty, and limits in the wrong order are no range: they are words.
  if (low === high && low! <= 0) return { low: '', high: '', text };
  if (low! >= high!) return { low: '', high: '', text: text || rangeText(only) };
  const isBare = [only['low'], only['high']].every((limit) => isInUnit(limit, sentUnit));
  return { low: limitText(only['low'], isBare), high: limitText(only['high'], isBare), text };
}

export const panelRange = (observation: Json): string => {
  const all = asObjects(observation['referenceRange']).map(rangeText).filter(Boolean).join('; ');
  return all === '' ? '' : `${all} ${PANEL_REMARK}`;
};

/**
 * A range that is limited to a sex, an age or a population does not apply to all, nor does a goal or a
 * critical limit.
 */
function isForAll({ appliesTo, age, type }: Json): boolean {
  if (asObjects(appliesTo).length > 0 || age !== undefined) return false;
  if (type === undefined) return true;
  return (
    asObjects(asObject(type)['coding']).some(({ code }) => code === 'normal') ||
    /^normal/i.test(conceptText(type))
  );
}

function isInUnit(quantity: unknown, sentUnit: string): boolean {
  const { value, unit, code } = asObject(quantity);
  const spellings = [code, unit].map(asText).filter(Boolean);
  return (
    numberText(value) === undefined ||
    spellings.length === 0 ||
    spellings.some((one) => one === sentUnit || ucumOf(one, sentUnit) === sentUnit)
  );
}

/** Each limit is given with its unit as soon as one of them is in another unit than the value. */
function limitText(quantity: unknown, isBare: boolean): string {
  const number = numberText(asObject(quantity)['value']);
  return isBare || number === undefined ? (number ?? '') : quantityText(quantity);
}

/** One limit alone says on which side it is. */
function limitsText(limits: Json): string {
  const [from, to] = [limits['low'], limits['high']].map(quantityText);
  return from && to ? `${from}–${to}` : from ? `≥${from}` : to ? `≤${to}` : '';
}

function rangeText(range: Json): string {
  // UCUM has "a" for a year.
  const age = limitsText(asObject(range['age'])).replace(' a–', ' y–').replace(/ a$/, ' y');
  const whom = [
    ...asObjects(range['appliesTo']).map(conceptText),
    conceptText(range['type']),
    age === '' ? '' : `age ${age}`,
  ];
  const text = asText(range['text']) || limitsText(range);
  return [text, ...whom.filter(Boolean).map((one) => `(${one})`)].join(' ');
}

const SEVERITY = ['N', 'other', 'A', 'H L', 'AA', 'HH LL'].map((codes) => codes.split(' '));

type Flag = { readonly code: string; readonly text: string };
const NO_FLAG: Flag = { code: '', text: '' };

const severity = ({ code }: Flag): number => SEVERITY.findIndex((codes) => codes.includes(code));

/** These words alone say the same as a code. */
const WORDS: Readonly<Record<string, string>> = {
  high: 'H',
  low: 'L',
  abnormal: 'A',
  normal: 'N',
  'critical high': 'HH',
  'critical low': 'LL',
};

/**
 * Only codes of HL7's own list and plain words for them are flags, and HU and LU count as H and L. Any other word
 * stays a word.
 */
function flagFrom(code: string, said: string): Flag {
  const plain = WORDS[code.toLowerCase()] ?? code.replace(/^([HL])U$/, '$1');
  const isKnown = plain !== 'other' && SEVERITY.some((codes) => codes.includes(plain));
  return { code: isKnown ? plain : 'other', text: said };
}

/**
 * Returns the most severe flag of all that were sent, and prefers HL7's codes to words (rule 27). "(NONE)" is
 * no flag.
 */
function worstFlag(interpretation: unknown): Flag {
  const flags = asObjects(interpretation).map((concept) => {
    const coded = asObjects(concept['coding'])
      .filter(({ system }) => /^$|v3-ObservationInterpretation$|v2-0078$/.test(asText(system)))
      .filter(({ code }) => asText(code) !== '')
      .map(({ code, display }) => {
        const flag = flagFrom(asText(code).toUpperCase(), asText(code));
        return {
          ...flag,
          text: asText(concept['text']) || (flag.code === 'other' && asText(display)) || asText(code),
        };
      });
    const said = conceptText(concept);
    if (coded.length > 0) return severest(coded);
    return said === '' || /^\(?none\)?$/i.test(said) ? NO_FLAG : flagFrom(said, said);
  });
  return severest(flags);
}

const severest = (flags: readonly Flag[]): Flag =>
  flags.toSorted((a, b) => severity(b) - severity(a))[0] ?? NO_FLAG;

/** The export contains HL7's code, or the words if there is no code. */
const flagCell = ({ code, text: said }: Flag): string => (code === 'other' ? said : code);

export const flagOf = (source: Json): string => flagCell(worstFlag(source['interpretation']));

/**
 * A part without a flag of its own gets the flag of the panel as it was sent, with the remark that it is the
 * panel's.
 */
export function panelFlag(observation: Json): string {
  const { code, text: said } = worstFlag(observation['interpretation']);
  return code === '' ? '' : `${said} ${PANEL_REMARK}`;
}
