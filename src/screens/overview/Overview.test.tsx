// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  potassiumPoints,
  systolic,
  diastolic,
  overviewRecord,
  reading,
  failed,
  refused,
  showOverview,
  listedSeries,
  warmOverview,
} from '../../testing/overviewFixture.tsx';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { marlowe } from '../../testing/patientFixture.ts';
// The notices are loaded only when there is one. Importing them here keeps the tests from waiting for them.
import '../../parts/notices/RecordNotices.tsx';
import { drawnText } from '../../testing/spokenAndDrawn.ts';
import { accountOf } from '../../testing/accountFixture.ts';

beforeAll(warmOverview, 60_000);
afterEach(cleanup);

describe('the account', () => {
  it('says how much has been read', () => {
    const { text } = showOverview(
      overviewRecord([potassiumPoints], {
        ...reading,
        account: accountOf({ drawn: 400, listed: 12 }),
      }),
    );
    expect(text()).toContain('Loading results. 412 so far, laboratory page 3, vital signs page 1');
  });

  it('rules 40, 41: says what became of every result, when it was read, and in which zone', () => {
    const { find, text } = showOverview(overviewRecord([potassiumPoints]));
    expect(text()).toContain(
      'All 742 results loaded. 720 charted, 19 not charted, 2 retracted, 1 earlier version. Loaded 14:05 CST, UTC−06:00',
    );
    expect(find('[data-accounting]')!.dataset).toMatchObject({
      received: '742',
      drawn: '720',
      excluded: '0',
    });
  });

  it('is announced at the end and not before', () => {
    showOverview(overviewRecord([potassiumPoints], reading));
    expect(screen.getByRole('status').textContent).toBe('');
    cleanup();
    showOverview(overviewRecord([potassiumPoints]));
    expect(screen.getByRole('status').textContent).toContain('All 742 results loaded.');
  });

  it('does not say "all" when a search failed, and offers to try again', async () => {
    const { find, text, onRetry } = showOverview(overviewRecord([potassiumPoints], failed));
    await screen.findByText(/could not be loaded completely/);
    expect(text()).toContain('742 results loaded, 1 search failed.');
    expect(text()).not.toContain('All 742');
    expect(find('[data-notice="failed"]')?.textContent).toContain(
      'Laboratory could not be loaded completely',
    );
    fireEvent.click(find('[data-retry]')!);
    expect(onRetry).toHaveBeenCalledOnce();
  });
});

