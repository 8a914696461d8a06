// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { eventStates } from '../../testing/eventsSnapshotFixture.ts';
import { flagConcept, pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import {
  field,
  jumpEvents,
  jumpRecord,
  searchOption,
  optionTexts,
  pressSearchKey,
  searchWith,
  sessionWith,
  showSearch,
  typeQuery,
} from './jumpFixture.tsx';

beforeAll(() => import('./JumpList.tsx'));
afterEach(() => {
  cleanup();
  location.hash = '';
});

const list = () => screen.findByRole('listbox', { name: 'Search results' });
const activeText = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;
const unread = () =>
  [...document.querySelectorAll('[data-search-unread] li')].map(({ textContent }) => textContent);

describe('the search', () => {
  test.each([
    ['/', {}],
    ['k', { ctrlKey: true }],
    ['k', { metaKey: true }],
    ['K', { ctrlKey: true }],
    ['л', { ctrlKey: true, code: 'KeyK' }],
  ])('opens with %s %o, and Escape gives back focus and screen', async (key, more) => {
    location.hash = '#timeline=report';
    showSearch();
    const link = screen.getByText('A tile');
    link.focus();
    pressSearchKey(key, more);
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute('aria-expanded')).toBe('true');
    typeQuery('na');
    await searchOption(/^Sodium/);
    const heard = vi.fn<() => void>();
    addEventListener('keydown', heard);
    pressSearchKey('Escape');
    removeEventListener('keydown', heard);
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field().value).toBe('');
    await waitFor(() => expect(document.activeElement).toBe(link));
    // Nothing below takes the same key for its own.
    expect(heard).not.toHaveBeenCalled();
    expect(location.hash).toBe('#timeline=report');
  });

  test('Ctrl and K does nothing over a dialog, and a plain k nothing at all', () => {
    showSearch();
    pressSearchKey('k');
    expect(field().getAttribute('aria-expanded')).toBe('false');
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    document.body.append(dialog);
    pressSearchKey('k', { ctrlKey: true });
    expect(document.activeElement).toBe(document.body);
    dialog.remove();
  });

  test('is a combobox with groups of options, and the arrow keys go round them', async () => {
    showSearch();
    pressSearchKey('/');
    typeQuery('k');
    const groups = within(await list())
      .getAllByRole('group')
      .map((group) => group.getAttribute('aria-label'));
    expect(groups.slice(0, 2)).toEqual(['Tests', 'Panels and groups']);
    expect(field().getAttribute('aria-controls')).toBe((await list()).id);
    await waitFor(() => expect(activeText()).toMatch(/^Potassium/));
    pressSearchKey('ArrowDown');
    await waitFor(() => expect(activeText()).toMatch(/^Kidney/));
    pressSearchKey('ArrowUp');
    pressSearchKey('ArrowUp');
    await waitFor(() => expect(activeText()).toBe(optionTexts().at(-1)));
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1);
  });

  test('keeps the line that the arrow keys have reached when more is read, so that Enter opens that one', async () => {
    const at = '2026-11-12T14:10:00Z';
    const recordWith = (...more: readonly object[]) =>
      recordOf([resultInput('2160-0', 1.1, 'mg/dL', at), ...more]);
    const options = { hasEvents: false, session: sessionWith(undefined) };
    const { rerender } = showSearch({ ...options, record: recordWith() });
    pressSearchKey('/');
    typeQuery('c');
    await searchOption(/^Creatinine/);
    const indexOfCompare = () => optionTexts().findIndex((text) => text?.startsWith('Compare'));
    const before = indexOfCompare();
    for (let i = 0; i < before; i++) pressSearchKey('ArrowDown');
    await waitFor(() => expect(activeText()).toMatch(/^Compare/));
    rerender(searchWith({ ...options, record: recordWith(resultInput('17861-6', 9.1, 'mg/dL', at)) }));
    await searchOption(/^Calcium/);
    expect(indexOfCompare()).toBe(before + 1);
    await waitFor(() => expect(activeText()).toMatch(/^Compare/));
    pressSearchKey('Enter');
    await waitFor(() => expect(location.hash).toMatch(/^#compare/));
  });

  test('each line says value, unit, flag and date, and its kind (rules 13 and 26)', async () => {
    showSearch();
    typeQuery('k');
    await searchOption(/^Potassium 5\.8 mmol\/L high 12 Nov 2026 Test$/);
    typeQuery('hb');
    await searchOption(/^Hemoglobin 10\.8 g\/dL critically low 12 Nov 2026 Test$/);
    typeQuery('na');
    await searchOption(/^Sodium 135 mmol\/L +12 Nov 2026 +Newer, not charted: hemolyzed.*20 Nov 2026/);
    typeQuery('bp');
    await searchOption(/^Blood pressure 134\/72 mmHg/);
    typeQuery('spiro');
    await searchOption(/^Spironolactone 25 mg\/day .* Drug$/);
    typeQuery('ct');
    expect((await screen.findAllByRole('option'))[0]?.textContent).toMatch(
      /^CT chest .*3 Oct 2026.* Report$/,
    );
  });

  test.each([
    ['k', /^Potassium 4\.1 mmol\/L +12 Nov 2026 also 6\.9 HH at that time Test$/],
    ['na', /^Sodium 135 mmol\/L +12 Nov 2026 .*hemoly.*corrected Test$/],
    ['chloride', /^Chloride 101 mmol\/L +12 Nov 2026 +Test$/],
    ['bp', /^Blood pressure 134\/– mmHg +12 Nov 2026, diastolic not recorded +Test$/],
  ])('the line of "%s" says what must be read with its value, as the tile does', async (query, name) => {
    const at = '2026-11-12T14:10:00Z';
    const record = recordOf([
      resultInput('2823-3', 6.9, 'mmol/L', at, { id: 'a', ...flagConcept('HH') }),
      resultInput('2823-3', 4.1, 'mmol/L', at, { id: 'b' }),
      resultInput('2951-2', 135, 'mmol/L', at, {
        status: 'corrected',
        note: [{ text: 'Specimen hemolyzed' }],
      }),
      resultInput('2075-0', 101, 'mmol/L', at),
      pressure(130, 80, '2026-10-12T14:10:00Z'),
      pressure(134, undefined, at),
    ]);
    showSearch({ record });
    typeQuery(query);
    expect(await searchOption(name)).toBeTruthy();
  });

  test('two tests of one name are told apart', async () => {
    const sent = (code: string) =>
      resultInput('', 1, 'mg/dL', '2026-11-12T14:10:00Z', {
        code: { text: 'Marker', coding: [{ system: 'urn:lab', code }] },
      });
    showSearch({ record: recordOf([sent('A1'), sent('B2')]) });
    typeQuery('marker');
    await searchOption(/A1/);
    expect(optionTexts().filter((text) => text?.startsWith('Marker'))).toHaveLength(2);
    expect(new Set(optionTexts()).size).toBe(optionTexts().length);
  });
});

