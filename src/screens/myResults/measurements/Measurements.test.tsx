// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { LanguageProvider } from '../../../parts/language/languageContext.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import type { Site } from '../../../smart/site/site.ts';
import { openedSession } from '../../../testing/openedSessionFixture.ts';
import { flagConcept, pressure, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { siteOf } from '../../../testing/sessionFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { glossaryIn } from '../plainNames.ts';
import { Measurements } from './Measurements.tsx';
import { measurementsSpanish } from './measurements.es.messages.ts';

const own = { performer: [{ reference: 'Patient/p1' }] };
const clinic = { performer: [{ reference: 'Organization/o1' }] };
const sensor = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    resultInput(
      '99504-3',
      100 + (i % 60),
      'mg/dL',
      new Date(Date.parse('2026-11-17T06:00:00Z') + i * 900_000).toISOString(),
    ),
  );

async function show(resources: readonly unknown[], more: object = {}, site: Partial<Site> = {}) {
  const { container } = await act(async () =>
    render(
      <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
        <InOpenRecord record={recordOf(resources, more)} session={openedSession({}, {}, siteOf(site))}>
          <Suspense>
            <Measurements />
          </Suspense>
        </InOpenRecord>
      </LanguageProvider>,
    ),
  );
  return container;
}

const VITAL = { category: [{ coding: [{ code: 'vital-signs' }] }] };

beforeAll(async () => void (await glossaryIn('en')), 60_000);
beforeEach(() => vi.stubGlobal('scrollTo', () => undefined));
afterEach(() => {
  cleanup();
  speakEnglish();
  vi.unstubAllGlobals();
});

const marksOf = (container: HTMLElement): (string | null)[] =>
  [...container.querySelectorAll('[data-mark]')].map((mark) => mark.getAttribute('data-mark'));

test('WCAG 3.1.2: a picture and its list of days name the test in its language', async () => {
  speak('es', 'es-MX', { measurements: measurementsSpanish });
  const container = await show([
    { ...resultInput('x', 7, 'U', '2026-11-22T06:00:00Z', VITAL), code: { text: 'Measure of our own' } },
    { ...resultInput('x', 8, 'U', '2026-11-23T06:00:00Z', VITAL), code: { text: 'Measure of our own' } },
  ]);
  const picture = screen.getByRole('img', { name: /^Measure of our own ?, del .* al / });
  const label = document.getElementById(picture.getAttribute('aria-labelledby') ?? '');
  expect(label?.querySelector('bdi[lang="en"]')?.textContent).toBe('Measure of our own');
  for (const details of container.querySelectorAll('details')) {
    details.open = true;
    fireEvent(details, new Event('toggle'));
  }
  const list = await screen.findByRole('table', { name: 'Lista de días de Measure of our own' });
  expect(list.querySelector('caption bdi[lang="en"]')?.textContent).toBe('Measure of our own');
  expect([...container.querySelectorAll('[aria-label*="own"]')]).toEqual([]);
});

test('readings of home and of the clinic differ in shape and in words', async () => {
  const container = await show([
    { ...pressure(131, 78, '2026-11-23T13:00:00Z'), ...own },
    { ...pressure(144, 84, '2026-11-20T16:00:00Z'), ...clinic },
  ]);
  expect(marksOf(container)).toEqual(['diamond', 'circle']);
  expect(container.querySelector('figcaption')?.textContent).toMatch(
    /measured by the clinic.*self-measured.*2 readings in this picture/,
  );
  expect(screen.getByRole('article').textContent).toContain('131/78 mmHg');
});

test('a thousand sensor readings are one path, and every one is in the account of the picture', async () => {
  const container = await show(sensor(700));
  expect(marksOf(container)).toEqual(['square', 'square']);
  expect(container.querySelectorAll('svg *').length).toBeLessThan(60);
  expect(screen.getByRole('article').textContent).toContain('700 readings in this picture.');
  const picture = screen.getByRole('img', { name: /by time of day/ });
  expect(document.getElementById(picture.getAttribute('aria-labelledby') ?? '')?.textContent).toMatch(
    /: middle \d+/,
  );
});

