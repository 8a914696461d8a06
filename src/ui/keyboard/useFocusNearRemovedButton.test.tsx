// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useFocusNearRemovedButton } from './useFocusNearRemovedButton.ts';

afterEach(cleanup);

type StepsProps = { readonly onGone?: () => void };

function Steps({ onGone = () => undefined }: StepsProps) {
  useFocusNearRemovedButton();
  const [isShown, setShown] = useState(true);
  const press = () => {
    setShown(false);
    onGone();
  };
  return (
    <main>
      <section aria-label="Steps">
        <p>{isShown && <button onClick={press}>Show all</button>}</p>
      </section>
      <button id="other">Other</button>
    </main>
  );
}

function pressed(): void {
  const button = screen.getByRole('button', { name: 'Show all' });
  button.focus();
  fireEvent.click(button);
  expect(button.isConnected).toBe(false);
}

const aFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const afterFrames = async (): Promise<void> => {
  for (const frame of [aFrame, aFrame, aFrame]) await frame();
};

test('what stood around a button that went away has the focus', async () => {
  render(<Steps />);
  const parent = screen.getByRole('button', { name: 'Show all' }).parentElement;
  pressed();
  await waitFor(() => expect(document.activeElement).toBe(parent));
});

test('a part of the screen that took the focus keeps it', async () => {
  render(<Steps onGone={() => document.getElementById('other')?.focus()} />);
  pressed();
  await afterFrames();
  expect(document.activeElement?.id).toBe('other');
});

test('a button that stays keeps it', async () => {
  render(<Steps />);
  const other = screen.getByRole('button', { name: 'Other' });
  other.focus();
  fireEvent.click(other);
  await afterFrames();
  expect(document.activeElement).toBe(other);
});

test('a button that stays gives the focus to nobody when it loses it at once, as by a press on words of its menu', async () => {
  render(<Steps />);
  const other = screen.getByRole('button', { name: 'Other' });
  other.focus();
  fireEvent.click(other);
  other.blur();
  await afterFrames();
  expect(document.activeElement).toBe(document.body);
});

test('what stood around a button that was disabled has the focus', async () => {
  render(<Steps />);
  const other = screen.getByRole<HTMLButtonElement>('button', { name: 'Other' });
  other.focus();
  fireEvent.click(other);
  other.blur();
  other.disabled = true;
  await waitFor(() => expect(document.activeElement).toBe(other.parentElement));
});
