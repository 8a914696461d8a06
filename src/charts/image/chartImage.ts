/**
 * Makes a file of a chart on the screen. The patient, the time window and what is missing stand above the
 * chart (rules 49 and 58).
 */
import { withLightTheme } from './lightTheme.ts';
import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import { textCopies } from './textCopy.ts';
import { escapeMarkup } from '../../clinical/fhirElements/escapeMarkup.ts';
import { attribute, svgCopy, type SvgBox, type ClipNames } from './svgCopy.ts';

export type ImageText = {
  /** This line names the patient. */
  readonly patient: string;
  /** The title reads "Potassium (mmol/L)". */
  readonly title: string;
  /** These lines under the title name the window, the source and what is missing. */
  readonly lines: readonly string[];
  /** The footer stands under the chart. */
  readonly footer: string;
};

export type ChartImage = { readonly svg: string; readonly widthPx: number; readonly heightPx: number };

const PADDING_PX = 16;
const MIN_WIDTH_PX = 520;

type TextLine = { readonly text: string; readonly sizePx: number; readonly isStrong?: boolean };

/** A character of the system font is about this wide, as a share of its size. */
const CHARACTER_EM = 0.56;

/** Characters of East Asian scripts are as wide as they are high. */
const widthInCharacters = (text: string) => text.replaceAll(/[\u1100-\uFFEF]/g, 'xx').length;

/**
 * Puts whole words on each line. A word that is longer than a line is cut over several lines, and nothing is
 * left out.
 */
export function wrapText(text: string, maxCharacters: number): string[] {
  const part = new RegExp(`.{1,${Math.max(1, Math.floor(maxCharacters / 2))}}`, 'gu');
  const pieces = plainLine(text)
    .split(' ')
    .flatMap((word) => (widthInCharacters(word) > maxCharacters ? (word.match(part) ?? []) : word));
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1) ?? ''} ${piece}`.trim();
    if (lines.length > 0 && widthInCharacters(longer) <= maxCharacters) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

type TextArea = { readonly widthPx: number; readonly font: string };

function textBlock(block: readonly TextLine[], fromPx: number, { widthPx, font }: TextArea) {
  let yPx = fromPx;
  const texts = block
    .filter(({ text }) => text !== '')
    .flatMap(({ text, sizePx, isStrong }) =>
      wrapText(text, Math.floor(widthPx / (sizePx * CHARACTER_EM))).map((line) => {
        yPx += Math.round(sizePx * 1.4);
        const attributes = [
          attribute('x', PADDING_PX),
          attribute('y', yPx),
          attribute('font-family', font),
          attribute('font-size', sizePx),
          attribute('font-weight', isStrong ? 600 : 400),
        ];
        return `<text${attributes.join('')}>${escapeMarkup(line)}</text>`;
      }),
    );
  return { content: texts.join(''), endPx: yPx };
}

const boxOf = (element: Element): SvgBox => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const sizeOf = (name: string) => Number.parseFloat(element.getAttribute(name) ?? '') || 0;
  return { left, top, width: width || sizeOf('width'), height: height || sizeOf('height') };
};

/** Returns the outermost drawings of a figure. A drawing counts as its own. */
const outerSvgs = (root: Element): readonly Element[] =>
  root.localName === 'svg'
    ? [root]
    : [...root.querySelectorAll('svg')].filter((svg) => !svg.parentElement?.closest('svg'));

/** Measures the drawings and copies them together with the text around them. */
function figureContent(root: Element) {
  const drawings = outerSvgs(root);
  const boxes = [root, ...drawings].map(boxOf);
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const write = (topPx: number): string => {
    const clips: ClipNames = new Map();
    const move = { x: PADDING_PX - left, y: topPx - top };
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

/**
 * Returns an image of a drawing, or of a figure with its drawings and text where they stand on the screen,
 * under a heading.
 */
export const chartImage = (root: Element & ElementCSSInlineStyle, text: ImageText): ChartImage =>
  withLightTheme(root, (light) => {
    const content = figureContent(root);
    const area = { widthPx: Math.max(MIN_WIDTH_PX, content.widthPx), font: light('--font', 'sans-serif') };
    const head = textBlock(
      [
        { text: text.patient, sizePx: 15, isStrong: true },
        { text: text.title, sizePx: 13, isStrong: true },
        ...text.lines.map((line) => ({ text: line, sizePx: 11 })),
      ],
      PADDING_PX - 6,
      area,
    );
    const topPx = head.endPx + PADDING_PX;
    const drawn = content.write(topPx);
    const foot = textBlock([{ text: text.footer, sizePx: 11 }], topPx + content.heightPx + 4, area);
    const [widthPx, heightPx] = [area.widthPx + 2 * PADDING_PX, Math.ceil(foot.endPx + PADDING_PX)];
    const size = `${attribute('width', widthPx)}${attribute('height', heightPx)}`;
    const sheet = `<rect${size}${attribute('fill', light('--paper', 'white'))}/>`;
    const heading = `<g${attribute('fill', light('--ink', 'black'))}>${head.content}${foot.content}</g>`;
    const viewBox = attribute('viewBox', `0 0 ${widthPx} ${heightPx}`);
    // oxlint-disable-next-line longview/texts-in-catalogs -- markup
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"${size}${viewBox}>${sheet}${heading}${drawn}</svg>`;
    return { svg, widthPx, heightPx };
  });

/** The policy of the page allows pictures from data URLs and from nowhere else (build/policy.ts). */
export const svgDataUrl = ({ svg }: Pick<ChartImage, 'svg'>): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** The picture has twice as many pixels as the screen, so that it stays sharp in a document. */
const PIXEL_RATIO = 2;

export async function chartPng(image: ChartImage): Promise<Blob> {
  const picture = new Image();
  picture.src = svgDataUrl(image);
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.widthPx * PIXEL_RATIO;
  canvas.height = image.heightPx * PIXEL_RATIO;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))),
      'image/png',
    );
  });
}