test('a measurement without a range is nothing to worry about, and nothing is called well', async () => {
  const container = await show([resultInput('29463-7', 82, 'kg', '2026-11-22T13:00:00Z', own)]);
  expect(container.textContent).toContain('Your care team can tell you what this means.');
  expect(container.textContent).not.toMatch(/Ask your care team|Questions\?/);
});

test('rule 34: a preliminary value is announced and drawn nowhere', async () => {
  const container = await show([
    resultInput('29463-7', 82, 'kg', '2026-11-22T13:00:00Z', own),
    resultInput('29463-7', 97.3, 'kg', '2026-11-23T13:00:00Z', { ...own, status: 'preliminary' }),
  ]);
  expect(container.textContent).toContain('is not final yet');
  expect(container.innerHTML).not.toContain('97.3');
  expect(container.textContent).toContain('1 reading in this picture.');
});

test('rules 37 and 39: while readings are missing no days are counted and nothing is called the newest', async () => {
  const weight = resultInput('29463-7', 82, 'kg', '2026-11-22T13:00:00Z', own);
  const container = await show([weight], { complete: false });
  expect(container.textContent).toContain('Some readings could not be read, so these days are not counted.');
  expect(container.textContent).not.toMatch(/In the last|Newest:/);
  expect(container.querySelector('[data-latest]')).toBeNull();
});

test('one choice of days holds for all pictures, and a list has the numbers of the days', async () => {
  const container = await show([
    resultInput('29463-7', 82, 'kg', '2026-11-22T13:00:00Z', own),
    resultInput('29463-7', 83, 'kg', '2026-11-10T13:00:00Z', own),
    resultInput('8867-4', 70, '/min', '2026-11-10T13:00:00Z', own),
  ]);
  fireEvent.click(screen.getByRole('button', { name: '7 days' }));
  const captions = [...container.querySelectorAll('figcaption')].map(({ textContent }) => textContent);
  expect(captions[0]).toContain('1 reading in this picture. 1 older reading is not in this picture.');
  expect(captions[1]).toContain(
    'There are no readings in this picture. 1 older reading is not in this picture.',
  );
  const [list] = container.querySelectorAll('details');
  list!.open = true;
  fireEvent(list!, new Event('toggle'));
  expect(screen.getByRole('table', { name: 'List of days of Weight' }).textContent).toContain(
    'November 22, 2026182self-measured',
  );
});

test('the list of days names each source of a day, also that nobody said who measured', async () => {
  const weightBy = (hour: string, more: typeof own | Record<string, never>) =>
    resultInput('29463-7', 82, 'kg', `2026-11-23T${hour}:00:00Z`, more);
  const whoIn = async (resources: readonly unknown[]) => {
    const container = await show(resources);
    fireEvent.click(container.querySelector('summary')!);
    const who = await within(container).findByRole('columnheader', { name: 'Who measured' });
    const text = who.closest('table')!.querySelector('tbody td:last-child')!.textContent;
    cleanup();
    return text;
  };
  expect(await whoIn([weightBy('14', own), weightBy('15', {})])).toBe('self-measured, not said who measured');
  expect(await whoIn([weightBy('14', own), weightBy('15', own)])).toBe('self-measured');
  expect(await whoIn([weightBy('14', {}), weightBy('15', {})])).toBe('');
});

