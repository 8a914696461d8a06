import { elementsOf, trimmedText } from '../fhirElements/fhirElement.ts';
import { withoutInvisibleCharacters } from '../fhirElements/plainLine.ts';

/**
 * Returns the notes of a resource as plain text, one after the other (rule 59). Some servers send RTF, whose control
 * words are taken out. All else stays as it was sent; markup is shown as text.
 */
export function annotationText(note: unknown): string {
  const sent = typeof note === 'string' ? [note] : elementsOf(note).map(({ text }) => trimmedText(text));
  return sent
    .map((text) => plainText(text).trim())
    .filter((text) => text !== '')
    .join('\n\n');
}

const RTF = '{\\rtf';

function plainText(text: string): string {
  let plain = '';
  let from = 0;
  for (let start = text.indexOf(RTF); start >= 0; start = text.indexOf(RTF, from)) {
    const { groupText, end } = readRtf(text, start);
    plain += text.slice(from, start) + groupText;
    from = end;
  }
  // RTF may spell out a character that nobody sees.
  return withoutInvisibleCharacters(plain + text.slice(from));
}

// The alternatives are, in this order: a byte in hexadecimal, a control word with its number, a control symbol, a
// bracket, and text. Line ends mean nothing in RTF.
const TOKEN = /\\'([0-9a-f]{2})|\\([a-z]+)(-?\d+)? ?|\\([\s\S])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/giy;

/** A group of RTF may hide its text, and says how many substitutes follow a Unicode character. */
type Group = { readonly isHidden: boolean; readonly skip: number };

/** These groups hold fonts, colours and pictures, and no text of the note. */
const HIDDEN = new Set(['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'header', 'footer', 'object']);
const CONTROL_WORDS = new Map([
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
const CONTROL_SYMBOLS = new Map([
  ['~', ' '],
  ['_', '-'],
  ['\n', '\n'],
  ['\r', '\n'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
]);

/** These are the characters of Windows-1252 from 0x80 on; all other bytes have the code points of Unicode. */
const WINDOWS_1252_FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const characterOf = (byte: number): string => WINDOWS_1252_FROM_80[byte - 0x80] ?? String.fromCharCode(byte);

type Token = RegExpExecArray;

const isUnicode = ([, , word, number]: Token): boolean => word?.toLowerCase() === 'u' && number !== undefined;

function textOfToken(token: Token): string {
  const [, byte, word = '', number, symbol = '', , plain = ''] = token;
  if (byte !== undefined) return characterOf(Number.parseInt(byte, 16));
  if (isUnicode(token)) return String.fromCharCode(Number(number) & 0xff_ff);
  return CONTROL_WORDS.get(word) ?? CONTROL_SYMBOLS.get(symbol) ?? plain;
}

function groupAfter(group: Group, [, , word = '', number, symbol]: Token): Group {
  if (symbol === '*' || HIDDEN.has(word)) return { ...group, isHidden: true };
  return word === 'uc' ? { ...group, skip: Number(number ?? 1) } : group;
}

/**
 * Returns the text of the outermost group that begins at `start`, and the index where it ends. A group that is never
 * closed ends with the text.
 */
function readRtf(text: string, start: number): { readonly groupText: string; readonly end: number } {
  const tokens = new RegExp(TOKEN);
  tokens.lastIndex = start;
  const outer: Group[] = [];
  let group: Group = { isHidden: false, skip: 1 };
  let toSkip = 0;
  let groupText = '';
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [, , , , , bracket] = token;
    if (bracket === '{') outer.push(group);
    if (bracket === '}') group = outer.pop() ?? group;
    if (bracket === '}' && outer.length === 0) return { groupText, end: tokens.lastIndex };
    group = groupAfter(group, token);
    if (group.isHidden || bracket !== undefined) continue;
    // A Unicode character is followed by substitutes for readers that know none; they are skipped.
    if (isUnicode(token)) toSkip = 0;
    const tokenText = textOfToken(token);
    groupText += tokenText.slice(toSkip);
    toSkip = isUnicode(token) ? group.skip : Math.max(0, toSkip - tokenText.length);
  }
  return { groupText, end: text.length };
}
