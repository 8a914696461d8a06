// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { LanguageProvider } from '../../../parts/language/languageContext.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { openedSession } from '../../../testing/openedSessionFixture.ts';
import { flagConcept, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { glossaryIn } from '../plainNames.ts';
import { oneResultSpanish } from './oneResult.es.messages.ts';
import { ResultScreen } from './ResultScreen.tsx';
import { VisitSheet } from './VisitSheet.tsx';

const range = (low: number, high: number) => ({
  referenceRange: [{ low: { value: low }, high: { value: high } }],
});
const k = (value: number, at: string, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, { ...range(3.5, 5), ...more });
const sodium = (value: number, at: string) => resultInput('2951-2', value, 'mmol/L', at, range(135, 145));
const RECORD = recordOf([
  k(4.1, '2026-08-25T13:30:00Z'),
  k(5.4, '2026-10-29T13:05:00Z'),
  k(5.8, '2026-11-12T14:10:00Z'),
  sodium(140, '2026-11-12T14:10:00Z'),
]);
const session = openedSession();

const inRecord = (part: React.ReactNode, record: RecordSnapshot | undefined) => (
  <InOpenRecord record={record} session={session}>
    <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>{part}</LanguageProvider>
  </InOpenRecord>
);
const show = async (part: React.ReactNode, record: RecordSnapshot | undefined = RECORD) =>
  act(async () => render(inRecord(part, record)));

beforeAll(async () => void (await glossaryIn('en')), 60_000);
beforeEach(() => vi.stubGlobal('scrollTo', () => undefined));
afterEach(() => {
  cleanup();
  speakEnglish();
  vi.unstubAllGlobals();
});

test('one result has its plain name, the newest, its chart, its table and its unit', async () => {
  await show(<ResultScreen seriesId="k" />);
  expect(await screen.findByRole('heading', { level: 2, name: 'Potassium' })).toBeDefined();
  expect(screen.getByText('This result is above the range the laboratory uses: 3.5 to 5.')).toBeDefined();
  expect(screen.getAllByRole('row').length).toBe(4);
  expect(screen.getByText('What does mmol/L mean?')).toBeDefined();
});

test('a result that is not there has a heading, which has the focus', async () => {
  await show(<ResultScreen seriesId="gone" />);
  const heading = await screen.findByRole('heading', { level: 2, name: 'Result' });
  expect(document.activeElement).toBe(heading);
});

test('rule 12: the arrow keys read each result in words, and the buttons do the same', async () => {
  await show(<ResultScreen seriesId="k" />);
  const chart = await screen.findByRole('slider', { name: 'Potassium over time' });
  const said = () => chart.getAttribute('aria-valuetext');
  expect(said()).toBe('November 12, 2026 at 8:10 AM: 5.8 mmol/L. Above the range: 3.5 to 5');
  fireEvent.keyDown(chart, { key: 'Home' });
  expect(said()).toBe('August 25, 2026 at 8:30 AM: 4.1 mmol/L. Inside the range: 3.5 to 5');
  fireEvent.click(screen.getByRole('button', { name: 'Later result' }));
  expect(said()).toContain('5.4 mmol/L');
});

test('WCAG 3.1.2: the name of a chart has the language of the test that it names', async () => {
  speak('es', 'es-MX', { oneResult: oneResultSpanish });
  const named = { code: { text: 'Test of our own' } };
  await show(
    <ResultScreen seriesId="text:test of our own" />,
    recordOf([k(4.1, '2026-11-12T14:10:00Z', named), k(4.4, '2026-11-14T14:10:00Z', named)]),
  );
  const chart = await screen.findByRole('slider', { name: 'Test of our own a lo largo del tiempo' });
  const label = document.getElementById(chart.getAttribute('aria-labelledby') ?? '');
  expect(label?.querySelector('bdi[lang="en"]')?.textContent).toBe('Test of our own');
  const title = document.querySelector('figcaption bdi[lang="en"]');
  expect(title?.parentElement?.textContent).toBe('Test of our own (mmol/L)');
});

test.each([
  [undefined, 'The results are being read.'],
  [
    recordOf([sodium(140, '2026-11-12')], { ended: false, complete: false }),
    'This result has not come yet. The results are still being read.',
  ],
  [
    recordOf([sodium(140, '2026-11-12')], { complete: false }),
    'This result was not found. Some results could not be read, so it may still be there.',
  ],
  [recordOf([sodium(140, '2026-11-12')]), 'This record has no result under this address.'],
])('rule 38: an address without its result says why', async (record, sentence) => {
  await act(async () => render(inRecord(<ResultScreen seriesId="k" />, record)));
  expect(await screen.findByText(sentence)).toBeDefined();
});

test('rule 39: a record that is not read whole names no newest point and no time before', async () => {
  const reading = recordOf([k(5.4, '2026-10-29T13:05:00Z'), k(5.8, '2026-11-12T14:10:00Z')], {
    ended: false,
    complete: false,
  });
  const { container } = await show(<ResultScreen seriesId="k" />, reading);
  await screen.findByRole('slider');
  expect(container.querySelectorAll('svg text').length).toBeGreaterThan(0);
  expect([...container.querySelectorAll('svg text')].map((one) => one.textContent)).not.toContain('5.8');
  expect(container.textContent).not.toContain('Last time');
});

test('a question lives in memory, is not remembered by the browser, and stands on the sheet', async () => {
  await show(<ResultScreen seriesId="k" />);
  const field = await screen.findByRole('textbox', { name: 'What do you want to ask about this result?' });
  expect([field.closest('form')?.autocomplete, field.getAttribute('spellcheck')]).toEqual(['off', 'false']);
  fireEvent.change(field, { target: { value: 'Why is it higher?' } });
  cleanup();
  const { container } = await show(<VisitSheet seriesId={undefined} />);
  await screen.findByText('Why is it higher?');
  expect(container.textContent).toContain('MARLOWE, Edwin');
  expect(location.href + JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('higher');
});

test('the sheet puts urgent results first, then those outside the range, then the others', async () => {
  const record = recordOf([
    k(5.8, '2026-11-12T14:10:00Z'),
    sodium(140, '2026-11-12T14:10:00Z'),
    resultInput('718-7', 6.1, 'g/dL', '2026-11-12T14:10:00Z', { ...range(13, 17), ...flagConcept('LL') }),
  ]);
  await show(<VisitSheet seriesId={undefined} />, record);
  const headings = (await screen.findAllByRole('heading', { level: 2 })).map((one) => one.textContent);
  expect(headings).toEqual([
    'Marked as urgent',
    'Outside the range that came with them',
    'Other results',
    'Questions to take along',
  ]);
});

test('rules 37 and 49: the sheet names person and age, and says first that something is missing', async () => {
  const { container } = await show(
    <VisitSheet seriesId="k" />,
    recordOf([k(5.8, '2026-11-12T14:10:00Z')], { complete: false }),
  );
  await screen.findByRole('heading', { level: 1, name: 'Potassium: for a visit' });
  expect(container.querySelector('[data-sheet-head]')?.textContent).toMatch(/MARLOWE, Edwin.*Age 67 years/);
  expect(container.querySelector('[data-notice="incomplete"]')?.textContent).toContain('may be missing');
});

test('sharing hands over a short text without the name of the person, and only on a press', async () => {
  const share = vi.fn<(data: ShareData) => Promise<void>>(() => Promise.resolve());
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { share }));
  await show(<ResultScreen seriesId="k" />);
  const button = await screen.findByRole('button', { name: 'Share this result' });
  expect(share).not.toHaveBeenCalled();
  await act(async () => fireEvent.click(button));
  const text = share.mock.calls[0]?.[0].text ?? '';
  expect(text).toContain('Potassium: 5.8 mmol/L (November 12, 2026 at 8:10 AM)');
  expect(text).not.toContain('MARLOWE');
});

