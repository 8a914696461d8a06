/**
 * The text of a screen is written anew as SVG text, each line where it stands. Only the letters of a server's
 * text are copied.
 */
import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import { escapeMarkup } from '../../clinical/fhirElements/escapeMarkup.ts';
import { attribute } from './svgCopy.ts';

type Line = { text: string; left: number; right: number; readonly top: number; readonly height: number };

/** Text that is hidden or only read aloud is not copied. */
function isVisible(element: Element | null, root: Element): boolean {
  if (!element) return false;
  const { display, visibility, clipPath, opacity } = getComputedStyle(element);
  if (display === 'none' || visibility === 'hidden' || clipPath.startsWith('inset(50%') || opacity === '0')
    return false;
  return element === root || isVisible(element.parentElement, root);
}

/**
 * Yields the words of a text with their places. A word that is broken over two lines is yielded letter by
 * letter.
 */
function* textPieces(node: Text) {
  const range = document.createRange();
  const at = (from: number, text: string) => {
    range.setStart(node, from);
    range.setEnd(node, from + text.length);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  };
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    const rects = at(index, word);
    if (rects.length < 2) yield { text: word, rect: rects[0], gap: ' ' };
    else
      for (const { 0: letter, index: place } of word.matchAll(/./gsu))
        yield { text: letter, rect: at(index + place, letter)[0], gap: place === 0 ? ' ' : '' };
  }
}

function textLines(node: Text): readonly Line[] {
  const lines: Line[] = [];
  for (const { text, rect, gap } of textPieces(node)) {
    if (!rect) continue;
    const { left, right, top, height } = rect;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - top) < height / 2) {
      line.text += gap + text;
      line.left = Math.min(line.left, left);
      line.right = Math.max(line.right, right);
    } else lines.push({ text, left, right, top, height });
  }
  return lines;
}

/** The baseline lies at about this share of the line height. */
const BASELINE_SHARE = 0.79;

/** Draws the background of a critical flag, because its white letters would be lost on white paper. */
function backgroundRect(element: Element, place: string): string {
  const { backgroundColor } = getComputedStyle(element);
  const isClear = /^$|transparent|^rgba\(.*, 0\)$/.test(backgroundColor);
  return isClear ? '' : `<rect${place}${attribute('fill', backgroundColor)}/>`;
}

function lineCopy({ text, left, right, top, height }: Line, element: Element, move: Offset): string {
  const { color, fontFamily, fontSize, fontWeight } = getComputedStyle(element);
  const place = [
    attribute('x', left - 2 + move.x),
    attribute('y', top + move.y),
    attribute('width', right - left + 4),
    attribute('height', height),
  ];
  const attributes = [
    attribute('x', left + move.x),
    attribute('y', top + height * BASELINE_SHARE + move.y),
    // With another font than on this screen a line still ends at the same place.
    attribute('textLength', right - left),
    attribute('lengthAdjust', 'spacingAndGlyphs'),
    attribute('fill', color),
    attribute('font-family', fontFamily),
    attribute('font-size', fontSize),
    attribute('font-weight', fontWeight),
  ];
  return `${backgroundRect(element, place.join(''))}<text${attributes.join('')}>${escapeMarkup(plainLine(text))}</text>`;
}

/** The offset leads from the screen to the file. */
type Offset = { readonly x: number; readonly y: number };

// oxlint-disable-next-line longview/texts-in-catalogs -- a selector
const NOT_COPIED = 'svg, button';

/** Copies all text under `root` except that of drawings and of buttons, which a picture does not have. */
export function textCopies(root: Element, move: Offset): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!(node instanceof Text) || !element || element.closest(NOT_COPIED) || !isVisible(element, root))
      continue;
    for (const line of textLines(node)) texts.push(lineCopy(line, element, move));
  }
  return texts.join('');
}
