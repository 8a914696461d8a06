// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import {
  field,
  jumpEvents,
  searchOption,
  pressSearchKey,
  sessionWith,
  showSearch,
  typeQuery,
} from './jumpFixture.tsx';

beforeAll(() => import('./JumpList.tsx'));
afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('a chosen line', () => {
  const choose = async (query: string, name: RegExp) => {
    typeQuery(query);
    await searchOption(name);
    field().focus();
    pressSearchKey('Enter');
  };

  test.each([
    ['k', /^Potassium/, '#series=k'],
    ['bmp', /^Basic metabolic/, /^#compare=/],
    ['spiro', /^Spironolactone/, '#timeline'],
    ['timeline', /^Timeline/, '#timeline'],
    ['account', /^Account/, '#account='],
    ['print', /^Print/, '#print'],
  ])('for %s opens its screen', async (query, name, fragment) => {
    showSearch();
    await choose(query, name);
    expect(location.hash).toMatch(fragment);
    expect(field().value).toBe('');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('by pointer does the same', async () => {
    showSearch();
    fireEvent.click(field());
    typeQuery('sod');
    fireEvent.click(await searchOption(/^Sodium/));
    expect(location.hash).toBe('#series=na');
  });

  test('with a unit shows the test in it', async () => {
    const onChoose = vi.fn<(id: string, unit: string) => void>();
    showSearch({ units: { onChoose } });
    await choose('a1c mmol/mol', /in mmol\/mol/);
    expect(onChoose).toHaveBeenCalledWith('a1c', 'mmol/mol');
    expect(location.hash).toBe('#series=a1c');
  });

  test('that is an action runs and leaves the reader where they were', async () => {
    const [exportCsv, refresh, onWindow] = [
      vi.fn<() => void>(),
      vi.fn<() => void>(),
      vi.fn<(choice: string) => void>(),
    ];
    const whole = { startMs: 0, endMs: 1 };
    showSearch({
      actions: { exportCsv },
      session: sessionWith(jumpEvents(), { refresh }),
      view: { ...viewOfAll, whole, visible: whole, choice: '2y', onChoose: onWindow },
    });
    const link = screen.getByText('A tile');
    for (const [query, name] of [
      ['csv', /^Save CSV/],
      ['refresh', /^Refresh/],
      ['all time', /^All time/],
    ] as const) {
      link.focus();
      pressSearchKey('/');
      await choose(query, name);
      await waitFor(() => expect(document.activeElement).toBe(link));
    }
    expect(exportCsv).toHaveBeenCalledOnce();
    expect(refresh).toHaveBeenCalledOnce();
    expect(onWindow).toHaveBeenCalledWith('all');
  });

  test('is none where nothing is found, nor later', async () => {
    showSearch();
    typeQuery('zzz');
    await screen.findByText('No matches for “zzz”');
    field().focus();
    pressSearchKey('Enter');
    typeQuery('k');
    await searchOption(/^Potassium/);
    expect(location.hash).toBe('');
  });
});
