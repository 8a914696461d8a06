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

function valueElement({ value, unit }: ValueAtCursor): HTMLElement {
  const made = element(styles['value']);
  const number = document.createElement('b');
  number.textContent = value;
  const unitElement = document.createElement('bdi');
  unitElement.textContent = unit;
  made.append(number, ' ', unitElement);
  return made;
}

function lineElement(className: string | undefined, text: string): HTMLElement {
  const made = element(className, text);
  made.dir = 'auto';
  return made;
}

function columnOf(shown: ValueAtCursor): HTMLElement {
  const { value, flagged, when, note, isNoteCritical } = shown;
  const column = element(styles['past']);
  column.dataset['atCursor'] = '';
  // The sentence of the live region says it. In every tile it would be read again and again.
  column.setAttribute('aria-hidden', 'true');
  const flag = element(styles['flag']);
  const facts = element(styles['facts']);
  const flagShape = flagged && flagElement(flagged);
  if (flagShape) flag.append(flagShape);
  if (value !== '') facts.append(valueElement(shown));
  facts.append(
    lineElement(styles['when'], when),
    lineElement(isNoteCritical ? styles['critical'] : undefined, note),
  );
  column.append(flag, facts);
  return column;
}

/** Returns the parts of a tile whose place the column takes: the number and its flag. */
const replacedParts = (tile: Element): readonly Element[] =>
  [...tile.children].filter(
    (child) => !child.hasAttribute('data-at-cursor') && child.hasAttribute('data-number'),
  );

const columnIn = (tile: Element): Element | null => tile.querySelector(':scope > [data-at-cursor]');

/** Returns whether a tile shows the value at the cursor. */
export const hasColumn = (tile: Element): boolean => columnIn(tile) !== null;

/** Shows the value at the cursor in a tile, in place of the latest number. */
export function showInColumn(tile: Element, shown: ValueAtCursor): void {
  const [column, before] = [columnOf(shown), columnIn(tile)];
  for (const part of replacedParts(tile)) part.classList.add(styles['replaced'] ?? '');
  if (before) before.replaceWith(column);
  else tile.append(column);
}

/** Brings the latest number back. */
export function clearColumn(tile: Element): void {
  columnIn(tile)?.remove();
  for (const part of replacedParts(tile)) part.classList.remove(styles['replaced'] ?? '');
}