test('a shared result that was marked as urgent says so', async () => {
  const share = vi.fn<(data: ShareData) => Promise<void>>(() => Promise.resolve());
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { share }));
  await show(<ResultScreen seriesId="k" />, recordOf([k(6.9, '2026-11-12T14:10:00Z', flagConcept('HH'))]));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Share this result' })));
  expect(share.mock.calls[0]?.[0].text).toContain('The laboratory marked this result as urgent.');
});

test('WCAG 3.1.2: in Spanish the slider says nothing in another language, and words as sent stand below it with theirs', async () => {
  speak('es', 'es-MX', { oneResult: oneResultSpanish, myResults: myResultsSpanish });
  const words = resultInput('2823-3', 'Gross hemolysis', '', '2026-11-20T14:10:00Z', {
    referenceRange: [{ text: 'see report' }],
  });
  await show(<ResultScreen seriesId="k" />, recordOf([k(4.1, '2026-11-12T14:10:00Z'), words]));
  const chart = await screen.findByRole('slider');
  fireEvent.keyDown(chart, { key: 'End' });
  const said = chart.getAttribute('aria-valuetext') ?? '';
  expect(said).toContain('20 de noviembre de 2026');
  expect(said).not.toMatch(/hemolysis|report/);
  expect(said).toContain('las palabras están abajo');
  const marked = [...document.querySelectorAll('[data-reading] [lang="en"]')];
  expect(marked.map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['Gross hemolysis', 'see report']),
  );
});

test('each button of a screen has a name of its own', async () => {
  const many = Array.from({ length: 70 }, (_, i) =>
    k(4 + (i % 9) / 10, new Date(Date.parse('2026-11-12T08:00:00Z') - i * 86_400_000).toISOString()),
  );
  await show(<ResultScreen seriesId="k" />, recordOf(many));
  await screen.findByRole('button', { name: 'Show 30 more results' });
  const names = screen.getAllByRole('button').map((one) => one.getAttribute('aria-label') ?? one.textContent);
  expect(new Set(names).size).toBe(names.length);
});
