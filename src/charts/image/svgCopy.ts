/**
 * A drawing on the screen is written anew as SVG. Only known shapes and texts are copied, with their computed
 * styles, so that no script, handler, style sheet or outside address can come along.
 */
import { escapeMarkup } from '../../clinical/fhirElements/escapeMarkup.ts';
import { plainLine } from '../../clinical/fhirElements/plainLine.ts';

type AttributeNames = readonly string[];

const TEXT_POSITION: AttributeNames = ['x', 'y', 'dx', 'dy', 'text-anchor', 'dominant-baseline'];

/** Only these elements are copied, each with these attributes and `transform`. */
const COPIED_ELEMENTS: Readonly<Record<string, AttributeNames>> = {
  g: [],
  svg: ['x', 'y', 'width', 'height', 'viewBox'],
  path: ['d'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
  text: TEXT_POSITION,
  tspan: TEXT_POSITION,
};

const PAINT_PROPERTIES: AttributeNames = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
];
const FONT_PROPERTIES: AttributeNames = ['font-family', 'font-size', 'font-weight', 'font-style'];

const INITIAL_VALUES: Readonly<Record<string, string>> = { 'stroke-dasharray': 'none', opacity: '1' };

export const attribute = (name: string, value: string | number) =>
  ` ${name}="${escapeMarkup(String(value))}"`;

/** Numbers, path letters and lists of them cannot form an address. */
const isGeometry = (value: string) => /^[\w\s.,()+%-]+$/.test(value) && !/url|script/i.test(value);

function styleAttributes(element: Element, name: string): string {
  const computed = getComputedStyle(element);
  const names =
    name === 'g' || name === 'svg'
      ? ['opacity']
      : name.startsWith('t')
        ? [...PAINT_PROPERTIES, ...FONT_PROPERTIES]
        : PAINT_PROPERTIES;
  return names
    .map(
      (property) =>
        [property, computed.getPropertyValue(property) || element.getAttribute(property)] as const,
    )
    .map(([property, value]) =>
      value && value !== INITIAL_VALUES[property] && !/url\(/i.test(value) ? attribute(property, value) : '',
    )
    .join('');
}

/** The clips of a file are renamed, so that nothing that was sent can be a name in it. */
export type ClipNames = Map<Element, string>;

function outermost(element: Element): Element {
  const outer = element.parentElement?.closest('svg');
  return outer ? outermost(outer) : element;
}

function clipAttribute(element: Element, clips: ClipNames): string {
  const [, id] = /^url\(["']?#([^"')]+)["']?\)$/.exec(element.getAttribute('clip-path') ?? '') ?? [];
  const all = outermost(element).querySelectorAll('clipPath');
  const clip = [...all].find((one) => one.id === id);
  if (!clip) return '';
  const name = clips.get(clip) ?? `clip${clips.size + 1}`;
  clips.set(clip, name);
  return attribute('clip-path', `url(#${name})`);
}

function elementCopy(element: Element, clips: ClipNames): string {
  const name = element.localName;
  const shape = Object.hasOwn(COPIED_ELEMENTS, name) ? COPIED_ELEMENTS[name] : undefined;
  if (!shape || element.namespaceURI !== 'http://www.w3.org/2000/svg') return '';
  const { display, visibility } = getComputedStyle(element);
  if (display === 'none' || (visibility === 'hidden' && name !== 'g')) return '';
  const places = ['transform', ...shape].map((property) => {
    const value = element.getAttribute(property) ?? '';
    return isGeometry(value) ? attribute(property, value) : '';
  });
  return `<${name}${places.join('')}${styleAttributes(element, name)}${clipAttribute(element, clips)}>${childCopies(element, clips)}</${name}>`;
}

function childCopies(element: Element, clips: ClipNames): string {
  const isText = element.localName === 'text' || element.localName === 'tspan';
  return [...element.childNodes]
    .map((node) => {
      if (node instanceof Element) return elementCopy(node, clips);
      return isText && node.nodeType === Node.TEXT_NODE
        ? escapeMarkup(withOuterSpaces(node.textContent ?? ''))
        : '';
    })
    .join('');
}

/** Whitespace between two parts of a text belongs to the text, so it is kept. */
const withOuterSpaces = (text: string) =>
  `${/^\s/.test(text) ? ' ' : ''}${plainLine(text)}${/\s$/.test(text) ? ' ' : ''}`;

export type SvgBox = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** A drawing reaches beyond its box unless its parent cuts it at the time window. */
const isClipped = ({ parentElement }: Element) =>
  parentElement !== null && getComputedStyle(parentElement).overflow === 'hidden';

/** Writes one drawing at its place in the file. */
export function svgCopy(chart: Element, { left, top, width, height }: SvgBox, clips: ClipNames): string {
  const known = new Set(clips.keys());
  const content = childCopies(chart, clips);
  const defs = [...clips]
    .filter(([clip]) => !known.has(clip))
    .map(([clip, name]) => `<clipPath${attribute('id', name)}>${childCopies(clip, clips)}</clipPath>`);
  const viewBox = chart.getAttribute('viewBox') ?? '';
  const at = [
    attribute('x', left),
    attribute('y', top),
    attribute('width', width),
    attribute('height', height),
    isGeometry(viewBox) ? attribute('viewBox', viewBox) : '',
    attribute('overflow', isClipped(chart) ? 'hidden' : 'visible'),
  ];
  return `<svg${at.join('')}>${defs.length > 0 ? `<defs>${defs.join('')}</defs>` : ''}${content}</svg>`;
}
