/** Ranges and flags as sent: rules 26 to 30. */
import { ucumOf } from './catalog.ts';
import { asObject, asObjects, asText, conceptText, numberText, quantityText, type Json } from './rawJson.ts';

export type Range = { readonly low: string; readonly high: string; readonly text: string };

/** Of which part a range or flag of the whole is, was not said. */
const PANEL_REMARK = '(whole panel)';

/** One range with its limits, or several, or one for some people only, in words. `ofWhole` stands where there is none. */
export function rangeOf(source: Json, sentUnit: string, ofWhole: string): Range {
  const ranges = asObjects(source['referenceRange']);
  const [only] = ranges;
  if (only === undefined) return { low: '', high: '', text: ofWhole };
  if (ranges.length > 1 || !isForAll(only))
    return { low: '', high: '', text: ranges.map(rangeText).join('; ') };
  return {
    low: limitText(only['low'], sentUnit),
    high: limitText(only['high'], sentUnit),
    text: asText(only['text']),
  };
}

export const panelRange = (observation: Json): string => {
  const all = asObjects(observation['referenceRange']).map(rangeText).filter(Boolean).join('; ');
  return all === '' ? '' : `${all} ${PANEL_REMARK}`;
};

/** Not for one sex, age or population, and not a goal or a critical limit. */
function isForAll({ appliesTo, age, type }: Json): boolean {
  if (asObjects(appliesTo).length > 0 || age !== undefined) return false;
  if (type === undefined) return true;
  return (
    asObjects(asObject(type)['coding']).some(({ code }) => code === 'normal') ||
    /^normal/i.test(conceptText(type))
  );
}

/** A limit in another unit than the value says so. */
function limitText(quantity: unknown, sentUnit: string): string {
  const { value, unit, code } = asObject(quantity);
  const spellings = [code, unit].map(asText).filter(Boolean);
  const isSame =
    spellings.length === 0 || spellings.some((one) => one === sentUnit || ucumOf(one) === sentUnit);
  return isSame ? (numberText(value) ?? '') : quantityText(quantity);
}

function rangeText(range: Json): string {
  const limits = [range['low'], range['high']].map(quantityText).filter(Boolean).join('–');
  const { low, high } = asObject(range['age']);
  const years = [low, high].map(quantityText).join('–');
  const whom = [
    ...asObjects(range['appliesTo']).map(conceptText),
    conceptText(range['type']),
    years === '–' ? '' : `age ${years}`,
  ];
  return [asText(range['text']) || limits, ...whom.filter(Boolean).map((one) => `(${one})`)].join(' ');
}

const SEVERITY = ['N', 'other', 'A', 'H L', 'AA', 'HH LL'].map((codes) => codes.split(' '));

type Flag = { readonly code: string; readonly text: string };
const NO_FLAG: Flag = { code: '', text: '' };

const severity = ({ code }: Flag): number => SEVERITY.findIndex((codes) => codes.includes(code));

/** A code of HL7's own list; HU and LU are H and L. Any other word is a word. */
function flagFrom(code: string, said: string): Flag {
  const plain = code.replace(/^([HL])U$/, '$1');
  const isKnown = plain !== 'other' && SEVERITY.some((codes) => codes.includes(plain));
  return { code: isKnown ? plain : 'other', text: said };
}

/** The most severe of all that was sent, HL7's codes before words (rule 27). "(NONE)" is no flag. */
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

/** As it stands in the export: HL7's code, or the words. */
const flagCell = ({ code, text: said }: Flag): string => (code === 'other' ? said : code);

export const flagOf = (source: Json): string => flagCell(worstFlag(source['interpretation']));

/** A flag of all parts together, on a part that has none of its own: as sent, and of what. */
export function panelFlag(observation: Json): string {
  const { code, text: said } = worstFlag(observation['interpretation']);
  return code === '' ? '' : `${said} ${PANEL_REMARK}`;
}
