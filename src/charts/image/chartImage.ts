/** A chart on the screen as a file of its own: who it is, from when, and what is missing stand above it (rules 49 and 58). */
import { withLightTheme } from './lightTheme.ts';
import { singleLineText } from '../format/singleLineText.ts';
import { textCopies } from './textCopy.ts';
import { attribute, escaped, svgCopy, type SvgBox, type Clips } from './svgCopy.ts';

export type ImageWords = {
  /** The patient's line. */
  readonly patient: string;
  /** "Potassium (mmol/L)" */
  readonly title: string;
  /** Lines under them: the window, the source, what is missing. */
  readonly lines: readonly string[];
  /** Under the chart. */
  readonly foot: string;
};

export type ChartImage = { readonly svg: string; readonly widthPx: number; readonly heightPx: number };

const PAD = 16;
const LEAST_WIDTH = 520;

type Words = { readonly text: string; readonly sizePx: number; readonly isStrong?: boolean };

/** About the width of a character of the system's letters, in parts of their size. */
const CHARACTER = 0.56;

/** Letters of the East are as wide as they are high. */
const widthOf = (text: string) => text.replaceAll(/[\u1100-\uFFEF]/g, 'xx').length;

/** Whole words on each line; a word longer than a line is cut over several, and nothing is left out. */
export function wrapped(text: string, characters: number): string[] {
  const part = new RegExp(`.{1,${Math.max(1, Math.floor(characters / 2))}}`, 'gu');
  const pieces = singleLineText(text)
    .split(' ')
    .flatMap((word) => (widthOf(word) > characters ? (word.match(part) ?? []) : word));
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1) ?? ''} ${piece}`.trim();
    if (lines.length > 0 && widthOf(longer) <= characters) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

type Room = { readonly widthPx: number; readonly font: string };

function block(words: readonly Words[], fromPx: number, { widthPx, font }: Room) {
  let yPx = fromPx;
  const texts = words
    .filter(({ text }) => text !== '')
    .flatMap(({ text, sizePx, isStrong }) =>
      wrapped(text, Math.floor(widthPx / (sizePx * CHARACTER))).map((line) => {
        yPx += Math.round(sizePx * 1.4);
        const looks = [
          attribute('x', PAD),
          attribute('y', yPx),
          attribute('font-family', font),
          attribute('font-size', sizePx),
          attribute('font-weight', isStrong ? 600 : 400),
        ];
        return `<text${looks.join('')}>${escaped(line)}</text>`;
      }),
    );
  return { content: texts.join(''), endPx: yPx };
}

const boxOf = (element: Element): SvgBox => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const sizeOf = (name: string) => Number.parseFloat(element.getAttribute(name) ?? '') || 0;
  return { left, top, width: width || sizeOf('width'), height: height || sizeOf('height') };
};

/** The drawings of a figure, but not what is drawn inside them; a drawing is its own. */
const drawingsOf = (root: Element): readonly Element[] =>
  root.localName === 'svg'
    ? [root]
    : [...root.querySelectorAll('svg')].filter((svg) => !svg.parentElement?.closest('svg'));

/** Everything together, with the words that stand around the drawings. */
function contentOf(root: Element) {
  const drawings = drawingsOf(root);
  const boxes = [root, ...drawings].map(boxOf);
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const write = (topPx: number): string => {
    const clips: Clips = new Map();
    const move = { x: PAD - left, y: topPx - top };
    const copies = drawings.map((drawing) => {
      const box = boxOf(drawing);
      return svgCopy(drawing, { ...box, left: box.left + move.x, top: box.top + move.y }, clips);
    });
    return copies.join('') + textCopies(root, move);
  };
  return {
    widthPx: Math.ceil(Math.max(...boxes.map((box) => box.left + box.width)) - left),
    heightPx: Math.max(...boxes.map((box) => box.top + box.height)) - top,
    write,
  };
}

/** A drawing, or a figure with its drawings and words where they stand on the screen, under what is said of it. */
export const chartImage = (root: Element & ElementCSSInlineStyle, words: ImageWords): ChartImage =>
  withLightTheme(root, (light) => {
    const content = contentOf(root);
    const room = { widthPx: Math.max(LEAST_WIDTH, content.widthPx), font: light('--font', 'sans-serif') };
    const head = block(
      [
        { text: words.patient, sizePx: 15, isStrong: true },
        { text: words.title, sizePx: 13, isStrong: true },
        ...words.lines.map((text) => ({ text, sizePx: 11 })),
      ],
      PAD - 6,
      room,
    );
    const topPx = head.endPx + PAD;
    const drawn = content.write(topPx);
    const foot = block([{ text: words.foot, sizePx: 11 }], topPx + content.heightPx + 4, room);
    const [widthPx, heightPx] = [room.widthPx + 2 * PAD, Math.ceil(foot.endPx + PAD)];
    const size = `${attribute('width', widthPx)}${attribute('height', heightPx)}`;
    const sheet = `<rect${size}${attribute('fill', light('--paper', 'white'))}/>`;
    const said = `<g${attribute('fill', light('--ink', 'black'))}>${head.content}${foot.content}</g>`;
    const viewBox = attribute('viewBox', `0 0 ${widthPx} ${heightPx}`);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"${size}${viewBox}>${sheet}${said}${drawn}</svg>`;
    return { svg, widthPx, heightPx };
  });

/** The policy of the page lets pictures come from data addresses and from nowhere else (build/policy.ts). */
export const svgAddress = ({ svg }: Pick<ChartImage, 'svg'>): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
