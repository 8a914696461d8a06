// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { chartImage, svgDataUrl, wrapText } from './chartImage.ts';

const SVG = 'http://www.w3.org/2000/svg';

afterEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

type Parts = Readonly<Record<string, string>>;

function element(name: string, parts: Parts = {}, ...children: readonly (Element | string)[]): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(parts)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function chart(...children: readonly Element[]): SVGElement {
  const made = element('svg', { width: '600', height: '200', viewBox: '0 0 600 200' }, ...children);
  document.body.append(made);
  return made;
}

const words = {
  patient: 'MARLOWE, Edwin, born 14 Mar 1959 (67 y)',
  title: 'Potassium (mmol/L)',
  lines: ['3 Dec 2014 – 24 Nov 2026', 'Times in CST, UTC−06:00.', 'Incomplete: 3 results read.'],
  footer: 'Hollow: preliminary.',
};

const svgOf = (root: SVGElement | HTMLElement) => chartImage(root, words).svg;

/** Returns what an XML reader sees: the names of elements and attributes, and the texts. */
function read(svg: string) {
  const tags = [...svg.matchAll(/<([a-zA-Z]+)((?: [\w-]+="[^"<]*")*)\s*\/?>/g)];
  const attributes = tags.flatMap(([, , list = '']) => [...list.matchAll(/ ([\w-]+)="([^"]*)"/g)]);
  return {
    elements: new Set(tags.map(([, name]) => name)),
    attributes: new Map(attributes.map(([, name = '', value = '']) => [name, value])),
    texts: [...svg.matchAll(/>([^<>]+)</g)].map(([, text]) => text),
    isWhole: svg.replaceAll(/<\/?[a-zA-Z]+(?: [\w-]+="[^"<]*")*\s*\/?>|[^<>]+/g, '') === '',
  };
}

test('rules 49 and 58: whose it is, what, from when and what is missing stand in the picture, in this order', () => {
  const { texts, isWhole } = read(svgOf(chart(element('path', { d: 'M0 0L10 10' }))));
  expect(isWhole).toBe(true);
  expect(texts).toEqual([words.patient, words.title, ...words.lines, words.footer]);
});

test('the shapes and texts of the chart are in it, and a second drawing such as its time axis', () => {
  const figure = document.createElement('figure');
  figure.append(
    chart(element('g', { transform: 'translate(4 0)' }, element('circle', { cx: '5', cy: '6', r: '2' }))),
    chart(element('text', { x: '4', y: '12', 'text-anchor': 'end' }, '24 Nov 2026')),
  );
  document.body.append(figure);
  const svg = svgOf(figure);
  expect(svg).toMatch(/<g transform="translate\(4 0\)"[^>]*><circle cx="5" cy="6" r="2"/);
  expect(svg).toMatch(/<text x="4" y="12" text-anchor="end"[^>]*>24 Nov 2026<\/text>/);
  expect(svg.match(/<svg/g)).toHaveLength(3);
});

test('nothing that runs, listens, styles or points outside gets into the file', () => {
  const evil = chart(
    element('script', {}, 'alert(1)'),
    element('style', {}, '@import url(https://evil.example)'),
    element('foreignObject', {}, document.createElement('div')),
    element('image', { href: 'https://evil.example/x.png' }),
    element('use', { href: 'https://evil.example/x.svg#a' }),
    element('a', { href: 'javascript:alert(1)' }, element('path', { d: 'M1 1' })),
    element('animate', { attributeName: 'href', to: 'javascript:alert(1)' }),
    element('path', {
      d: 'M0 0L1 1',
      onclick: 'alert(1)',
      style: 'fill: url(https://evil.example/f)',
      fill: 'url(https://evil.example/f)',
      id: 'evil',
      class: 'evil',
      'clip-path': 'url(https://evil.example/c#x)',
      transform: 'translate(1) url(https://evil.example)',
    }),
    element('path', { d: '"/><script>alert(1)</script>' }),
    element('text', { x: '1', y: '1' }, '</text><script>alert(1)</script>&"\u0000\u202E'),
  );
  evil.setAttribute('onload', 'alert(1)');
  const svg = svgOf(evil);
  const { elements, attributes, texts, isWhole } = read(svg);
  expect(isWhole).toBe(true);
  expect(elements).toEqual(new Set(['svg', 'rect', 'g', 'text', 'path']));
  for (const name of attributes.keys())
    expect(name).not.toMatch(/^on|href|^style$|^class$|^id$|clip-path|^transform$/);
  expect(svg).not.toContain('evil');
  expect(texts).toContain('&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;');
});

test('words of a server in the title are text, and each on its line', () => {
  const { svg } = chartImage(chart(), { ...words, title: '<script>x</script>\n"a" & \u202Eb', lines: [] });
  expect(read(svg).isWhole).toBe(true);
  expect(read(svg).texts[1]).toBe('&lt;script&gt;x&lt;/script&gt; &quot;a&quot; &amp; b');
});

test('what is clipped on the screen is clipped in the file, under a name of its own', () => {
  const clip = element('clipPath', { id: 'plot1-clip' }, element('rect', { width: '10', height: '10' }));
  const svg = svgOf(
    chart(
      element('defs', {}, clip),
      element('g', { 'clip-path': 'url(#plot1-clip)' }, element('path', { d: 'M0 0' })),
    ),
  );
  expect(svg).toMatch(
    /<defs><clipPath id="clip1"><rect width="10" height="10"[^>]*><\/rect><\/clipPath><\/defs>/,
  );
  expect(svg).toMatch(/<g[^>]* clip-path="url\(#clip1\)"/);
  expect(svg).not.toContain('plot1');
});

test('it is on light paper in the colours of the light scheme, and the chart on the screen stays as it was', () => {
  const style = document.createElement('style');
  style.textContent =
    ':root { --paper: #fefefe; --ink: #010101; --chart-line: #020202 } .line { stroke: var(--chart-line) }';
  document.head.append(style);
  const shown = chart(element('path', { d: 'M0 0', class: 'line' }));
  shown.setAttribute('style', 'width: 100%');
  const svg = svgOf(shown);
  expect(svg).toMatch(/^<svg [^>]+><rect [^>]*fill="#fefefe"\/><g fill="#010101">/);
  expect(svg).toContain('stroke="#020202"');
  expect(shown.getAttribute('style')?.replaceAll(/[\s;]/g, '')).toBe('width:100%');
});

test('rule 59: a long line goes on below, whole words first, and nothing is left out', () => {
  expect(wrapText('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  const long = 'x'.repeat(50);
  expect(wrapText(`a ${long} b`, 20).join('').replaceAll(' ', '')).toBe(`a${long}b`);
  for (const line of wrapText(`a ${long} 電解質の検査結果です電解質の検査結果です`, 20))
    expect(line.length).toBeLessThanOrEqual(20);
});

test('the address of the picture is data, which the policy of the page lets a picture have', () => {
  const address = svgDataUrl({ svg: '<svg>#"é</svg>' });
  expect(address).toBe('data:image/svg+xml;charset=utf-8,%3Csvg%3E%23%22%C3%A9%3C%2Fsvg%3E');
});

test('the words beside a drawing come along as text: a note on the scale, but nothing that is only read aloud', () => {
  vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([new DOMRect(10, 20, 50, 12)] as never);
  const figure = document.createElement('figure');
  figure.append('scale extended <b>', chart(element('path', { d: 'M0 0' })));
  for (const hidden of ['display: none', 'visibility: hidden', 'clip-path: inset(50%)']) {
    const span = document.createElement('span');
    span.setAttribute('style', hidden);
    span.append('read aloud');
    figure.append(span);
  }
  const flag = document.createElement('b');
  flag.setAttribute('style', 'background-color: #b3001b; color: #ffffff');
  flag.append('‼HH');
  figure.append(flag);
  document.body.append(figure);
  const svg = svgOf(figure);
  const { texts, isWhole } = read(svg);
  expect(isWhole).toBe(true);
  // White letters are lost on white paper without their background.
  expect(svg).toMatch(/<rect[^>]+fill="#b3001b"\/><text[^>]+fill="#ffffff"[^>]*>‼HH</);
  expect(texts).toContain('scale extended &lt;b&gt;');
  expect(texts).not.toContain('read aloud');
  vi.restoreAllMocks();
});

test('what lies outside the window of a drawing is outside in the file too', () => {
  const plot = document.createElement('div');
  plot.style.overflow = 'hidden';
  const shown = chart(element('path', { d: 'M-50 0L10 10' }));
  plot.append(shown);
  document.body.append(plot);
  expect(svgOf(shown)).toMatch(/<svg x="16"[^>]* overflow="hidden">/);
});
