// The look of the EHR, served where `smart_style_url` of the token answer points: one that an app can take over, and those
// that it must not. https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html
import type { OutgoingHttpHeaders } from 'node:http';
import { jsonAnswer, type Answer } from './http.ts';

const CALM = {
  color_background: '#fbfaf7',
  color_error: '#9e2d2d',
  color_highlight: '#14597a',
  color_modal_backdrop: '',
  color_success: '#498e49',
  color_text: '#1d2429',
  dim_border_radius: '6px',
  dim_font_size: '13px',
  dim_spacing_size: '20px',
  font_family_body: "'Times New Roman', Times, serif",
  font_family_heading: "'Times New Roman', Times, serif",
};
const NIGHT = {
  ...CALM,
  color_background: '#10151c',
  color_highlight: '#8fc1ee',
  color_text: '#e9edf2',
};

/** What public launchers serve, word for word: links that nobody can read, a semicolon that does not belong there. */
const EXAMPLE = {
  ...CALM,
  color_background: '#edeae3',
  color_highlight: '#69b5ce',
  color_text: '#303030',
  font_family_body: "Georgia, Times, 'Times New Roman', serif",
  font_family_heading: "'HelveticaNeue-Light', Helvetica, Arial, 'Lucida Grande', sans-serif;",
};

type Style = { readonly choice: string; readonly answer: () => Answer };
const json = (value: unknown) => (): Answer => jsonAnswer(200, value);

export const STYLES = {
  calm: { choice: 'Calm: off-white, blue, Times', answer: json(CALM) },
  night: { choice: 'Dark', answer: json(NIGHT) },
  example: { choice: 'The specification’s example', answer: json(EXAMPLE) },
  pale: { choice: 'Bad: grey text on white', answer: json({ ...CALM, color_text: '#a9adb0' }) },
  red: { choice: 'Bad: red for what can be pressed', answer: json({ ...CALM, color_highlight: '#b3001b' }) },
  address: {
    choice: 'Bad: addresses for colours',
    answer: json({ ...CALM, color_background: 'url(/styles/seen)', font_family_body: 'url(/styles/seen)' }),
  },
  quote: {
    choice: 'Bad: a stray quote and semicolon',
    answer: json({
      ...CALM,
      color_text: "#1d2429';} * { display: none",
      font_family_body: "Times', serif; } body { display: none }",
    }),
  },
  long: { choice: 'Bad: 5 MB', answer: json({ ...CALM, more: 'x'.repeat(5_000_000) }) },
  html: {
    choice: 'Bad: a page',
    answer: () => ({ status: 200, type: 'text/html; charset=utf-8', body: '<!doctype html><p>Sign in' }),
  },
  list: { choice: 'Bad: a list', answer: json([CALM]) },
  missing: { choice: 'Bad: not there', answer: () => jsonAnswer(404, { error: 'No style.' }) },
  redirect: {
    choice: 'Bad: a redirect',
    answer: () => ({ status: 302, headers: { Location: '/styles/calm' } }),
  },
  elsewhere: { choice: 'Bad: on another origin', answer: json(CALM) },
} as const satisfies Readonly<Record<string, Style>>;

export type StyleName = keyof typeof STYLES;
export const isStyleName = (value: unknown): value is StyleName =>
  typeof value === 'string' && Object.hasOwn(STYLES, value);

/** The address for the token answer. The other origin is another name of this machine, which answers nobody. */
export const styleUrl = (name: StyleName, origin: string): string =>
  `${name === 'elsewhere' ? origin.replace('127.0.0.1', 'localhost') : origin}/styles/${name}`;

/** A style is no secret: any page may read it. */
const OPEN: OutgoingHttpHeaders = { 'Access-Control-Allow-Origin': '*' };

/** undefined where there is no such style. */
export function styleAnswer(path: string): Answer | undefined {
  const name = /^\/styles\/([a-z]+)$/.exec(path)?.[1];
  if (!isStyleName(name)) return undefined;
  const answer: Answer = STYLES[name].answer();
  return { ...answer, headers: { ...answer.headers, ...OPEN } };
}
