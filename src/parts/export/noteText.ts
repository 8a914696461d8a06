/**
 * This file writes a note as text to paste. Server text stays plain text in it: no markup, no formula, no
 * second line.
 */
import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import {
  htmlCell,
  injectionSafeNoteLine,
  tabbedCell,
  type TableCell,
} from '../../record/export/injectionSafeText.ts';
import type { NoteFacts } from './noteFacts.ts';
import type { NoteLine } from './noteLine.ts';
import { exportEventTitle } from './exportEvents.ts';
import { noteTexts } from './note.messages.ts';

export type NoteFormat = 'text' | 'markdown' | 'html' | 'tabs';

export function noteText(facts: NoteFacts, format: NoteFormat): string {
  const { patient, source, notices } = facts.head;
  const isEmpty = facts.lines.length + facts.calculated.length === 0;
  const isUnflagged = facts.lines.some(({ flag }) => flag === '');
  return WRITERS[format]({
    head: [patient, source, facts.windowText, ...notices].filter(Boolean).map(plainLine),
    rows: [...facts.lines, ...facts.calculated].map(cellsOf),
    // A missing flag must not be read as "normal" (rule 26).
    foot: isEmpty ? facts.empty : isUnflagged ? noteTexts('flagLegend') : '',
    events: facts.events.map(({ lane, text }) => [exportEventTitle(lane), plainLine(text)]),
    omissions: facts.omissions.map(plainLine),
  });
}

/** Every text is one line. Each format arranges them in its own way. */
type Note = {
  readonly head: readonly string[];
  readonly rows: readonly Cells[];
  readonly foot: string;
  readonly events: readonly Cells[];
  readonly omissions: readonly string[];
};

/** The cells are in the order of COLUMNS. */
type Cells = readonly string[];

const EVENT_COLUMNS = [noteTexts('event'), noteTexts('whatAndWhen')];
const COLUMNS = [
  noteTexts('result'),
  noteTexts('value'),
  noteTexts('unit'),
  noteTexts('flag'),
  noteTexts('range'),
  noteTexts('time'),
  noteTexts('previous'),
  noteTexts('remarks'),
];

const cellsOf = ({ name, value, unit, flag, range, timeText, previous, remarks }: NoteLine): Cells =>
  [name, value, unit, flag, range, timeText, previous, remarks.join('; ')].map(plainLine);

type NoteWriter = (note: Note) => string;

/** Returns "Potassium 5.8 mmol/L H (3.5–5.0) 12 Nov 2026 08:10 CST, was 5.4 mmol/L H on 29 Oct 2026". */
function sentence([name, value, unit, flag, range, when, before, remarks]: Cells): string {
  const main = [name, value, unit, flag, range && `(${range})`, when].filter(Boolean).join(' ');
  return [main, before && noteTexts('was', { previous: before }), remarks].filter(Boolean).join(', ');
}

const writeText: NoteWriter = ({ head, rows, foot, events, omissions }) =>
  lines(
    [...head, ...rows.map(sentence), foot, ...events.map((cells) => cells.join(': ')), ...omissions].map(
      injectionSafeNoteLine,
    ),
  );

const lines = (all: readonly string[]) => `${all.filter(Boolean).join('\n')}\n`;

/**
 * Escapes Markdown. Any punctuation may follow a backslash (CommonMark 2.4). An address or a leading "www."
 * would become a link (GFM 6.9).
 */
const escapedMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>|~#&!]/g, '\\$&').replaceAll(/:(?=\/\/)|(?<=www)\.|@/gi, '\\$&');

function markdownTable(columns: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells) => `| ${cells.join(' | ')} |`;
  const table = [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map(escapedMarkdown))),
  ];
  return rows.length > 0 ? table.join('\n') : '';
}

const writeMarkdown: NoteWriter = ({ head: [patient = '', ...head], rows, foot, events, omissions }) => {
  // A line that begins with bold words is neither a list nor a heading, whatever the words are.
  const top = [`**${escapedMarkdown(patient)}**`, ...head.map(escapedMarkdown)].join('  \n');
  const parts = [
    top,
    markdownTable(COLUMNS, rows),
    escapedMarkdown(foot),
    markdownTable(EVENT_COLUMNS, events),
    omissions.map(escapedMarkdown).join('  \n'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
};

const VALUE_COLUMN = COLUMNS.indexOf(noteTexts('value'));

/** The value is a number where one was sent; a text stands between typographic quotation marks. All other columns are texts. */
const tableCells = (cells: Cells): readonly TableCell[] =>
  cells.map((text, i) => ({ text, isNumber: i === VALUE_COLUMN }));
const textCells = (cells: Cells): readonly TableCell[] => cells.map((text) => ({ text }));
const lineCell = (text: string): TableCell => ({ text });

type Table = { readonly columns: Cells; readonly rows: readonly (readonly TableCell[])[] };

const resultTable = (rows: readonly Cells[]): Table => ({ columns: COLUMNS, rows: rows.map(tableCells) });
const eventTable = (rows: readonly Cells[]): Table => ({
  columns: EVENT_COLUMNS,
  rows: rows.map(textCells),
});

function htmlTable({ columns, rows }: Table): string {
  const line = (cells: readonly TableCell[], name: string) =>
    `<tr>${cells.map((cell) => `<${name}>${htmlCell(cell)}</${name}>`).join('')}</tr>`;
  const body = rows.map((row) => line(row, 'td')).join('');
  return rows.length > 0
    ? // oxlint-disable-next-line longview/texts-in-catalogs -- markup
      `<table border="1"><thead>${line(textCells(columns), 'th')}</thead><tbody>${body}</tbody></table>`
    : '';
}

const htmlLines = (all: readonly string[]) =>
  all.length > 0 ? `<p>${all.map((text) => htmlCell({ text })).join('<br>')}</p>` : '';

const writeHtml: NoteWriter = ({ head, rows, foot, events, omissions }) =>
  [
    htmlLines(head),
    htmlTable(resultTable(rows)),
    htmlLines(foot ? [foot] : []),
    htmlTable(eventTable(events)),
    htmlLines(omissions),
  ].join('');

const tabbedTable = ({ columns, rows }: Table): readonly string[] =>
  rows.length > 0 ? [textCells(columns), ...rows].map((cells) => cells.map(tabbedCell).join('\t')) : [];

const writeTabs: NoteWriter = ({ head, rows, foot, events, omissions }) =>
  lines([
    ...head.map(lineCell).map(tabbedCell),
    ...tabbedTable(resultTable(rows)),
    tabbedCell({ text: foot }),
    ...tabbedTable(eventTable(events)),
    ...omissions.map(lineCell).map(tabbedCell),
  ]);

const WRITERS: Readonly<Record<NoteFormat, NoteWriter>> = {
  text: writeText,
  markdown: writeMarkdown,
  html: writeHtml,
  tabs: writeTabs,
};
