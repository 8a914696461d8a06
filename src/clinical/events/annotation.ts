import { elementsOf, trimmedText } from '../fhirElements/fhirElement.ts';

/**
 * The notes of a result as plain text, one after the other (display rule 59). Some servers send RTF: its control words are
 * taken out. All else is text as it was sent; markup stays to be seen as markup.
 */
export function annotationText(note: unknown): string {
  const sent = typeof note === 'string' ? [note] : elementsOf(note).map(({ text }) => trimmedText(text));
  return sent
    .map((text) => plainOf(text).trim())
    .filter((text) => text !== '')
    .join('\n\n');
}

const RTF = '{\\rtf';

function plainOf(text: string): string {
  let plain = '';
  let from = 0;
  for (let start = text.indexOf(RTF); start >= 0; start = text.indexOf(RTF, from)) {
    const { words, end } = readRtf(text, start);
    plain += text.slice(from, start) + words;
    from = end;
  }
  return plain + text.slice(from);
}

// In this order: a byte in hexadecimal, a word with its number, a control symbol, a bracket, text. Line ends mean nothing.
const TOKEN = /\\'([0-9a-f]{2})|\\([a-z]+)(-?\d+)? ?|\\([\s\S])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/giy;

/** What a group of RTF is in the middle of. */
type Group = { readonly isHidden: boolean; readonly skip: number };

/** Groups that hold fonts, colours and pictures, and no text of the note. */
const HIDDEN = new Set(['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'header', 'footer', 'object']);
const BREAKS = new Map([
  ['par', '\n'],
  ['line', '\n'],
  ['row', '\n'],
  ['tab', '\t'],
  ['cell', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
]);
const SYMBOLS = new Map([
  ['~', ' '],
  ['_', '-'],
  ['\n', '\n'],
  ['\r', '\n'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
]);

/** Windows-1252 from 0x80 on; all other bytes are those of Unicode. */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const characterOf = (byte: number): string => FROM_80[byte - 0x80] ?? String.fromCharCode(byte);

type Token = RegExpExecArray;

const isUnicode = ([, , word, number]: Token): boolean => word?.toLowerCase() === 'u' && number !== undefined;

function textOfToken(token: Token): string {
  const [, byte, word = '', number, symbol = '', , plain = ''] = token;
  if (byte !== undefined) return characterOf(Number.parseInt(byte, 16));
  if (isUnicode(token)) return String.fromCharCode(Number(number) & 0xff_ff);
  return BREAKS.get(word) ?? SYMBOLS.get(symbol) ?? plain;
}

function groupAfter(group: Group, [, , word = '', number, symbol]: Token): Group {
  if (symbol === '*' || HIDDEN.has(word)) return { ...group, isHidden: true };
  return word === 'uc' ? { ...group, skip: Number(number ?? 1) } : group;
}

/** The words of the outermost group that begins at `start`, and where it ends. A group that is never closed ends with the text. */
function readRtf(text: string, start: number): { readonly words: string; readonly end: number } {
  const tokens = new RegExp(TOKEN);
  tokens.lastIndex = start;
  const outer: Group[] = [];
  let group: Group = { isHidden: false, skip: 1 };
  let toSkip = 0;
  let words = '';
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [, , , , , bracket] = token;
    if (bracket === '{') outer.push(group);
    if (bracket === '}') group = outer.pop() ?? group;
    if (bracket === '}' && outer.length === 0) return { words, end: tokens.lastIndex };
    group = groupAfter(group, token);
    if (group.isHidden || bracket !== undefined) continue;
    // After a Unicode character stand its substitutes for readers that know none.
    if (isUnicode(token)) toSkip = 0;
    const said = textOfToken(token);
    words += said.slice(toSkip);
    toSkip = isUnicode(token) ? group.skip : Math.max(0, toSkip - said.length);
  }
  return { words, end: text.length };
}