describe('missing results', () => {
  const none = accountOf({});

  it('rule 38: none, loading, failed and not allowed have different texts, and only a complete answer says none', async () => {
    const textOf = async (record: RecordSnapshot | undefined, awaited?: RegExp) => {
      const { text } = showOverview(record);
      if (awaited) await screen.findByText(awaited);
      const overviewText = text();
      cleanup();
      return overviewText;
    };
    const texts = [
      await textOf(undefined),
      await textOf(overviewRecord([], { ...reading, account: none })),
      await textOf(overviewRecord([], failed), /could not be loaded completely/),
      await textOf(overviewRecord([], refused), /did not allow access to/),
      await textOf(overviewRecord([], { account: none })),
    ];
    expect(texts.map((one) => /no results in this record/i.test(one))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(texts[0]).toMatch(/Creatinine.*loading/);
    expect(texts[1]).toMatch(/Potassium.*loading/);
    expect(texts[2]).toMatch(/Potassium.*could not be loaded/);
    expect(texts[3]).toMatch(/Potassium.*not allowed by General Hospital/);
    expect(texts[3]).toContain('General Hospital did not allow access to vital signs');
  });

  it('are named when everything was read', async () => {
    const { text } = showOverview(overviewRecord([potassiumPoints]));
    await screen.findByText(/No results in this record/);
    expect(text()).toMatch(/No results in this record: .*Creatinine/);
  });

  it('results without a curve are listed, one that was not released without its value', async () => {
    const { find } = showOverview(
      overviewRecord([
        listedSeries('ua', 'Urine protein', { at: '2026-10-20T15:00:00Z', text: '++', reason: 'coded' }),
        listedSeries('x', 'Troponin I', {
          at: '2026-11-24T15:00:00Z',
          text: '22',
          reason: 'preliminary-hidden',
          status: 'preliminary',
        }),
      ]),
    );
    await screen.findByText('Results without a chart');
    expect(drawnText(find('[data-series="ua"]'))).toBe('Urine protein++20 Oct 2026');
    expect(find('[data-series="x"]')?.textContent).not.toContain('22');
    expect(find('[data-series="x"]')?.textContent).toContain('see the EHR');
  });

  it('rule 48: results of another patient are reported in a red notice that stays', async () => {
    const { find } = showOverview(
      overviewRecord([potassiumPoints], { excluded: [{ reason: 'other-patient', count: 1 }] }),
    );
    await screen.findByRole('alert');
    const notice = find('[data-notice="wrong-patient"]');
    expect(notice?.getAttribute('role')).toBe('alert');
    expect(notice?.textContent).toContain('The health system sent results of another patient.');
    expect(notice?.textContent).toContain('1 result left out');
  });
});

describe('the patient line', () => {
  it('rule 47: has name, birth date with age, gender and identifier, in that order, with labels', () => {
    const { find } = showOverview(overviewRecord([potassiumPoints]));
    const banner = find('[data-patient-banner]')!;
    expect(banner.dataset['mode']).toBe('full');
    expect(within(banner).getByRole('heading', { level: 1 }).textContent).toBe('MARLOWE, Edwin');
    expect(banner.querySelector('dl')?.textContent).toBe('Born14 Mar 1959 (67 y)SexMaleMRN004 829 17');
  });

  it('rule 46: the compact line keeps name and birth date', () => {
    const banner = showOverview(overviewRecord([potassiumPoints]), {
      session: openedSession({ banner: 'compact' }),
    }).find('[data-patient-banner]')!;
    expect(banner.dataset['mode']).toBe('compact');
    expect(banner.textContent).toContain('MARLOWE, Edwin');
    expect(banner.querySelector('dl')?.textContent).toBe('Born14 Mar 1959 (67 y)');
  });

  it('rule 47: a deceased person is shown so, with the age at death and not an age now', () => {
    const dead = { ...marlowe, deceased: 'Died 3 Jan 2024', age: '64 y' };
    const banner = showOverview(overviewRecord([potassiumPoints]), { patient: dead }).find(
      '[data-patient-banner]',
    )!;
    expect(banner.querySelector('dl')?.textContent).toContain('Born14 Mar 1959Died3 Jan 2024 (64 y)');
  });

  it('is no banner before the name is known', () => {
    expect(showOverview(undefined, { patient: undefined }).find('[data-patient-banner]')).toBeNull();
  });
});

describe('search and export', () => {
  it('filters nothing behind the list for one or two letters', async () => {
    const { find, text } = showOverview(overviewRecord([potassiumPoints, systolic, diastolic]));
    const box = screen.getByRole('combobox', { name: /^Search/ });
    for (const value of ['c', 'ct', ' ct ']) {
      fireEvent.change(box, { target: { value } });
      await Promise.resolve();
      expect(find('[data-series="k"]')).not.toBeNull();
      expect(find('[data-series="bp-sys"]')).not.toBeNull();
      expect(text()).not.toContain('hidden by');
    }
    fireEvent.change(box, { target: { value: 'pot' } });
    await screen.findByText('1 hidden by search.');
  });

  it('focuses the search with "/", filters, and says how many results are hidden', async () => {
    const { find, text } = showOverview(overviewRecord([potassiumPoints, systolic, diastolic]));
    fireEvent.keyDown(document.body, { key: '/' });
    const box = screen.getByRole('combobox', { name: /^Search/ });
    expect(document.activeElement).toBe(box);
    fireEvent.change(box, { target: { value: 'pot' } });
    await screen.findByText('1 hidden by search.');
    expect(find('[data-series="k"]')).not.toBeNull();
    expect(find('[data-series="bp-sys"]')).toBeNull();
    fireEvent.change(box, { target: { value: 'troponin' } });
    await screen.findByText(/No matches for “troponin”\. 2 hidden/);
    fireEvent.keyDown(box, { key: 'Escape' });
    await screen.findByText(/was 5\.4/);
    expect(text()).not.toContain('hidden by');
  });
});