test('rules 17 and 20: the list of days says which of its numbers are not counted', async () => {
  const glucose = (hour: string, value: number, more: object = {}) =>
    resultInput('41653-7', value, 'mmol/L', `2026-11-23T${hour}:00:00Z`, { ...own, ...more });
  const container = await show([
    glucose('14', 6),
    glucose('15', 110),
    glucose('16', 0, { valueQuantity: { value: 33.3, unit: 'mmol/L', comparator: '>' } }),
  ]);
  fireEvent.click(container.querySelector('summary')!);
  const cell = await within(container).findByText(/not counted\)$/);
  expect(cell.textContent).toBe('6, 110 (not counted), >33.3 (not counted)');
});

test('rule 18: a pressure that a catheter measured does not have the name of the one of a cuff', async () => {
  const cuff = pressure(134, 66, '2026-11-22T13:00:00Z');
  const catheter = { ...pressure(136, 64, '2026-11-22T13:00:00Z'), bodySite: { text: 'Arterial line' } };
  const container = await show([cuff, catheter]);
  const names = [...container.querySelectorAll('h3')].map(({ textContent }) => textContent);
  expect(names).toEqual(['Blood pressure', 'Blood pressure – inside an artery']);
});

test('a record of old readings opens on a year, and one without any says so', async () => {
  await show([resultInput('29463-7', 82, 'kg', '2026-03-03T13:00:00Z')]);
  expect(screen.getByRole('button', { name: '1 year' }).getAttribute('aria-pressed')).toBe('true');
  cleanup();
  const container = await show([]);
  expect(container.textContent).toContain('There are no measurements in this record yet.');
});

test('all texts of a card change with the language, and the screen stays when the other words are still to come', async () => {
  const record = recordOf([resultInput('29463-7', 82, 'kg', '2026-11-22T13:00:00Z', own)]);
  // A newer browser returns a promise from scrolling.
  vi.stubGlobal('scrollTo', () => Promise.resolve());
  const inLanguage = (language: string) => (
    <LanguageProvider value={{ language, onChoose: () => undefined }}>
      <InOpenRecord record={record}>
        <Suspense>
          <Measurements />
        </Suspense>
      </InOpenRecord>
    </LanguageProvider>
  );
  const { container, rerender, unmount } = await act(async () => render(inLanguage('en')));
  speak('es', 'es-MX', { measurements: measurementsSpanish });
  await act(async () => rerender(inLanguage('es')));
  await act(async () => void (await glossaryIn('es')));
  expect(container.textContent).toContain(
    'En los últimos 7 días, sin otras en los últimos 30: 1 medición, por la propia persona, 82 kg.',
  );
  expect(container.textContent).not.toMatch(/In the last|reading/);
  // A device and the part of the body are words as they were sent.
  expect(container.querySelectorAll('[data-sent-words]')).toHaveLength(1);
  speakEnglish();
  expect(() => unmount()).not.toThrow();
});

test('about a measurement that was marked as urgent, the number of the site can be called with one press', async () => {
  const urgent = resultInput('29463-7', 190, 'kg', '2026-11-22T13:00:00Z', flagConcept('HH'));
  await show([urgent], {}, { call: 'the nurse line, +1 555 010 0199' });
  expect(screen.getByRole('link', { name: 'Call +1 555 010 0199' }).getAttribute('href')).toBe(
    'tel:+15550100199',
  );
  cleanup();
  const container = await show([urgent], {}, { call: 'your clinic <b>now</b>' });
  expect(container.textContent).toContain('call now: your clinic <b>now</b>.');
  expect(container.querySelector('a[href^="tel:"]')).toBeNull();
});

test('rule 16: the unit of the own scale stands next below a value that was converted, and once', async () => {
  // Nobody can tell which of the two units is that of the newest reading, so that both stand in kilograms.
  const weight = (value: number, unit: string) =>
    resultInput('29463-7', value, unit, '2026-11-20T14:00:00Z', VITAL);
  const { textContent: text } = await show([weight(82, 'kg'), weight(178, '[lb_av]')]);
  expect(text).toMatch(/80\.7 kgIt was sent as 178 pounds\.Newest: /);
  expect(text.split('sent as 178')).toHaveLength(2);
});
