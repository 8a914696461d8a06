// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LanguageProvider } from '../../../parts/language/languageContext.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { openedSession } from '../../../testing/openedSessionFixture.ts';
import { siteOf } from '../../../testing/sessionFixture.ts';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { flagConcept, recordOf, resultInput, searchOf } from '../../../testing/recordFixture.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { ResultsList } from './ResultsList.tsx';

afterEach(cleanup);

const range = (low: number, high: number) => ({
  referenceRange: [{ low: { value: low }, high: { value: high } }],
});
const k = (value: number, at: string, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, { ...range(3.5, 5), ...more });
const na = (value: number, at: string, more: object = {}) =>
  resultInput('2951-2', value, 'mmol/L', at, { ...range(136, 145), ...more });
const crp = (value: number, at: string) => resultInput('1988-5', value, 'mg/L', at);

async function show(resources: readonly unknown[], more: Partial<RecordSnapshot> = {}, site = siteOf()) {
  await act(async () => {
    render(
      <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
        <InOpenRecord record={recordOf(resources, more)} session={openedSession({}, {}, site)}>
          <ResultsList />
        </InOpenRecord>
      </LanguageProvider>,
    );
  });
  await screen.findByText('My results');
}
const text = () => document.body.textContent;

describe('a quality control of the laboratory', () => {
  const control = {
    ...resultInput('2345-7', 28, 'mg/dL', '2026-11-20', flagConcept('LL')),
    code: { text: 'Glucose, quality control level 2' },
  };
  const said = 'The laboratory also sent a check of its own equipment.';

  test('is no result of the patient, and is said to have come', async () => {
    await show([k(5.4, '2026-10-29'), control]);
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(text()).toContain(said);
    expect(text()).not.toMatch(/quality control|\b28\b|critical|call/i);
  });

  test('is not mentioned where none came', async () => {
    await show([k(5.4, '2026-10-29')]);
    expect(text()).not.toContain(said);
  });
});

