// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { flagConcept, resultInput, searchOf } from '../../../testing/recordFixture.ts';
import { siteOf } from '../../../testing/sessionFixture.ts';
import { glossaryIn } from '../plainNames.ts';
import { potassiumResult, rangeOf } from '../card/cardFixture.ts';
import { resultsList, showList, sodiumResult, textOfPage } from './resultsListFixture.tsx';

afterEach(cleanup);

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
    await showList([smoking], reading({ pages: 0 }));
    expect(screen.queryAllByRole('article')).toEqual([]);
    cleanup();
    await showList([potassiumResult(5.8, '2026-11-12'), smoking], reading({ pages: 1 }));
    expect(screen.getAllByRole('article')[0]!.textContent).toContain('Potassium');
  });

  test('a search that failed or was refused holds up no result', async () => {
    for (const state of ['failed', 'refused', 'not-allowed'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one page is shown after the other
      await showList([smoking], reading({ state, pages: 0 }));
      expect(screen.getAllByRole('article')).toHaveLength(1);
      cleanup();
    }
  });

  test('nothing is said to be missing of a whole record whose reports are awaited', async () => {
    const site = siteOf({ resources: ['DiagnosticReport'] });
    await showList([potassiumResult(5.8, '2026-11-12')], {}, site);
    expect(screen.queryAllByRole('article')).toEqual([]);
    expect(textOfPage()).not.toContain('no laboratory results');
    await screen.findByRole('article', undefined, { timeout: 5000 });
  });

  test('a measurement that was marked as urgent waits for no laboratory', async () => {
    const weight = resultInput('29463-7', 190, 'kg', '2026-11-22T13:00:00Z', flagConcept('HH'));
    await showList([weight], reading({ pages: 0 }));
    expect(screen.queryAllByRole('article')).toEqual([]);
    expect(textOfPage()).toContain('A measurement was marked as urgent.');
  });

  test('a laboratory that does not answer is waited for some seconds, and no longer', async () => {
    // The names are there, so that nothing but the laboratory is waited for.
    await glossaryIn('en');
    vi.useFakeTimers();
    await act(async () => render(resultsList([smoking], reading({ pages: 0 }))));
    await act(() => vi.advanceTimersByTimeAsync(3500));
    expect(screen.queryAllByRole('article')).toEqual([]);
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });
});

