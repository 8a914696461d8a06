// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LaunchError } from '../../smart/errors/LaunchError.ts';
import { openSession, type Session } from '../../smart/session/session.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { ehrStyle } from '../../parts/openRecord/ehrStyle.ts';
import { Inspector } from '../../screens/inspector/Inspector.tsx';

// The test runner reads style sheets as empty.
vi.mock('../../ui/theme/tokens.css?raw', async () => {
  const { readFileSync } = await import('node:fs');
  return { default: readFileSync('src/ui/theme/tokens.css', 'utf8') };
});

const ORIGIN = 'https://style.example';
const CALM = {
  color_background: '#fbfaf7',
  color_text: '#1d2429',
  color_highlight: '#14597a',
  font_family_body: "Calibri, 'Brand'",
};

let styleAnswer: () => Promise<Response>;
const answer = vi.fn<(address: string) => Promise<Response>>(async (address) =>
  address.startsWith(ORIGIN) ? styleAnswer() : Response.json({ issuer: 'https://fhir.general.example' }),
);
beforeEach(() => {
  styleAnswer = async () => Response.json(CALM);
  vi.stubGlobal('fetch', answer);
});
afterEach(() => {
  cleanup();
  answer.mockClear();
  vi.unstubAllGlobals();
  document.adoptedStyleSheets = [];
});

const sessionWith = (styleUrl: string | undefined): Session =>
  openSession(siteOf({ styleOrigins: [ORIGIN] }), { ...granted('p1'), styleUrl });
const laidOn = (): string =>
  document.adoptedStyleSheets
    .flatMap((sheet) => [...sheet.cssRules])
    .map(({ cssText }) => cssText)
    .join('\n');

async function lineOf(session: Session): Promise<string> {
  const opened = {
    session,
    requests: [],
    readUser: async () => undefined,
    refresh: () => undefined,
    openEvents: () => Promise.reject(new Error('not asked')),
    loadSourceReader: () => Promise.reject(new Error('The inspector reads no result.')),
    onSignIn: () => undefined,
  };
  render(<Inspector sites={[session.site]} opened={opened} />);
  await ehrStyle(session);
  await screen.findByRole('table', { name: /^Sign-in settings/ });
  return screen.getByRole('row', { name: /^EHR style/ }).textContent;
}

test('row 58: asked for once, laid on by rules that only a screen without forced colours meets, and named in the inspector', async () => {
  const session = sessionWith(`${ORIGIN}/style.json`);
  const line = await lineOf(session);
  expect(line).toBe('EHR style (smart_style_url)colours appliedfont_family_body applied');
  expect(await ehrStyle(session)).toMatchObject({ applied: ['colours', 'font_family_body'], refused: [] });
  expect(answer.mock.calls.filter(([address]) => address.startsWith(ORIGIN))).toHaveLength(1);
  expect(laidOn()).toMatch(/@media screen and \(forced-colors: none\)[^{]+\(prefers-color-scheme: light\)/);
  expect(laidOn()).toContain('--paper: rgb(251 250 247);');
  expect(laidOn()).toContain('--font: "Calibri",');
  session.end(new LaunchError('E13'));
  expect(laidOn()).toBe('');
});

test.each([
  [
    'another origin',
    'https://other.example',
    async () => Response.json(CALM),
    'https://other.example is not in styleOrigins',
  ],
  ['HTML', `${ORIGIN}/style.json`, async () => new Response('<p>'), 'not JSON'],
  [
    'grey on grey',
    `${ORIGIN}/style.json`,
    async () => Response.json({ ...CALM, color_text: '#aaaaaa', font_family_body: "Arial'; x" }),
    'colours: color_text on color_background would reach',
  ],
])('row 58: %s leaves our own look, and the inspector says why', async (_what, address, response, why) => {
  styleAnswer = response;
  const line = await lineOf(sessionWith(address));
  expect(line).toContain('not applied');
  expect(line).toContain(why);
  expect(laidOn()).toBe('');
});

test('row 58: none sent: nothing is asked, and the inspector says none', async () => {
  expect(await lineOf(sessionWith(undefined))).toBe('EHR style (smart_style_url)none');
  expect(answer.mock.calls.filter(([address]) => address.startsWith(ORIGIN))).toEqual([]);
});
