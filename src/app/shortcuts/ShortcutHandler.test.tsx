// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import {
  choiceNow,
  goesTo,
  openShortcutHelp,
  pressKey,
  showWithShortcuts,
  singleKeysIn,
  setUpShortcuts,
} from './shortcutFixture.tsx';

setUpShortcuts();
test('rule 56: t goes from the chart of one result to its table and back', async () => {
  await showWithShortcuts('series');
  pressKey('t');
  const table = screen.getByRole('group', { name: /^Results in this period: Glucose/ });
  expect(document.activeElement).toBe(table);
  pressKey('t');
  expect(document.activeElement).toBe(screen.getByRole('slider', { name: /result/ }));
});

test('u goes to the choice of unit, and where there is none it is no key', async () => {
  await showWithShortcuts('series');
  expect(pressKey('u')).toBe(true);
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Unit' }));
  cleanup();
  await showWithShortcuts('series', '#series=k');
  expect(pressKey('u')).toBe(false);
  expect(singleKeysIn(await openShortcutHelp())).not.toContain('u');
});

test('f turns the filter of abnormal results on and off', async () => {
  await showWithShortcuts('results');
  const filter = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Abnormal' });
  pressKey('f');
  await waitFor(() => expect(filter.checked).toBe(true));
  // Without a focus, the reader goes on from the filter. With the focus in the table, it stays there.
  expect(document.activeElement).toBe(filter);
  const cell = screen.getByRole('grid').querySelector<HTMLElement>('[tabindex="0"]')!;
  cell.focus();
  pressKey('f');
  await waitFor(() => expect(filter.checked).toBe(false));
  expect(document.activeElement).toBe(cell);
});

test('c presses the button that leads to what can be taken along, where there is one', async () => {
  await showWithShortcuts('print');
  expect(pressKey('c')).toBe(false);
  cleanup();
  await showWithShortcuts('account');
  const button = await screen.findByRole('button', { name: 'Share' });
  const onClick = vi.fn<() => void>();
  button.addEventListener('click', onClick);
  expect(pressKey('c')).toBe(true);
  expect(onClick).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(button);
});

test('nothing happens while a text is typed, in a dialog, or with a key that makes a command of it', async () => {
  await showWithShortcuts('compare');
  const typing = screen.getByRole('combobox', { name: 'Add a test' });
  for (const key of ['p', 'a', 't', '/', '?', '1', '+']) expect(pressKey(key, {}, typing)).toBe(false);
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
    expect(pressKey('p', more, document.body)).toBe(false);
  expect(pressKey('p', { repeat: true }, document.body)).toBe(false);
  const dialog = await openShortcutHelp();
  expect(pressKey('p', {}, dialog)).toBe(false);
  expect(pressKey('p', {}, document.body)).toBe(false);
  expect(location.hash.split('&')[0]).toBe('#compare=k');
});

test('a bracket that a layout types with AltGr is a bracket; the same keys with a letter are a command', async () => {
  await showWithShortcuts('overview', '#window=1y');
  const altGr = (key: string) => {
    const event = new KeyboardEvent('keydown', {
      key,
      ctrlKey: true,
      altKey: true,
      cancelable: true,
      bubbles: true,
    });
    event.getModifierState = (name) => ['Control', 'Alt', 'AltGraph'].includes(name);
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(altGr('[')).toBe(true);
  await waitFor(() => expect(choiceNow()).toMatch(/^1y~/));
  expect(altGr('p')).toBe(false);
});

test('Caps Lock makes no other key of a letter', async () => {
  await showWithShortcuts('overview');
  expect(pressKey('G')).toBe(true);
  expect(pressKey('R')).toBe(true);
  await goesTo('#results');
});

test('on a layout of another script the place of the key counts, and a letter of a Latin layout is itself', async () => {
  await showWithShortcuts('overview');
  expect(pressKey('п', { code: 'KeyG' })).toBe(true);
  expect(pressKey('К', { code: 'KeyR' })).toBe(true);
  await goesTo('#results');
  // Dvorak types "p" on the key of "r"; a French "é" is no digit.
  expect(pressKey('é', { code: 'Digit2' })).toBe(false);
  pressKey('p', { code: 'KeyR' });
  await goesTo('#print');
});

test('on a layout of another script its brackets and digits shift the window and open a result', async () => {
  await showWithShortcuts('overview', '#window=1y');
  expect(pressKey('х', { code: 'BracketLeft' })).toBe(true);
  await waitFor(() => expect(choiceNow()).toMatch(/^1y~/));
  expect(pressKey('١', { code: 'Digit1' })).toBe(true);
  await waitFor(() => expect(location.hash).toMatch(/^#series=/));
});

test('a letter of another script with a modifier is a command, on a Mac too', async () => {
  await showWithShortcuts('overview');
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
    expect(pressKey('з', { code: 'KeyP', ...more }, document.body)).toBe(false);
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Macintosh; Intel Mac OS X');
  expect(pressKey('з', { code: 'KeyP', altKey: true }, document.body)).toBe(false);
  expect(location.hash).toBe('');
});

test('a key that somebody else has taken is theirs', async () => {
  await showWithShortcuts('overview');
  const take = (event: Event) => event.preventDefault();
  document.body.addEventListener('keydown', take);
  pressKey('p', {}, document.body);
  document.body.removeEventListener('keydown', take);
  expect(location.hash).toBe('');
});
