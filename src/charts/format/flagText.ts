/** A flag is put into words here for a reader. */
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import { formatTexts } from './format.messages.ts';

const FLAG_TEXT = {
  '': formatTexts('noFlag'),
  N: formatTexts('normal'),
  H: formatTexts('high'),
  L: formatTexts('low'),
  HH: formatTexts('criticallyHigh'),
  LL: formatTexts('criticallyLow'),
  A: formatTexts('abnormal'),
  AA: formatTexts('criticallyAbnormal'),
  other: '',
} as const;

/** A laboratory that sends these words, or their beginning, says no more than its flag does. HL7 calls LL "Critical low". */
const WORDS_OF_FLAG: Readonly<Record<RowKind['flag'], RegExp>> = {
  '': /^$/,
  N: /^n(?:ormal)?$/,
  H: /^h(?:igh)?$/,
  L: /^l(?:ow)?$/,
  HH: /^critical(?:ly)?(?: high)?$/,
  LL: /^critical(?:ly)?(?: low)?$/,
  A: /^a(?:bn(?:ormal)?)?$/,
  AA: /^critical(?:ly)?(?: abnormal)?$/,
  other: /^$/,
};

/** Returns the words of a flag as they were sent, and '' when they say no more than its letters. */
export function sentFlagWords({ flag, flagText }: Pick<RowKind, 'flag' | 'flagText'>): string {
  const isPlain =
    flagText === '' || flagText.toUpperCase() === flag || WORDS_OF_FLAG[flag].test(flagText.toLowerCase());
  return flag === 'other' || isPlain ? '' : flagText;
}

/** Describes a flag, with its words where they differ from its symbol, as those of a whole panel do. */
export function flagDescription(kind: Pick<RowKind, 'flag' | 'flagText'>): string {
  const words = sentFlagWords(kind);
  const flag = FLAG_TEXT[kind.flag];
  return words === '' ? flag : formatTexts('flagWithWords', { flag, words });
}

/** Returns the letters of a flag as they stand beside a number, the words of a flag without letters, or ''. */
export const flagLetters = ({ flag, flagText }: Pick<RowKind, 'flag' | 'flagText'>): string => {
  if (flag === 'N') return '';
  return flag === 'other' ? flagText : flag;
};

export const OUTSIDE_RANGE_TEXT = formatTexts('outsideRange');
