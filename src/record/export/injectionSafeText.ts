/**
 * This is the one module that makes a text safe to hand on: as a cell of a CSV, of a table on the clipboard or of HTML, as
 * a line of a note, and as the name of a file. What a server sent stays a text there: no spreadsheet runs it
 * (https://owasp.org/www-community/attacks/CSV_Injection), no line or cell is added to it, and nothing unseen turns its digits around.
 *
 * Numbers are told from texts by the field and not by their looks: who writes a number that was sent or calculated as one
 * calls `csvNumberCell`, or says `isNumber` of a cell of a table, so that -1.2 stays a number. Everything else is a text.
 */
import { escapeMarkup } from '../../clinical/fhirElements/escapeMarkup.ts';
import { plainLine, withoutInvisibleCharacters } from '../../clinical/fhirElements/plainLine.ts';

/** A spreadsheet begins a formula with these, with their wide and small forms, and with the minus of Unicode. */
const OPENER = '[=+\\-@＝＋－＠﹢﹣﹦﹫−]';
/** Nobody sees these before a formula, nor does a spreadsheet. What Unicode keeps for private use counts among them. */
const BLANK = String.raw`\s\p{Z}\p{C}\p{DI}\u2800`;
const FORMULA = new RegExp(`^[${BLANK}]*${OPENER}`, 'u');
const QUOTED_FORMULA = new RegExp(`^[${BLANK}"]*${OPENER}`, 'u');
/** A spreadsheet that parts cells at semicolons begins a cell of its own after each. */
const FORMULA_AFTER_SEMICOLON = new RegExp(`; ?(?=[${BLANK}"]*${OPENER})`, 'gu');
/** These begin a cell for a program that cuts them off, whatever follows. */
const BREAK_FIRST = /^[^\S\t\r\n]*[\t\r\n]/;

/** A cell of Excel has no more characters, and what is over runs on into other cells (Excel specifications and limits). */
const MAX_CELL_LENGTH = 32_767;

const capped = (text: string): string =>
  text.length <= MAX_CELL_LENGTH
    ? text
    : `${text.slice(0, MAX_CELL_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/**
 * Returns a text as one line that no spreadsheet runs: without unseen characters, with a `'` before what would begin a
 * formula, and with at most 32,767 characters.
 */
function injectionSafeLine(sent: string): string {
  const text = plainLine(sent);
  const isHarmless =
    !FORMULA.test(text) && !(text !== '' && BREAK_FIRST.test(withoutInvisibleCharacters(sent)));
  return capped(isHarmless ? text : `'${text}`);
}

/** Returns a line of a note. A spreadsheet into which it is pasted takes quotation marks off its beginning. */
export const injectionSafeNoteLine = (sent: string): string =>
  injectionSafeLine(sent).replace(QUOTED_FORMULA, "'$&");

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Returns a text as a cell of a CSV (RFC 4180). It is quoted where any locale would part it. */
export function csvTextCell(sent: string): string {
  const text = capped(injectionSafeLine(sent).replaceAll(FORMULA_AFTER_SEMICOLON, "$&'"));
  return /[",;]/.test(text) ? quoted(text) : text;
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Returns a number as a cell of a CSV, with the digits that were sent; anything else counts as a text. */
export const csvNumberCell = (digits: string): string => (NUMBER.test(digits) ? digits : csvTextCell(digits));

/** Returns a line above the table of a CSV, as one cell in any locale. */
export const csvHeadLine = (text: string): string => quoted(capped(`# ${plainLine(text)}`));

/** A screen writes a number like this: "-2.5", "1,234". A sent "+" stays a text, since a spreadsheet would drop it. */
const SHOWN_NUMBER = /^-?\d[\d.,]*$/;

/** This is a cell of a table on the clipboard; `isNumber` says that the app itself wrote a number or a text into this field. */
export type TableCell = { readonly text: string; readonly isNumber?: boolean };

const cellText = ({ text, isNumber = false }: TableCell): string => {
  const line = plainLine(text);
  return isNumber && SHOWN_NUMBER.test(line) ? line : injectionSafeLine(text);
};

/** Returns a cell between tabs. One that begins with a quotation mark is quoted, because a spreadsheet would take the mark off. */
export function tabbedCell(cell: TableCell): string {
  const text = cellText(cell);
  return text.startsWith('"') ? quoted(text) : text;
}

/** Returns a cell or a line between the tags of HTML, which a spreadsheet reads like a cell. */
export const htmlCell = (cell: TableCell): string => escapeMarkup(cellText(cell));

const MAX_NAME_LENGTH = 80;
/** Windows gives these names to devices, with any ending. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?=\.|$)/i;

/**
 * Returns the name of a file without a path, a device of Windows, a mark of direction, or a dot or blank at its ends; at
 * most 80 characters before the extension. It says nothing of a patient as long as `name` says nothing (rule 49).
 */
export function injectionSafeFileName(name: string, extension: string): string {
  const words = plainLine(name)
    .replaceAll(/[\\/:*?"<>|%]+/g, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replaceAll(/^[.\s~-]+|[.\s]+$/g, '');
  return `${words === '' || DEVICE.test(words) ? `longview-${words}`.replace(/-$/, '') : words}.${extension}`;
}