describe('what was not read is said', () => {
  test('rule 39: while results arrive no value is the latest', async () => {
    showSearch({ record: jumpRecord({ ended: false, complete: false }), hasEvents: false });
    typeQuery('k');
    expect((await searchOption(/^Potassium/)).textContent).toContain('so far');
    expect(unread()).toEqual(['Results are still loading', 'Events are still loading']);
  });

  test('rule 37: in a record that could not be read whole', async () => {
    showSearch({ record: jumpRecord({ complete: false }) });
    typeQuery('zzz');
    expect(await screen.findByText('No matches for “zzz”')).toBeTruthy();
    expect(unread()).toContain('Not all results could be loaded');
  });

  test('rule 38: events that were refused or failed', async () => {
    showSearch({
      events: jumpEvents({ states: eventStates({ Procedure: 'failed', Condition: 'not-granted' }) }),
    });
    pressSearchKey('/');
    await searchOption(/^CT chest/);
    expect(unread().join(' ')).toMatch(/^Procedures.*Conditions/);
  });

  test('on the timeline, that its filter hides an event', async () => {
    location.hash = '#timeline=encounter';
    showSearch();
    typeQuery('ct');
    expect((await screen.findAllByRole('option', { name: /^CT chest/ }))[0]?.textContent).toContain(
      'hidden by a filter of the timeline',
    );
  });
});

describe('a pasted text', () => {
  test('of a hundred thousand letters is cut and finds nothing', async () => {
    showSearch();
    typeQuery('sodium xyz '.repeat(10_000));
    expect(await screen.findByText(/^No matches for “sodium/)).toBeTruthy();
    expect(field().value.length).toBeLessThanOrEqual(400);
  });

  test.each(['\u202E\u0000muidos\u202C', '<img src=x onerror=alert(1)>', '\u2067\u2066k\u0007'])(
    'with signs that turn or end a line is repeated without them: %j',
    async (text) => {
      showSearch();
      typeQuery(text);
      const status = await screen.findByRole('status');
      await waitFor(() => expect(status.textContent).not.toBe(''));
      expect(status.textContent).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(status.querySelector('img')).toBeNull();
    },
  );

  test('is not kept by the browser', () => {
    showSearch();
    expect(field().autocomplete).toBe('off');
    expect(field().name).toBe('');
  });
});
