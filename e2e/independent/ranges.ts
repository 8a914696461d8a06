/** Ranges and flags as sent: rules 26 to 30. */
import { ucumOf } from './catalog.ts';
import { list, object, quantityWords, spelling, text, words, type Json } from './rawJson.ts';

export type Range = { readonly low: string; readonly high: string; readonly text: string };

/** Of which part a range or flag of the whole is, was not said. */
const OF_WHOLE = '(whole panel)';

/** One range with its limits, or several, or one for some people only, in words. `ofWhole` stands where there is none. */
export function rangeOf(source: Json, sentUnit: string, ofWhole: string): Range {
  const ranges = list(source['referenceRange']);
  const [only] = ranges;
  if (only === undefined) return { low: '', high: '', text: ofWhole };
  if (ranges.length > 1 || !isForAll(only))
    return { low: '', high: '', text: ranges.map(rangeWords).join('; ') };
  return { low: limit(only['low'], sentUnit), high: limit(only['high'], sentUnit), text: text(only['text']) };
}

export const rangeOfWhole = (observation: Json): string => {
  const all = list(observation['referenceRange']).map(rangeWords).filter(Boolean).join('; ');
  return all === '' ? '' : `${all} ${OF_WHOLE}`;
};

/** Not for one sex, age or population, and not a goal or a critical limit. */
function isForAll({ appliesTo, age, type }: Json): boolean {
  if (list(appliesTo).length > 0 || age !== undefined) return false;
  if (type === undefined) return true;
  return list(object(type)['coding']).some(({ code }) => code === 'normal') || /^normal/i.test(words(type));
}

/** A limit in another unit than the value says so. */
function limit(quantity: unknown, sentUnit: string): string {
  const { value, unit, code } = object(quantity);
  const spellings = [code, unit].map(text).filter(Boolean);
  const isSame =
    spellings.length === 0 || spellings.some((one) => one === sentUnit || ucumOf(one) === sentUnit);
  return isSame ? (spelling(value) ?? '') : quantityWords(quantity);
}

function rangeWords(range: Json): string {
  const limits = [range['low'], range['high']].map(quantityWords).filter(Boolean).join('–');
  const { low, high } = object(range['age']);
  const years = [low, high].map(quantityWords).join('–');
  const whom = [
    ...list(range['appliesTo']).map(words),
    words(range['type']),
    years === '–' ? '' : `age ${years}`,
  ];
  return [text(range['text']) || limits, ...whom.filter(Boolean).map((one) => `(${one})`)].join(' ');
}

const SEVERITY = ['N', 'other', 'A', 'H L', 'AA', 'HH LL'].map((codes) => codes.split(' '));

type Flag = { readonly code: string; readonly text: string };
const none: Flag = { code: '', text: '' };

const severity = ({ code }: Flag): number => SEVERITY.findIndex((codes) => codes.includes(code));

/** A code of HL7's own list; HU and LU are H and L. Any other word is a word. */
function flagged(code: string, said: string): Flag {
  const plain = code.replace(/^([HL])U$/, '$1');
  const isKnown = plain !== 'other' && SEVERITY.some((codes) => codes.includes(plain));
  return { code: isKnown ? plain : 'other', text: said };
}

/** The most severe of all that was sent, HL7's codes before words (rule 27). "(NONE)" is no flag. */
function worst(interpretation: unknown): Flag {
  const flags = list(interpretation).map((concept) => {
    const coded = list(concept['coding'])
      .filter(({ system }) => /^$|v3-ObservationInterpretation$|v2-0078$/.test(text(system)))
      .filter(({ code }) => text(code) !== '')
      .map(({ code, display }) => {
        const flag = flagged(text(code).toUpperCase(), text(code));
        return {
          ...flag,
          text: text(concept['text']) || (flag.code === 'other' && text(display)) || text(code),
        };
      });
    const said = words(concept);
    if (coded.length > 0) return severest(coded);
    return said === '' || /^\(?none\)?$/i.test(said) ? none : flagged(said, said);
  });
  return severest(flags);
}

const severest = (flags: readonly Flag[]): Flag =>
  flags.toSorted((a, b) => severity(b) - severity(a))[0] ?? none;

/** As it stands in the export: HL7's code, or the words. */
const cell = ({ code, text: said }: Flag): string => (code === 'other' ? said : code);

export const flagOf = (source: Json): string => cell(worst(source['interpretation']));

/** A flag of all parts together, on a part that has none of its own: as sent, and of what. */
export function flagOfWhole(observation: Json): string {
  const { code, text: said } = worst(observation['interpretation']);
  return code === '' ? '' : `${said} ${OF_WHOLE}`;
}
