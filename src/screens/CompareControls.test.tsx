// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { App, names, show, story, YEAR } from './compareFixture.tsx';
import { recordOf } from './gridFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('strips are taken away, added by name and moved by buttons; the address holds them', async () => {
  show(recordOf(story));
  fireEvent.click(screen.getByRole('button', { name: 'Remove Creatinine' }));
  await vi.waitFor(() => expect(names()).toHaveLength(3));
  const add = screen.getByRole('combobox', { name: 'Add a result' });
  fireEvent.change(add, { target: { value: 'sod' } });
  fireEvent.submit(add.closest('form')!);
  await screen.findByRole('region', { name: /^Sodium/ });
  fireEvent.click(screen.getByRole('button', { name: 'Move Sodium up' }));
  await vi.waitFor(() => expect(names()[2]).toBe('Sodium (mmol/L)'));
  expect(location.hash).toBe('#compare=k,bp-sys,na,hr');
  fireEvent.change(add, { target: { value: 'nothing like it' } });
  expect(screen.getByText('no such result in this record')).toBeTruthy();
});

test('a shared view names what this record does not have', () => {
  show(recordOf(story), '#compare=k,lactate');
  expect(screen.getByText('Not in this record: Lactate.')).toBeTruthy();
  expect(names()).toEqual(['Potassium (mmol/L)']);
});

test('what is compared has a way back, and the last strip stays', () => {
  show(recordOf(story), '#compare=k');
  expect(screen.queryByRole('button', { name: 'Remove Potassium' })).toBeNull();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(location.hash).toBe('');
});

test('the letters do nothing while a text is typed, or when they are switched off', () => {
  show(recordOf(story));
  fireEvent.keyDown(screen.getByRole('combobox', { name: 'Add a result' }), { key: 't' });
  expect(screen.queryByRole('table')).toBeNull();
  cleanup();
  render(<App record={recordOf(story)} window={YEAR} singleKeys={false} />);
  fireEvent.keyDown(document.body, { key: 't' });
  expect(screen.queryByRole('table')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Table' }));
  expect(screen.getByRole('table')).toBeTruthy();
});
