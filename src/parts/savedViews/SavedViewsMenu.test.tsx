// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compareIn } from '../screenUrls/compareUrl.ts';
import { analyteOf } from '../../clinical/catalog/analyteProperties.ts';
import { BUILT_IN_VIEWS, sharedView, savedViews } from './savedViews.ts';
import { SavedViewsMenu } from './SavedViewsMenu.tsx';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';

const KEY = 'longview.choice.general.views';
const stored = (): unknown => JSON.parse(localStorage.getItem(KEY) ?? 'null');

const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  writeText.mockReset().mockResolvedValue();
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  HTMLElement.prototype.hidePopover = () => undefined; // this document lacks popovers
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  location.hash = '';
});

function show(isInChart = false) {
  const { container } = render(
    <InOpenRecord session={openedSession({ kind: isInChart ? 'ehr' : 'standalone' })}>
      <SavedViewsMenu />
    </InOpenRecord>,
  );
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name, hidden: true }));
  const save = (text: string) => {
    fireEvent.change(screen.getByRole('textbox', { hidden: true }), { target: { value: text } });
    press('Save this view');
  };
  const statusText = () => container.querySelector('output')?.textContent;
  const names = () =>
    within(screen.getByRole('list', { name: 'Your views', hidden: true }))
      .getAllByRole('listitem', { hidden: true })
      .map((item) => item.querySelector('bdi')?.textContent);
  return { container, press, save, statusText, names };
}

describe('the views by name', () => {
  it('of everybody name results of the catalog and open on whoever is in context', () => {
    const { press } = show();
    press('Open Kidney view');
    expect(location.hash).toBe('#compare=bp-sys,k,creat,egfr,weight&window=2y');
    for (const { fragment } of BUILT_IN_VIEWS) {
      const { ids } = compareIn(fragment);
      expect(ids.length).toBeGreaterThan(3);
      expect(ids.filter((id) => analyteOf(id) === undefined)).toEqual([]);
    }
  });

  it('are saved from the screen as it stands, opened and deleted', () => {
    location.hash = '#compare=na,k&moment=5&window=30d';
    const { press, save, statusText, names } = show();
    save('  My   salts ');
    expect(statusText()).toBe('Saved “My salts” in this browser.');
    expect(stored()).toEqual([{ name: 'My salts', fragment: '#compare=na,k&window=30d' }]);
    location.hash = '#results';
    save('Table');
    expect(names()).toEqual(['My salts', 'Table']);
    save('My salts');
    expect(names()).toEqual(['My salts', 'Table']);
    location.hash = '#timeline';
    press('Open My salts');
    expect(location.hash).toBe('#results');
    press('Delete My salts');
    expect(statusText()).toBe('Deleted “My salts”.');
    expect(names()).toEqual(['Table']);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { hidden: true }));
    press('Delete Table');
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('are copied with the address without its query, and a note that no patient is in it', async () => {
    const { press } = show();
    press('Copy link: Kidney view');
    await screen.findByText('Copied the link to “Kidney view”. It contains no patient data.');
    expect(writeText).toHaveBeenCalledWith(
      `Kidney view: ${location.origin}${location.pathname}#compare=bp-sys,k,creat,egfr,weight&window=2y\nOpens for the patient whose chart is open; contains no patient data.`,
    );
  });

  it('in a chart are copied as name and fragment, because the address alone opens nothing there', async () => {
    const { press } = show(true);
    press('Copy link: Diabetes view');
    await screen.findByText(/^Copied/);
    expect(writeText).toHaveBeenCalledWith(`Diabetes view: ${BUILT_IN_VIEWS[1]?.fragment}`);
  });

  it('are taken over from a link that somebody handed on', () => {
    const { save, statusText } = show();
    save('Salts: https://longview.example/index.html#compare=na,k&window=2y Opens on the patient');
    expect(stored()).toEqual([{ name: 'Salts', fragment: '#compare=na,k&window=2y' }]);
    save('#compare=text%3Aedwin');
    expect(statusText()).toBe('This link does not open a view of Longview.');
    save('#timeline');
    expect(savedViews('general').map(({ name }) => name)).toEqual(['Salts', 'Shared view']);
    expect(sharedView('Bed #3')).toBeUndefined();
    expect(sharedView('Since the visit: #since=visit')).toEqual({
      name: 'Since the visit',
      fragment: '#since=visit',
    });
  });

  it('rule D6: are not saved of a screen that names a result by words, nor without a name', () => {
    location.hash = '#series=text%3Aedwin';
    const { save, statusText } = show();
    save('Mine');
    expect(statusText()).toContain('cannot be saved');
    save('   ');
    expect(statusText()).toBe('Enter a name for the view.');
    save('x'.repeat(41));
    expect(statusText()).toBe('Use at most 40 characters for the name.');
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('are at most twenty', () => {
    const { save, statusText } = show();
    for (let i = 0; i < 20; i++) save(`View ${i}`);
    save('One more');
    expect(statusText()).toBe('You have saved 20 views. Delete one first.');
    expect(stored()).toHaveLength(20);
  });

  it('say when the browser keeps nothing', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem() {
        throw new Error('blocked');
      },
    });
    const { save, statusText } = show();
    save('Mine');
    expect(statusText()).toBe('This browser does not store views for this page.');
  });
});

describe('what stands in the storage', () => {
  const read = (text: string) => {
    localStorage.setItem(KEY, text);
    return savedViews('general');
  };
  const good = { name: 'Salts', fragment: '#compare=na,k' };

  it('is taken only as far as it is a view of ours', () => {
    const bad: unknown[] = [
      null,
      7,
      'x',
      [],
      {},
      { name: 'x' },
      { name: 7, fragment: '#' },
      { name: 'x', fragment: 'javascript:alert(1)' },
      { name: 'x', fragment: '//evil.example/#compare=k' },
      { name: 'x', fragment: '#compare=k&code=abc&state=1' },
      { name: 'x', fragment: '#series=text%3Aedwin' },
      { name: 'x', fragment: '#inspect' },
      { name: '', fragment: '#' },
      { name: 'x'.repeat(41), fragment: '#' },
      { name: 'a\u202Eb', fragment: '#' },
      { name: ' a', fragment: '#' },
      { ...good, fragment: '#results' },
    ];
    expect(read(JSON.stringify([good, ...bad]))).toEqual([good]);
    expect(
      read(JSON.stringify(Array.from({ length: 500 }, (_, i) => ({ ...good, name: `v${i}` })))),
    ).toHaveLength(20);
    expect(read(JSON.stringify({ 0: good, length: 1 }))).toEqual([]);
    expect(read('[{"__proto__":{"name":"x","fragment":"#"}}]')).toEqual([]);
    expect(read(JSON.stringify([{ ...good, name: 'x'.repeat(50_000) }, good]))).toEqual([good]);
    expect(read(JSON.stringify([{ ...good, fragment: `#${'x'.repeat(50_000)}` }, good]))).toEqual([good]);
    expect(read('['.repeat(50_000))).toEqual([]);
    // A field that is not ours is dropped.
    expect(read(JSON.stringify([{ ...good, padding: 'x', constructor: 'x' }]))).toEqual([good]);
  });

  it('never breaks the list, whatever it is', () => {
    const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(text)).toEqual([]);
      }),
    );
  });

  it('is shown as plain text', () => {
    localStorage.setItem(KEY, JSON.stringify([{ ...good, name: '<img src=x>' }]));
    const { container, names } = show();
    expect(names()).toEqual(['<img src=x>']);
    expect(container.querySelector('img')).toBeNull();
  });
});
