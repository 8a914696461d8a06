// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LanguageProvider } from '../../parts/language/languageContext.ts';
import type { Brand, Site } from '../../smart/site/site.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { speak, speakEnglish } from '../../words/language.ts';
import { SPANISH } from '../language/spanish.ts';
import { loadPatientView } from '../patient/loadPatientView.ts';
import { StartScreen } from './StartScreen.tsx';

vi.mock('../patient/loadPatientView.ts', () => ({
  loadPatientView: vi.fn<(language: string) => Promise<void>>(() => Promise.resolve()),
}));

afterEach(() => {
  cleanup();
  speakEnglish();
});

const place = (id: string, label: string, brand: Partial<Brand> = {}): Site =>
  siteOf({
    id,
    label,
    iss: `https://${id}.example/r4`,
    brands: [{ name: label, places: [], aliases: [], portal: '', ...brand }],
  });
const many = (count: number): Site[] =>
  Array.from({ length: count }, (_, i) => place(`p${i}`, `Clinic ${i}`, { places: [`Town ${i}, WI`] }));

function open(sites: readonly Site[], language = 'en') {
  const onSignIn = vi.fn<(site: Site) => void>();
  const onChoose = vi.fn<(language: string) => void>();
  render(
    <LanguageProvider value={{ language, onChoose }}>
      <StartScreen sites={sites} onSignIn={onSignIn} />
    </LanguageProvider>,
  );
  return { onSignIn, onChoose };
}
const type = (text: string): boolean =>
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } });
const nameOf = (line: Element | null): string => line?.textContent.replaceAll(/\s+/g, ' ') ?? '';
const names = (): string[] => screen.queryAllByRole('button', { name: /^Sign in to/ }).map(nameOf);

test.each([
  ['https://longview.example/index.html?iss=https://ehr.example/r4&launch=secret', true],
  ['https://longview.example/index.html', false],
  ['https://longview.example/?iss=https://ehr.example', false],
])('opened at %s, the page says which launch URL to register: %s', (address, isTold) => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
    { name: address, entryType: 'navigation', startTime: 0, duration: 0, toJSON: () => ({}) },
  ]);
  for (const sites of [[siteOf()], many(3)]) {
    cleanup();
    open(sites);
    expect(screen.queryAllByText(/Launch URL to register: \S+\/launch\.html$/)).toHaveLength(isTold ? 1 : 0);
    expect(document.body.textContent).not.toMatch(/secret|ehr\.example/);
  }
  vi.restoreAllMocks();
});

test.each([
  ['patient', true],
  ['ask', true],
  ['clinician', false],
] as const)('the view of patients is fetched ahead at a site for "%s": %s', async (audience, isFetched) => {
  vi.useFakeTimers();
  open([siteOf({ audience })]);
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  expect(vi.mocked(loadPatientView).mock.calls).toEqual(isFetched ? [['en']] : []);
});

describe('with one place', () => {
  test('there is one button and nothing to search, as before', () => {
    const { onSignIn } = open([siteOf(), siteOf({ id: 'chart', launch: ['ehr'] })]);
    expect(screen.queryByRole('searchbox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Sign in to General Hospital' }));
    expect(onSignIn).toHaveBeenCalledWith(siteOf());
  });

  test('without any, the page says from where Longview opens', () => {
    open([siteOf({ launch: ['ehr'] })]);
    expect(screen.getAllByRole('button').map(nameOf)).toEqual(['Español']);
    expect(screen.getByText(/^Open Longview from a patient’s chart/)).not.toBeNull();
  });
});

describe('with a few places', () => {
  test('all stand there without a search, and those that only open from a chart are left out with a sentence', () => {
    open([
      siteOf({ id: 'b', label: 'Valley Clinic' }),
      siteOf({ id: 'a', label: 'Árbol Clinic' }),
      siteOf({ id: 'c', label: 'Chart only', launch: ['ehr'] }),
    ]);
    expect(names()).toEqual(['Sign in to Árbol Clinic', 'Sign in to Valley Clinic']);
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.getByText(/^Some places open Longview from their own site only/)).not.toBeNull();
    expect(screen.getByRole('heading', { name: 'Where do you get care?' })).not.toBeNull();
  });

  test('the second click of a double click starts nothing', () => {
    const { onSignIn } = open([siteOf({ id: 'b', label: 'B' }), siteOf({ id: 'a', label: 'A' })]);
    fireEvent.click(screen.getByRole('button', { name: 'Sign in to A' }), { detail: 2 });
    expect(onSignIn).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Sign in to A' }), { detail: 1 });
    expect(onSignIn).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('status').textContent).toBe('Opening the sign-in page of A…');
    fireEvent(globalThis.window, new Event('pageshow'));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('places of one name are told apart by town, and without a town by the address', () => {
    open([
      place('one', 'Mercy Hospital', { places: ['Des Moines, IA'] }),
      place('two', 'Mercy Hospital', { places: ['Joplin, MO'] }),
      place('three', 'mercy hospital'),
    ]);
    expect(names()).toEqual([
      'Sign in to Mercy Hospital Des Moines, IA',
      'Sign in to Mercy Hospital Joplin, MO',
      'Sign in to mercy hospital three.example',
    ]);
  });
});

