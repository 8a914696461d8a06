// The look of the EHR is served where `smart_style_url` of the token answer points: some styles an app can
// take over, and others it must reject.
// https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html
import type { OutgoingHttpHeaders } from 'node:http';
import { jsonResponse, type HttpResponse } from './http.ts';

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

/**
 * Public launchers serve this style word for word. Its links cannot be read, and it has a semicolon that does
 * not belong there.
 */
const EXAMPLE = {
  ...CALM,
  color_background: '#edeae3',
  color_highlight: '#69b5ce',
  color_text: '#303030',
  font_family_body: "Georgia, Times, 'Times New Roman', serif",
  font_family_heading: "'HelveticaNeue-Light', Helvetica, Arial, 'Lucida Grande', sans-serif;",
};

type Style = { readonly label: string; readonly answer: () => HttpResponse };
const jsonStyle = (value: unknown) => (): HttpResponse => jsonResponse(200, value);

export const STYLES = {
  calm: { label: 'Calm: off-white, blue, Times', answer: jsonStyle(CALM) },
  night: { label: 'Dark', answer: jsonStyle(NIGHT) },
  example: { label: 'The specification’s example', answer: jsonStyle(EXAMPLE) },
  pale: { label: 'Bad: grey text on white', answer: jsonStyle({ ...CALM, color_text: '#a9adb0' }) },
  red: {
    label: 'Bad: red for what can be pressed',
    answer: jsonStyle({ ...CALM, color_highlight: '#b3001b' }),
  },
  address: {
    label: 'Bad: addresses for colours',
    answer: jsonStyle({
      ...CALM,
      color_background: 'url(/styles/seen)',
      font_family_body: 'url(/styles/seen)',
    }),
  },
  quote: {
    label: 'Bad: a stray quote and semicolon',
    answer: jsonStyle({
      ...CALM,
      color_text: "#1d2429';} * { display: none",
      font_family_body: "Times', serif; } body { display: none }",
    }),
  },
  long: { label: 'Bad: 5 MB', answer: jsonStyle({ ...CALM, more: 'x'.repeat(5_000_000) }) },
  html: {
    label: 'Bad: a page',
    answer: () => ({ status: 200, type: 'text/html; charset=utf-8', body: '<!doctype html><p>Sign in' }),
  },
  list: { label: 'Bad: a list', answer: jsonStyle([CALM]) },
  missing: { label: 'Bad: not there', answer: () => jsonResponse(404, { error: 'No style.' }) },
  redirect: {
    label: 'Bad: a redirect',
    answer: () => ({ status: 302, headers: { Location: '/styles/calm' } }),
  },
  elsewhere: { label: 'Bad: on another origin', answer: jsonStyle(CALM) },
} as const satisfies Readonly<Record<string, Style>>;

export type StyleName = keyof typeof STYLES;
export const isStyleName = (value: unknown): value is StyleName =>
  typeof value === 'string' && Object.hasOwn(STYLES, value);

/**
 * Returns the address for the token answer. The other origin is another name of this machine, at which nobody
 * answers.
 */
export const styleUrl = (name: StyleName, origin: string): string =>
  `${name === 'elsewhere' ? origin.replace('127.0.0.1', 'localhost') : origin}/styles/${name}`;

/** A style is no secret, and any page may read it. */
const OPEN_CORS: OutgoingHttpHeaders = { 'Access-Control-Allow-Origin': '*' };

/** Returns undefined when there is no such style. */
export function styleResponse(path: string): HttpResponse | undefined {
  const name = /^\/styles\/([a-z]+)$/.exec(path)?.[1];
  if (!isStyleName(name)) return undefined;
  const answer: HttpResponse = STYLES[name].answer();
  return { ...answer, headers: { ...answer.headers, ...OPEN_CORS } };
}