describe('while the first results come', () => {
  const smoking = { ...resultInput('72166-2', 'Former smoker', '', '2025-01-15') };
  const reading = (laboratory: Partial<Parameters<typeof searchOf>[1]>): Partial<RecordSnapshot> => ({
    ended: false,
    complete: false,
    searches: [
      searchOf('vital-signs', { received: 0 }),
      searchOf('laboratory', { state: 'reading', received: 0, ...laboratory }),
      searchOf('social-history', { received: 1 }),
      searchOf('all', { state: 'waiting', pages: 0, received: 0 }),
    ],
  });
  afterEach(() => vi.useRealTimers());

  test('an older answer is not drawn first, to jump away when the laboratory’s results come', async () => {
    await show([smoking], reading({ pages: 0 }));
    expect(screen.queryAllByRole('article')).toEqual([]);
    cleanup();
    await show([k(5.8, '2026-11-12'), smoking], reading({ pages: 1 }));
    expect(screen.getAllByRole('article')[0]!.textContent).toContain('Potassium');
  });

  test('a search that failed or was refused holds up no result', async () => {
    for (const state of ['failed', 'refused', 'not-allowed'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one page is shown after the other
      await show([smoking], reading({ state, pages: 0 }));
      expect(screen.getAllByRole('article')).toHaveLength(1);
      cleanup();
    }
  });

  test('a laboratory that does not answer is waited for some seconds, and no longer', async () => {
    vi.useFakeTimers();
    await act(async () => {
      render(
        <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
          <InOpenRecord record={recordOf([smoking], reading({ pages: 0 }))} session={openedSession({}, {})}>
            <ResultsList />
          </InOpenRecord>
        </LanguageProvider>,
      );
    });
    await act(() => vi.advanceTimersByTimeAsync(3500));
    expect(screen.queryAllByRole('article')).toEqual([]);
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });
});

describe('rules 13 and 39: what comes after the list stands', () => {
  const reading = { ended: false, complete: false };
  const page = (resources: readonly unknown[], more: Partial<RecordSnapshot> = {}) => (
    <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
      <InOpenRecord record={recordOf(resources, more)} session={openedSession()}>
        <ResultsList />
      </InOpenRecord>
    </LanguageProvider>
  );
  const potassium = { ...k(4.4, '2026-11-12'), id: 'k1' };
  const notShownYet = 'More results have come. They are not shown yet.';
  const namesShown = () =>
    screen.getAllByRole('article').map((one) => within(one).getByRole('heading').textContent);

  test('is announced and not put over what is read, and a press shows it', async () => {
    const { rerender } = render(page([potassium], reading));
    await screen.findByRole('article');
    const later = [potassium, { ...na(140, '2026-11-20'), id: 'na1' }];
    await act(async () => rerender(page(later)));
    expect(namesShown()).toEqual(['Potassium']);
    expect(text()).not.toMatch(/None of the newest results|still being read/);
    expect(text()).toContain(notShownYet);
    expect(document.querySelector('[data-latest]')).toBeNull();
    await act(async () => screen.getByRole('button', { name: 'Show 1 more result' }).click());
    expect(namesShown()).toEqual(['Sodium', 'Potassium']);
    expect(screen.queryByRole('button', { name: /more result/ })).toBeNull();
    expect(text()).toContain('None of the newest results is outside');
    expect(document.querySelector('[data-latest]')).not.toBeNull();
  });

  test('a critical result stands first at once', async () => {
    const { rerender } = render(page([potassium], reading));
    await screen.findByRole('article');
    await act(async () => rerender(page([potassium, na(110, '2026-11-20', flagConcept('LL'))])));
    expect(namesShown()).toEqual(['Sodium', 'Potassium']);
    expect(text()).toContain('Marked as urgent by the laboratory');
  });

  const sodium = { ...na(140, '2026-11-20'), id: 'na1' };
  const chloride = { ...resultInput('2075-0', 100, 'mmol/L', '2026-11-21', range(98, 107)), id: 'cl1' };
  /** Shows a list that stands with `first`, and then the record with `later`. */
  const showLater = async (
    first: readonly unknown[],
    later: readonly unknown[],
    more: Partial<RecordSnapshot> = {},
  ) => {
    const shown = render(page(first, reading));
    await screen.findAllByRole('article');
    await act(async () => shown.rerender(page(later, more)));
    return shown;
  };

  test('no card says an old value as the one of now, and a newer one outside has its line at once', async () => {
    const old = { ...k(4, '2026-10-12'), id: 'k0' };
    await showLater(
      [old, potassium],
      [old, potassium, { ...k(5.9, '2026-11-20', flagConcept('H')), id: 'k2' }],
    );
    expect(screen.getByRole('article').textContent).not.toMatch(/is inside|Questions/);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('5.9 mmol/L now; last time 4.4 mmol/L');
    expect(text()).toContain('Ask your care team what this means.');
    expect(screen.getByRole('listitem').textContent).toBe('Potassium 5.9 mmol/L');
    expect(screen.queryByRole('button', { name: /more result/ })).toBeNull();
  });

  test.each([
    ['beside a result outside', { ...k(5.9, '2026-11-12'), id: 'k1' }, {}],
    ['of a record that was read in part', potassium, { complete: false }],
    ['while more are read', potassium, reading],
  ])('that something waits is said %s, and nothing is called the newest', async (_, first, more) => {
    await showLater([first], [first, sodium], more);
    expect(text().split(notShownYet)).toHaveLength(2);
    expect(text()).not.toMatch(/Newest first|All results were read/);
    await act(async () => screen.getByRole('button', { name: 'Show 1 more result' }).click());
    expect(text()).not.toContain(notShownYet);
  });

  test('it is announced once, however many come', async () => {
    const { rerender } = await showLater([potassium], [potassium, sodium], reading);
    const said = screen.getByText(notShownYet);
    const whole = said.textContent;
    expect(said.closest('[aria-live="polite"]')).not.toBeNull();
    await act(async () => rerender(page([potassium, sodium, chloride], reading)));
    const button = screen.getByRole('button', { name: 'Show 2 more results' });
    expect(button.closest('[aria-live], [role="status"], output')).toBeNull();
    expect(screen.getByText(notShownYet)).toBe(said);
    expect(said.textContent).toBe(whole);
  });

  test.each([
    ['stand by itself: at the first new card', [potassium, { ...sodium, ...flagConcept('LL') }], 'Sodium'],
    ['are withdrawn: at the heading of the list', [potassium], 'My results'],
  ])('the focus of the button stays in the list where the results %s', async (_, now, place) => {
    const { rerender } = await showLater([potassium], [potassium, sodium]);
    screen.getByRole('button', { name: 'Show 1 more result' }).focus();
    await act(async () => rerender(page(now)));
    await vi.waitFor(() => expect(document.activeElement).not.toBe(document.body));
    expect(document.activeElement?.textContent).toContain(place);
    expect(document.activeElement?.matches('article, h2')).toBe(true);
  });

  test('a focus that was elsewhere stays there when the button goes away', async () => {
    const { rerender } = await showLater([potassium], [potassium, sodium]);
    screen.getByRole('link', { name: /Potassium/ }).focus();
    await act(async () => rerender(page([potassium])));
    await act(async () => {
      await new Promise(requestAnimationFrame);
    });
    expect(document.activeElement?.matches('a')).toBe(true);
  });
});

describe('results about somebody else', () => {
  const fetus = { focus: [{ display: 'Fetus' }] };
  const rate = (value: number, at: string, more: object = {}) =>
    resultInput('8867-4', value, '/min', at, { ...fetus, ...more });
  const site = siteOf({ call: '555-010-0199' });

  test('are no result of the patient, and are counted in plain words', async () => {
    await show([k(5.4, '2026-10-29'), rate(148, '2026-11-20'), rate(151, '2026-11-21')]);
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(text()).toContain(
      '2 results in this record are about someone or something else. That can be a baby before birth, a family member, a donor or a device. They are not shown here. Your care team can tell you about them.',
    );
    expect(text()).not.toMatch(/\b14[8]|\b151|another subject|urgent|call/i);
  });

  test('one is said in the singular, and none is not mentioned', async () => {
    await show([k(5.4, '2026-10-29'), rate(148, '2026-11-20')]);
    expect(text()).toContain('1 result in this record is about someone or something else');
    cleanup();
    await show([k(5.4, '2026-10-29')]);
    expect(text()).not.toContain('something else');
  });

  test.each(['cancelled', 'unknown', 'preliminary', 'registered'])(
    'one that is %s has no card of its own either, whose value would read as the patient’s',
    async (status) => {
      await show([k(5.4, '2026-10-29'), rate(148, '2026-11-20', { status })]);
      expect(screen.getAllByRole('article')).toHaveLength(1);
      expect(text()).toContain('1 result in this record is about someone or something else');
      expect(text()).not.toContain('148');
    },
  );

  test('one that was marked as urgent says so without its value, and whom to call', async () => {
    await show([k(4.4, '2026-10-29'), rate(48, '2026-11-20', flagConcept('LL'))], {}, site);
    expect(text()).toContain(
      'This result about someone or something else was marked as urgent. If nobody has talked with you about it, call now: 555-010-0199.',
    );
    expect(text()).not.toMatch(/\b48\b/);
    expect(screen.getByRole('link', { name: 'Call 555-010-0199' }).getAttribute('href')).toBe(
      'tel:5550100199',
    );
  });
});

test('a record without results does not say that the newest is first', async () => {
  await show([]);
  expect(text()).toContain('From General Hospital, read at');
  expect(text()).not.toContain('Newest first');
});

describe('my results', () => {
  test('rule 57: the newest day stands first, and each test once, with its everyday name and what it is', async () => {
    await show([k(5.4, '2026-10-29'), k(5.8, '2026-11-12'), na(140, '2026-11-02')]);
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
    await show([k(5.8, '2026-11-12'), na(140, '2026-11-12'), crp(6, '2020-01-05')]);
    const summary = screen.getByRole('heading', {
      name: 'Outside the range the laboratory uses',
    }).parentElement!;
    expect(
      within(summary)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Potassium 5.8 mmol/L']);
  });

  // Each of these has its everyday name and lies above its range.
  const outside = (count: number, more: object = {}) =>
    ['2823-3', '2951-2', '2160-0', '718-7', '777-3', '1751-7', '2075-0', '1742-6', '1920-8', '17861-6']
      .slice(0, count)
      .map((code, i) => resultInput(code, 900, '', `2026-11-${20 - i}`, { ...range(1, 2), ...more }));
  const summaryOf = (heading: string) => screen.getByRole('heading', { name: heading }).parentElement!;

  const headingsIn = (element: HTMLElement) =>
    within(element)
      .queryAllByRole('heading', { level: 4 })
      .map(({ textContent }) => textContent);

  test('many results outside of the range stand in groups by what they are about, each in sight and one press away', async () => {
    await show(outside(10));
    const summary = summaryOf('Outside the range the laboratory uses');
    expect(within(summary).getAllByRole('button')).toHaveLength(10);
    expect(summary.querySelector('details, [hidden]')).toBeNull();
    const headings = headingsIn(summary);
    expect(headings.length).toBeGreaterThan(2);
    expect(new Set(headings).size).toBe(headings.length);
    const item = within(summary).getByRole('button', { name: 'Potassium' }).closest('section');
    expect(item?.textContent).toMatch(/^Kidneys.*Potassium 900/);
  });

  test('up to eight have a line each', async () => {
    await show(outside(8));
    const summary = summaryOf('Outside the range the laboratory uses');
    expect(within(summary).getAllByRole('listitem')).toHaveLength(8);
    expect(headingsIn(summary)).toEqual([]);
  });

  test('what the laboratory marked as urgent has a line each, however many there are', async () => {
    await show(outside(10, flagConcept('HH')));
    const summary = summaryOf('Marked as urgent by the laboratory');
    expect(within(summary).getAllByRole('listitem')).toHaveLength(10);
    expect(headingsIn(summary)).toEqual([]);
  });

  test('that none lies outside is said only of what came with a range', async () => {
    await show([k(4.1, '2026-11-12'), crp(6, '2026-11-12')]);
    expect(text()).toContain(
      '1 result came without a range to compare. No other newest result is outside its range.',
    );
  });

  test.each([
    ['still read', { ended: false, complete: false }],
    ['read in part', { ended: true, complete: false }],
  ])(
    'rule 37: of a record that is %s nothing is called all well, latest or the time before',
    async (_, state) => {
      await show([k(4.0, '2026-10-12'), k(4.1, '2026-11-12')], state);
      expect(text()).not.toContain('None of the newest results');
      expect(text()).not.toContain('Last time');
      expect(document.querySelector('[data-latest]')).toBeNull();
      expect(text()).not.toContain('All results were read.');
    },
  );

  test('an incomplete record says that a newer result may be missing, and offers to try again', async () => {
    await show([k(4.1, '2026-11-12')], { complete: false });
    expect(document.querySelector('[data-notice="incomplete"]')?.textContent).toContain(
      'a newer one may be missing',
    );
    expect(screen.getByRole('button', { name: 'Try again' }).dataset).toHaveProperty('retry');
  });

  test('a critical result stands first of all and says to call now', async () => {
    await show([k(6.9, '2026-11-12', flagConcept('HH')), na(120, '2026-11-13', flagConcept('L'))]);
    const [first] = screen.getAllByRole('heading', { level: 3 });
    expect(first?.textContent).toBe('Marked as urgent by the laboratory');
    expect(text()).toContain('call your care team now');
  });

  test('with the number of the site, a critical result can be called about with one press', async () => {
    await show(
      [k(6.9, '2026-11-12', flagConcept('HH'))],
      {},
      siteOf({ call: 'the nurse line, +1 (555) 010-0199' }),
    );
    expect(screen.getByRole('link', { name: 'Call +1 (555) 010-0199' }).getAttribute('href')).toBe(
      'tel:+15550100199',
    );
    expect(text()).toContain('call now: the nurse line, +1 (555) 010-0199');
  });

  test('rule 55: no flag letter, no verdict and no red is shown', async () => {
    await show([k(5.8, '2026-11-12', flagConcept('H')), na(120, '2026-11-13', flagConcept('L'))]);
    expect(text()).not.toMatch(/abnormal|▲|▼|\bH\b|\bL\b/);
  });

  test('rule 48: that another person’s results were left out is said, and nothing of them is shown', async () => {
    await show([k(4.1, '2026-11-12'), { ...k(9.9, '2026-11-13'), subject: { reference: 'Patient/p2' } }]);
    expect(document.querySelector('[data-notice="wrong-patient"]')).not.toBeNull();
    expect(text()).not.toContain('9.9');
  });

  test('rule 38: a record that could not be read whole is not said to have no results', async () => {
    await show([], { complete: false });
    expect(text()).not.toContain('There are no laboratory results');
    expect(text()).toContain('No laboratory result came so far. Not all could be read.');
  });

  test('rule 40: results that were read on another day say on which', async () => {
    await show([k(4.1, '2026-11-12')], { readAtMs: Date.parse('2026-11-22T15:00:00Z') });
    expect(text()).toMatch(/From General Hospital, read on November 22, 2026 at 9:00\sAM\./);
  });

  test('in the record of somebody who has died nobody is told to ask about the results of others', async () => {
    const dead = readPatient(
      { id: 'p1', birthDate: '1950-01-01', deceasedBoolean: true },
      Date.parse('2026-11-24T20:05:00Z'),
    );
    render(
      <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
        <InOpenRecord
          record={recordOf([k(4.1, '2026-11-12'), { ...k(5, '2026-11-13'), focus: [{ display: 'Donor' }] }])}
          patient={dead}
        >
          <ResultsList />
        </InOpenRecord>
      </LanguageProvider>,
    );
    await screen.findByText(/someone or something else/);
    expect(text()).not.toContain('care team');
  });

  test('a result whose date cannot be right stands last, and says so', async () => {
    await show([k(4.1, '2031-01-01'), na(140, '2026-11-12')]);
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['My results', 'November 12, 2026', 'No sure date']);
    expect(text()).toContain('The date of this result cannot be right.');
  });

  test('a record without laboratory results says so', async () => {
    await show([]);
    expect(text()).toContain('There are no laboratory results in this record yet.');
  });
});
