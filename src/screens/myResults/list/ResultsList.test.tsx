// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { LanguageProvider } from '../../../parts/language/languageContext.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { siteOf } from '../../../testing/sessionFixture.ts';
import { flagConcept, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { ResultsList } from './ResultsList.tsx';
import { potassiumResult, rangeOf } from '../card/cardFixture.ts';
import { showList, sodiumResult, textOfPage } from './resultsListFixture.tsx';

afterEach(cleanup);

const crp = (value: number, at: string) => resultInput('1988-5', value, 'mg/L', at);

test('rule 43: where the clock of the device shows another time, the zone of days and times stands on the screen', async () => {
  const zone = (timeZone: string) => (
    <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
      <InOpenRecord record={recordOf([potassiumResult(4.1, '2026-11-12')])} timeZone={timeZone}>
        <ResultsList />
      </InOpenRecord>
    </LanguageProvider>
  );
  const { timeZone: ofDevice } = new Intl.DateTimeFormat().resolvedOptions();
  const { rerender } = await act(async () => render(zone('Pacific/Apia')));
  await screen.findByText('My results');
  expect(textOfPage()).toContain('Dates and times are in Apia time.');
  rerender(zone(ofDevice));
  expect(textOfPage()).not.toContain('Dates and times');
});

test('decision 46: a server that does not answer is said while nothing has come, and beside what has', async () => {
  const slow = (resources: readonly unknown[]) => (
    <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
      <InOpenRecord
        record={recordOf(resources, { ended: false, complete: false })}
        wait={{ waitUntilMs: 1, waitCause: 'error' }}
      >
        <ResultsList />
      </InOpenRecord>
    </LanguageProvider>
  );
  await act(async () => render(slow([])));
  await screen.findByText('My results');
  expect(textOfPage()).toContain('General Hospital is slow to answer. Longview is still trying.');
  expect(textOfPage()).not.toContain('0 so far');
  cleanup();
  await act(async () => render(slow([potassiumResult(4.1, '2026-11-12')])));
  expect(textOfPage()).toContain('General Hospital is slow to answer. Longview is still trying.');
  expect(textOfPage()).toContain('4.1 mmol/L');
});

test('a record without results does not say that the newest is first', async () => {
  await showList([]);
  expect(textOfPage()).toContain('From General Hospital, read at');
  expect(textOfPage()).not.toContain('Newest first');
});

describe('my results', () => {
  test('rule 57: the newest day stands first, and each test once, with its everyday name and what it is', async () => {
    await showList([
      potassiumResult(5.4, '2026-10-29'),
      potassiumResult(5.8, '2026-11-12'),
      sodiumResult(140, '2026-11-02'),
    ]);
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['My results', 'November 12, 2026', 'November 2, 2026']);
    const [first] = screen.getAllByRole('article');
    expect(within(first!).getByRole('heading').textContent).toBe('Potassium');
    expect(first?.textContent).toContain('A salt that helps nerves, muscles and the heart work.');
    expect(within(first!).getByRole('img').getAttribute('aria-label')).toBe(
      '5.8 mmol/L now; last time 5.4 mmol/L',
    );
    expect(within(first!).getByRole('link').textContent).toBe('See all 2 results: Potassium');
  });

  test('which results lie outside of the range stands at the top, without an action', async () => {
    await showList([
      potassiumResult(5.8, '2026-11-12'),
      sodiumResult(140, '2026-11-12'),
      crp(6, '2020-01-05'),
    ]);
    const summary = screen.getByRole('heading', {
      name: 'Outside the range the laboratory uses',
    }).parentElement!;
    expect(
      within(summary)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Potassium November 12, 2026 5.8 mmol/L above the range (3.5 to 5)']);
  });

  // Each of these has its everyday name and lies above its range.
  const outside = (count: number, more: object = {}) =>
    ['2823-3', '2951-2', '2160-0', '718-7', '777-3', '1751-7', '2075-0', '1742-6', '1920-8', '17861-6']
      .slice(0, count)
      .map((code, i) => resultInput(code, 900, '', `2026-11-${20 - i}`, { ...rangeOf(1, 2), ...more }));
  const summaryOf = (heading: string) => screen.getByRole('heading', { name: heading }).parentElement!;

  const headingsIn = (element: HTMLElement) =>
    within(element)
      .queryAllByRole('heading', { level: 4 })
      .map(({ textContent }) => textContent);

  test('many results outside of the range stand in groups by what they are about, each in sight and one press away', async () => {
    await showList(outside(10));
    const summary = summaryOf('Outside the range the laboratory uses');
    expect(within(summary).getAllByRole('button')).toHaveLength(10);
    expect(summary.querySelector('details, [hidden]')).toBeNull();
    const headings = headingsIn(summary);
    expect(headings.length).toBeGreaterThan(2);
    expect(new Set(headings).size).toBe(headings.length);
    const item = within(summary)
      .getByRole('button', { name: /^Potassium / })
      .closest('section');
    expect(item?.textContent).toMatch(/^Kidneys.*Potassium November 20, 2026 900/);
  });

  test('up to eight have a line each', async () => {
    await showList(outside(8));
    const summary = summaryOf('Outside the range the laboratory uses');
    expect(within(summary).getAllByRole('listitem')).toHaveLength(8);
    expect(headingsIn(summary)).toEqual([]);
  });

  test('what the laboratory marked as urgent has a line each, however many there are', async () => {
    await showList(outside(10, flagConcept('HH')));
    const summary = summaryOf('Marked as urgent by the laboratory');
    expect(within(summary).getAllByRole('listitem')).toHaveLength(10);
    expect(headingsIn(summary)).toEqual([]);
  });

  test('that none lies outside is said only of what came with a range', async () => {
    await showList([potassiumResult(4.1, '2026-11-12'), crp(6, '2026-11-12')]);
    expect(textOfPage()).toContain(
      '1 result cannot be compared with a range. No other of the newest results is outside its range.',
    );
  });

  test('of a limit that may be inside its range it is not said that no range came', async () => {
    const limit = { valueQuantity: { value: 5, unit: 'mmol/L', comparator: '<' } };
    await showList([potassiumResult(5, '2026-11-12', { ...rangeOf(1, 10), ...limit })]);
    expect(textOfPage()).toContain('The range the laboratory uses is 1 to 10.');
    expect(textOfPage()).toContain('1 result cannot be compared with a range.');
  });

  test.each([
    ['still read', { ended: false, complete: false }],
    ['read in part', { ended: true, complete: false }],
  ])(
    'rule 37: of a record that is %s nothing is called all well, latest or the time before',
    async (_, state) => {
      await showList([potassiumResult(4.0, '2026-10-12'), potassiumResult(4.1, '2026-11-12')], state);
      expect(textOfPage()).not.toContain('None of the newest results');
      expect(textOfPage()).not.toContain('Last time');
      expect(document.querySelector('[data-latest]')).toBeNull();
      expect(textOfPage()).not.toContain('All results were read.');
    },
  );

  test('an incomplete record says that a newer result may be missing, and offers to try again', async () => {
    await showList([potassiumResult(4.1, '2026-11-12')], { complete: false });
    expect(document.querySelector('[data-notice="incomplete"]')?.textContent).toContain(
      'a newer one may be missing',
    );
    expect(screen.getByRole('button', { name: 'Try again' }).dataset).toHaveProperty('retry');
  });

  test('a critical result stands first of all and says to call now', async () => {
    await showList([
      potassiumResult(6.9, '2026-11-12', flagConcept('HH')),
      sodiumResult(120, '2026-11-13', flagConcept('L')),
    ]);
    const [first] = screen.getAllByRole('heading', { level: 3 });
    expect(first?.textContent).toBe('Marked as urgent by the laboratory');
    expect(first?.nextElementSibling?.textContent).toMatch(/call your care team now\.$/);
    expect(textOfPage()).toMatch(/marked this result as urgent\..*call your care team now/);
  });

  test('with the number of the site, a critical result can be called about with one press, at the top and on its card', async () => {
    await showList(
      [potassiumResult(6.9, '2026-11-12', flagConcept('HH'))],
      {},
      siteOf({ call: 'the nurse line, +1 (555) 010-0199' }),
    );
    const links = screen.getAllByRole('link', { name: 'Call +1 (555) 010-0199' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['tel:+15550100199', 'tel:+15550100199']);
    expect(textOfPage()).toContain('call now: the nurse line, +1 (555) 010-0199');
  });

  test('rule 55: no flag letter, no verdict and no red is shown', async () => {
    await showList([
      potassiumResult(5.8, '2026-11-12', flagConcept('H')),
      sodiumResult(120, '2026-11-13', flagConcept('L')),
    ]);
    expect(textOfPage()).not.toMatch(/abnormal|▲|▼|\bH\b|(?<!\/)\bL\b/);
  });

  test('rule 48: that another person’s results were left out is said, and nothing of them is shown', async () => {
    await showList([
      potassiumResult(4.1, '2026-11-12'),
      { ...potassiumResult(9.9, '2026-11-13'), subject: { reference: 'Patient/p2' } },
    ]);
    expect(document.querySelector('[data-notice="wrong-patient"]')).not.toBeNull();
    expect(textOfPage()).not.toContain('9.9');
  });

  test('rule 38: a record that could not be read whole is not said to have no results', async () => {
    await showList([], { complete: false });
    expect(textOfPage()).not.toContain('There are no laboratory results');
    expect(textOfPage()).toContain('No laboratory result came so far. Not all could be read.');
  });

  test('rule 40: results that were read on another day say on which', async () => {
    await showList([potassiumResult(4.1, '2026-11-12')], { readAtMs: Date.parse('2026-11-22T15:00:00Z') });
    expect(textOfPage()).toMatch(/From General Hospital, read on November 22, 2026 at 9:00\sAM\./);
  });

  test('in the record of somebody who has died nobody is told to ask about the results of others', async () => {
    const dead = readPatient(
      { id: 'p1', birthDate: '1950-01-01', deceasedBoolean: true },
      Date.parse('2026-11-24T20:05:00Z'),
    );
    render(
      <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
        <InOpenRecord
          record={recordOf([
            potassiumResult(4.1, '2026-11-12'),
            { ...potassiumResult(5, '2026-11-13'), focus: [{ display: 'Donor' }] },
          ])}
          patient={dead}
        >
          <ResultsList />
        </InOpenRecord>
      </LanguageProvider>,
    );
    await screen.findByText(/someone or something else/);
    expect(textOfPage()).not.toContain('care team');
  });

  test('a result whose date cannot be right stands last, and says so', async () => {
    await showList([potassiumResult(4.1, '2031-01-01'), sodiumResult(140, '2026-11-12')]);
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['My results', 'November 12, 2026', 'No sure date']);
    expect(textOfPage()).toContain('The date of this result cannot be right.');
  });

  test('a record without laboratory results says so', async () => {
    await showList([]);
    expect(textOfPage()).toContain('There are no laboratory results in this record yet.');
  });
});