describe('rules 13 and 39: what comes after the list stands', () => {
  const reading = { ended: false, complete: false };
  const potassiumNow = { ...potassiumResult(4.4, '2026-11-12'), id: 'k1' };
  const notShownYet = 'More results have come. They are not shown yet.';
  const namesShown = () =>
    screen.getAllByRole('article').map((one) => within(one).getByRole('heading').textContent);

  test('is announced and not put over what is read, and a press shows it', async () => {
    const { rerender } = await showList([potassiumNow], reading);
    const later = [potassiumNow, { ...sodiumResult(140, '2026-11-20'), id: 'na1' }];
    await act(async () => rerender(resultsList(later)));
    expect(namesShown()).toEqual(['Potassium']);
    expect(textOfPage()).not.toMatch(/None of the newest results|still being read/);
    expect(textOfPage()).toContain(notShownYet);
    expect(document.querySelector('[data-latest]')).toBeNull();
    await act(async () => screen.getByRole('button', { name: 'Show 1 more result' }).click());
    expect(namesShown()).toEqual(['Sodium', 'Potassium']);
    expect(screen.queryByRole('button', { name: /more result/ })).toBeNull();
    expect(textOfPage()).toContain('None of the newest results is outside');
    expect(document.querySelector('[data-latest]')).not.toBeNull();
  });

  test('a critical result stands first at once', async () => {
    const { rerender } = await showList([potassiumNow], reading);
    await act(async () =>
      rerender(resultsList([potassiumNow, sodiumResult(110, '2026-11-20', flagConcept('LL'))])),
    );
    expect(namesShown()).toEqual(['Sodium', 'Potassium']);
    expect(textOfPage()).toContain('Marked as urgent by the laboratory');
  });

  const sodiumLater = { ...sodiumResult(140, '2026-11-20'), id: 'na1' };
  const chlorideLater = {
    ...resultInput('2075-0', 100, 'mmol/L', '2026-11-21', rangeOf(98, 107)),
    id: 'cl1',
  };
  /** Shows a list that stands with `first`, and then the record with `later`. */
  const showLater = async (
    first: readonly unknown[],
    later: readonly unknown[],
    more: Partial<RecordSnapshot> = {},
  ) => {
    const shown = await showList(first, reading);
    await act(async () => shown.rerender(resultsList(later, more)));
    return shown;
  };

  test('no card says an old value as the one of now, and a newer one outside has its line at once', async () => {
    const old = { ...potassiumResult(4, '2026-10-12'), id: 'k0' };
    await showLater(
      [old, potassiumNow],
      [old, potassiumNow, { ...potassiumResult(5.9, '2026-11-20', flagConcept('H')), id: 'k2' }],
    );
    expect(screen.getByRole('article').textContent).not.toMatch(/is inside|Questions/);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('5.9 mmol/L now; last time 4.4 mmol/L');
    expect(textOfPage()).toContain('Ask your care team what this means.');
    expect(screen.getByRole('listitem').textContent).toBe(
      'Potassium November 20, 2026 5.9 mmol/L above the range (3.5 to 5)',
    );
    expect(screen.queryByRole('button', { name: /more result/ })).toBeNull();
  });

  test.each([
    ['beside a result outside', { ...potassiumResult(5.9, '2026-11-12'), id: 'k1' }, {}],
    ['of a record that was read in part', potassiumNow, { complete: false }],
    ['while more are read', potassiumNow, reading],
  ])('that something waits is said %s, and nothing is called the newest', async (_, first, more) => {
    await showLater([first], [first, sodiumLater], more);
    expect(textOfPage().split(notShownYet)).toHaveLength(2);
    expect(textOfPage()).not.toMatch(/Newest first|All results were read/);
    await act(async () => screen.getByRole('button', { name: 'Show 1 more result' }).click());
    expect(textOfPage()).not.toContain(notShownYet);
  });

  test('it is announced once, however many come', async () => {
    const { rerender } = await showLater([potassiumNow], [potassiumNow, sodiumLater], reading);
    const said = screen.getByText(notShownYet);
    const whole = said.textContent;
    expect(said.closest('[aria-live="polite"]')).not.toBeNull();
    await act(async () => rerender(resultsList([potassiumNow, sodiumLater, chlorideLater], reading)));
    const button = screen.getByRole('button', { name: 'Show 2 more results' });
    expect(button.closest('[aria-live], [role="status"], output')).toBeNull();
    expect(screen.getByText(notShownYet)).toBe(said);
    expect(said.textContent).toBe(whole);
  });

  test.each([
    [
      'stand by itself: at the first new card',
      [potassiumNow, { ...sodiumLater, ...flagConcept('LL') }],
      'Sodium',
    ],
    ['are withdrawn: at the heading of the list', [potassiumNow], 'My results'],
  ])('the focus of the button stays in the list where the results %s', async (_, now, place) => {
    const { rerender } = await showLater([potassiumNow], [potassiumNow, sodiumLater]);
    screen.getByRole('button', { name: 'Show 1 more result' }).focus();
    await act(async () => rerender(resultsList(now)));
    await vi.waitFor(() => expect(document.activeElement).not.toBe(document.body));
    expect(document.activeElement?.textContent).toContain(place);
    expect(document.activeElement?.matches('article, h2')).toBe(true);
  });

  test('a focus that was elsewhere stays there when the button goes away', async () => {
    const { rerender } = await showLater([potassiumNow], [potassiumNow, sodiumLater]);
    screen.getByRole('link', { name: /Potassium/ }).focus();
    await act(async () => rerender(resultsList([potassiumNow])));
    await act(async () => {
      await new Promise(requestAnimationFrame);
    });
    expect(document.activeElement?.matches('a')).toBe(true);
  });
});
