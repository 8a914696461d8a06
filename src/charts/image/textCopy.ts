/** The words of a screen written anew as SVG text, each line where it stands; of a server's words only their letters. */
import { singleLineText } from '../format/singleLineText.ts';
import { attribute, escapeXml } from './svgCopy.ts';

type Line = { text: string; left: number; right: number; readonly top: number; readonly height: number };

/** What is only read aloud, or not there at all, is not on paper either. */
function isVisible(element: Element | null, root: Element): boolean {
  if (!element) return false;
  const { display, visibility, clipPath, opacity } = getComputedStyle(element);
  if (display === 'none' || visibility === 'hidden' || clipPath.startsWith('inset(50%') || opacity === '0')
    return false;
  return element === root || isVisible(element.parentElement, root);
}

/** Words, and of a word that goes on in the next line its letters, with their places. */
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

/** About where the letters stand in the height of their line. */
const BASELINE_SHARE = 0.79;

/** The plate of a critical flag: white letters without it are nothing on white paper. */
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
  const looks = [
    attribute('x', left + move.x),
    attribute('y', top + height * BASELINE_SHARE + move.y),
    // With other letters than on this screen a line still ends where its place ends.
    attribute('textLength', right - left),
    attribute('lengthAdjust', 'spacingAndGlyphs'),
    attribute('fill', color),
    attribute('font-family', fontFamily),
    attribute('font-size', fontSize),
    attribute('font-weight', fontWeight),
  ];
  return `${backgroundRect(element, place.join(''))}<text${looks.join('')}>${escapeXml(singleLineText(text))}</text>`;
}

/** From the screen to the file. */
type Offset = { readonly x: number; readonly y: number };

/** All words under `root` but those of its drawings, and of buttons, which a picture has not. */
export function textCopies(root: Element, move: Offset): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!(node instanceof Text) || !element || element.closest('svg, button') || !isVisible(element, root))
      continue;
    for (const line of textLines(node)) texts.push(lineCopy(line, element, move));
  }
  return texts.join('');
}