describe('with many places', () => {
  test('nothing is listed before a letter is typed, and at most 20 lines after it', () => {
    open(many(10_000));
    expect(names()).toEqual([]);
    type('clin');
    expect(names()).toHaveLength(20);
    expect(screen.getByRole('status').textContent).toBe(
      'The first 20 of 10000 places. Type more letters to see fewer.',
    );
    type('clinic 9999');
    expect(names()).toEqual(['Sign in to Clinic 9999 Town 9999, WI']);
    expect(screen.getByRole('status').textContent).toBe('1 place found');
  });

  test.each([
    ['accents and capitals', 'SAO JOSE'],
    ['accents that were typed', 'são josé'],
    ['a town', 'joinvi'],
    ['an older name', 'santa casa'],
    ['the name of its portal', 'meusaude'],
    ['words of different fields', 'jose joinville'],
  ])('a place is found by %s', (_, typed) => {
    open([
      ...many(30),
      place('jose', 'Hospital São José', {
        places: ['Joinville, SC'],
        aliases: ['Santa Casa'],
        portal: 'MeuSaúde',
      }),
    ]);
    type(typed);
    expect(names()).toEqual(['Sign in to Hospital São José Joinville, SC · portal MeuSaúde']);
  });

  test('apostrophes, points and letters with a stroke make no difference', () => {
    open([
      ...many(30),
      place('mary', 'St. Mary’s'),
      place('lodz', 'Klinika Łódź'),
      place('str', 'Große Straße'),
    ]);
    for (const [typed, name] of [
      ['st marys', 'St. Mary’s'],
      ["St Mary's", 'St. Mary’s'],
      ['lodz', 'Klinika Łódź'],
      ['grosse', 'Große Straße'],
    ] as const) {
      type(typed);
      expect(names()).toEqual([`Sign in to ${name}`]);
    }
  });

  test('a name that begins with the letters stands before a town that does', () => {
    open([...many(30), place('a', 'Alpha Care', { places: ['Boston, MA'] }), place('b', 'Boston Clinic')]);
    type('bos');
    expect(names()).toEqual(['Sign in to Boston Clinic', 'Sign in to Alpha Care Boston, MA']);
  });

  test('nothing found is said with what to do', () => {
    open(many(30));
    type('zzz <b>');
    expect(names()).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe('Nothing found');
    expect(screen.getByText(/^No place here has this name/)).not.toBeNull();
  });

  test('arrow keys go from the search into the list and back', () => {
    open(many(30));
    type('clinic 1');
    const search = screen.getByRole('searchbox');
    search.focus();
    const press = (key: string): void => void fireEvent.keyDown(document.activeElement!, { key });
    press('ArrowDown');
    expect(nameOf(document.activeElement)).toBe(names()[0]);
    press('End');
    expect(nameOf(document.activeElement)).toBe(names().at(-1));
    press('ArrowDown');
    expect(nameOf(document.activeElement)).toBe(names().at(-1));
    press('Home');
    expect(document.activeElement).toBe(search);
  });
});

test('in Spanish the page asks in Spanish, and the other language is at hand', () => {
  speak('es', 'es-US', SPANISH);
  const { onChoose } = open([siteOf({ id: 'a', label: 'A' }), siteOf({ id: 'b', label: 'B' })], 'es');
  expect(screen.getByRole('heading', { name: '¿Dónde se atiende usted?' })).not.toBeNull();
  const line = screen.getByRole('button', { name: 'Entrar en A' });
  // WCAG 3.1.2: the sentence is in the language of the page, and nobody knows that of the name.
  const marked = (element: Element) =>
    [...element.querySelectorAll<HTMLElement>('[lang]')].map((one) => [one.lang, one.textContent]);
  expect(marked(line)).toEqual([['und', 'A']]);
  expect(line.hasAttribute('aria-label')).toBe(false);
  fireEvent.click(line);
  expect(marked(screen.getByRole('status'))).toEqual([['und', 'A']]);
  fireEvent.click(screen.getByRole('button', { name: 'English' }));
  expect(onChoose.mock.calls.map(([language]) => language)).toEqual(['en']);
});
