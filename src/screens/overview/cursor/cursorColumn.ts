/**
 * This file writes the value at the cursor into the column of the number of a tile. It writes to the document and not
 * through React, because a move of the pointer may change every tile of the screen.
 */
import type { RowKind } from '../../../clinical/observation/resultRow.ts';
import { symbolKindOf, symbolPath } from '../../../charts/marks/symbols.tsx';
import flagStyles from '../../../charts/marks/FlagText.module.css';
import type { ValueAtCursor } from '../../../parts/results/atCursor/valueAtCursor.ts';
import styles from './cursorColumn.module.css';

const SVG = 'http://www.w3.org/2000/svg';

function element(className = '', text = ''): HTMLSpanElement {
  const made = document.createElement('span');
  made.className = className;
  made.textContent = text;
  return made;
}

function glyph(kind: RowKind): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', '12');
  svg.setAttribute('height', '12');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', symbolPath(symbolKindOf({ ...kind, status: '', comparator: '' }), 6, 6, 2.6));
  svg.append(path);
  return svg;
}

/** Returns the flag as it stands beside the latest number: its shape and its letters, as the laboratory sent it. */
function flagElement(kind: RowKind): HTMLElement | undefined {
  const { flag, flagText, outsideRange } = kind;
  if (flag === 'HH' || flag === 'LL' || flag === 'AA') return element(flagStyles['critical'], `‼${flag}`);
  if (flag === 'other') return element(flagStyles['other'], flagText);
  if (flag === 'H' || flag === 'L' || flag === 'A') {
    const made = element(flagStyles['flag'], flag);
    made.prepend(glyph(kind));
    return made;
  }
  if (flag !== '' || !outsideRange) return undefined;
  const made = element(flagStyles['outside']);
  made.append(glyph(kind));
  return made;
}

/** These are the parts of a column that change with the moment. A text changes its letters, so that no element is made anew. */
type Column = {
  readonly root: HTMLElement;
  readonly flag: HTMLElement;
  readonly facts: HTMLElement;
  readonly value: HTMLElement;
  readonly number: Text;
  readonly unit: Text;
  readonly when: Text;
  readonly note: Text;
  /** Where the note has too little room, its words give way and this date stays. */
  readonly noteEnd: Text;
  readonly noteLine: HTMLElement;
};

/** Returns an empty text in an element. */
function textIn(parent: HTMLElement): Text {
  const text = document.createTextNode('');
  parent.append(text);
  return text;
}

function line(className: string | undefined): HTMLElement {
  const made = element(className);
  made.dir = 'auto';
  return made;
}

function emptyColumn(): Column {
  const root = element(styles['past']);
  root.dataset['atCursor'] = '';
  // The sentence of the live region says it. In every tile it would be read again and again.
  root.setAttribute('aria-hidden', 'true');
  const [flag, facts, value] = [element(styles['flag']), element(styles['facts']), element(styles['value'])];
  const [number, unit] = [document.createElement('b'), document.createElement('bdi')];
  const [whenLine, noteLine] = [line(styles['when']), line(styles['note'])];
  const [noteWords, noteEnd] = [element(), element(styles['end'])];
  noteLine.append(noteWords, noteEnd);
  value.append(number, ' ', unit);
  facts.append(whenLine, noteLine);
  root.append(flag, facts);
  return {
    root,
    flag,
    facts,
    value,
    noteLine,
    number: textIn(number),
    unit: textIn(unit),
    when: textIn(whenLine),
    note: textIn(noteWords),
    noteEnd: textIn(noteEnd),
  };
}

/** A text that is written anew is laid out anew, also where it says the same. */
function write(text: Text, words: string): void {
  if (text.data !== words) text.data = words;
}

function fill({ flag, facts, ...column }: Column, shown: ValueAtCursor): void {
  const shape = shown.flagged && flagElement(shown.flagged);
  if (shape || flag.hasChildNodes()) flag.replaceChildren(...(shape ? [shape] : []));
  if (shown.value === '') column.value.remove();
  else if (column.value.parentNode !== facts) facts.prepend(column.value);
  write(column.number, shown.value);
  write(column.unit, shown.unit);
  write(column.when, shown.when);
  const end = shown.note.endsWith(shown.noteEnd) ? shown.noteEnd : '';
  write(column.note, shown.note.slice(0, shown.note.length - end.length));
  write(column.noteEnd, end);
  column.noteLine.classList.toggle(styles['critical'] ?? '', shown.isNoteCritical);
}

/** Returns the parts of a tile whose place the column takes: the number and its flag. */
const replacedParts = (tile: Element): readonly Element[] =>
  [...tile.children].filter((child) => child.hasAttribute('data-number'));

/** A column is made once for each tile, and put back when the cursor comes again. */
const columns = new WeakMap<Element, Column>();

/** Returns whether a tile shows the value at the cursor. */
export const hasColumn = (tile: Element): boolean => columns.get(tile)?.root.parentNode === tile;

/** Shows the value at the cursor in a tile, in place of the latest number. */
export function showInColumn(tile: Element, shown: ValueAtCursor): void {
  const column = columns.get(tile) ?? emptyColumn();
  columns.set(tile, column);
  fill(column, shown);
  for (const part of replacedParts(tile)) part.classList.add(styles['replaced'] ?? '');
  if (!hasColumn(tile)) tile.append(column.root);
}

/** Brings the latest number back. */
export function clearColumn(tile: Element): void {
  if (!hasColumn(tile)) return;
  columns.get(tile)?.root.remove();
  for (const part of replacedParts(tile)) part.classList.remove(styles['replaced'] ?? '');
}
