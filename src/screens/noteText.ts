/** The facts of a note as a text to paste. What a server sent is only ever text in it: no markup, no formula, no second line. */
import { plainLine } from '../charts/plainLine.ts';
import type { NoteFacts, NoteLine } from './noteFacts.ts';

export type NoteFormat = 'text' | 'markdown' | 'html' | 'tabs';

export function noteText(facts: NoteFacts, format: NoteFormat): string {
  const { patient, source, notices } = facts.head;
  return FORMATS[format](
    [patient, source, ...notices].map(plainLine),
    facts.lines.map(cellsOf),
    facts.lines.length === 0 ? facts.empty : '',
    facts.lines.some(({ flag }) => flag === ''),
  );
}

/** In the order of COLUMNS. */
type Cells = readonly string[];

const COLUMNS = ['Result', 'Value', 'Unit', 'Flag', 'Range sent', 'Time', 'Before', 'Remarks'];

const cellsOf = ({ name, value, unit, flag, range, when, before, remarks }: NoteLine): Cells =>
  [name, value, unit, flag, range, when, before, remarks.join('; ')].map(plainLine);

/** Rule 26: no letter must not be read as "normal". */
const FLAGS = 'Flags as the laboratory sent them; a result without one came without a flag.';

type Write = (
  head: readonly string[],
  rows: readonly Cells[],
  empty: string,
  someUnflagged: boolean,
) => string;

const footOf = (empty: string, someUnflagged: boolean) => empty || (someUnflagged ? FLAGS : '');

/** "Potassium 5.8 mmol/L H (3.5–5.0) 12 Nov 2026 08:10 CST, was 5.4 mmol/L H on 29 Oct 2026" */
function sentence([name, value, unit, flag, range, when, before, remarks]: Cells): string {
  const main = [name, value, unit, flag, range && `(${range})`, when].filter(Boolean).join(' ');
  return [main, before && `was ${before}`, remarks].filter(Boolean).join(', ');
}

const plain: Write = (head, rows, empty, someUnflagged) =>
  lines([...head, ...rows.map(sentence), footOf(empty, someUnflagged)]);

const lines = (all: readonly string[]) => `${all.filter(Boolean).join('\n')}\n`;

/** Any punctuation may stand behind a backslash (CommonMark 2.4); an address or a leading "www." would become a link (GFM 6.9). */
const inMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>|~#&!]/g, '\\$&').replaceAll(/:(?=\/\/)|(?<=www)\.|@/gi, '\\$&');

const markdown: Write = ([patient = '', ...head], rows, empty, someUnflagged) => {
  const line = (cells: Cells) => `| ${cells.join(' | ')} |`;
  const table = [
    line(COLUMNS),
    line(COLUMNS.map(() => '---')),
    ...rows.map((row) => line(row.map(inMarkdown))),
  ];
  // A line that begins with bold words is no list and no heading, whatever the words are.
  const top = [`**${inMarkdown(patient)}**`, ...head.map(inMarkdown)].join('  \n');
  const parts = [top, rows.length > 0 ? table.join('\n') : '', inMarkdown(footOf(empty, someUnflagged))];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": '#39',
};
const inHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&${ENTITIES[sign]};`);

/** A spreadsheet would run a text that begins like a formula; a number with its sign is none. */
const isFormula = (text: string) => /^[=+\-@＝＋－＠]/.test(text) && !/^[+-][\d.,]+$/.test(text);
const unarmed = (text: string): string => (isFormula(text) ? `'${text}` : text);

const html: Write = (head, rows, empty, someUnflagged) => {
  const cell = (name: string) => (text: string) => `<${name}>${inHtml(unarmed(text))}</${name}>`;
  const line = (cells: Cells, name: string) => `<tr>${cells.map(cell(name)).join('')}</tr>`;
  const body = rows.map((row) => line(row, 'td')).join('');
  const table = `<table border="1"><thead>${line(COLUMNS, 'th')}</thead><tbody>${body}</tbody></table>`;
  const foot = footOf(empty, someUnflagged);
  return [
    `<p>${head.map(inHtml).join('<br>')}</p>`,
    rows.length > 0 && table,
    foot && `<p>${inHtml(foot)}</p>`,
  ]
    .filter(Boolean)
    .join('');
};

/** A cell that begins with a quotation mark is taken apart by spreadsheets unless it is quoted as a whole. */
const inTabs = (text: string): string =>
  text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : unarmed(text);

const tabs: Write = (head, rows, empty, someUnflagged) => {
  const table = [COLUMNS, ...rows].map((cells) => cells.map(inTabs).join('\t'));
  return lines([
    ...head.map(inTabs),
    ...(rows.length > 0 ? table : []),
    inTabs(footOf(empty, someUnflagged)),
  ]);
};

const FORMATS: Readonly<Record<NoteFormat, Write>> = { text: plain, markdown, html, tabs };
