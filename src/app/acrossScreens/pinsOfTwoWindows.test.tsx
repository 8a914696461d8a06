// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PinButton } from '../../screens/detail/PinButton.tsx';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';

const KEY = 'longview.choice.general.pins';
const NINE = 'na,cl,co2,bun,creat,glucose,ca,mg,phos';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

/** Shows the pin of potassium as a window has drawn it while these were pinned. */
function drawnWhile(pins: string): HTMLElement {
  localStorage.setItem(KEY, pins);
  render(
    <InOpenRecord>
      <PinButton series={{ id: 'k', hasCurve: true }} />
    </InOpenRecord>,
  );
  return screen.getByRole('button', { name: 'Pin' });
}
const isPressed = (button: HTMLElement) => button.getAttribute('aria-pressed');

test('a pin of the other window stays when this one pins another, and so does what that one released', () => {
  const button = drawnWhile('na,cl');
  localStorage.setItem(KEY, 'cl,bun');
  fireEvent.click(button);
  expect(localStorage.getItem(KEY)).toBe('cl,bun,k');
});

test('a press does what the button has said, also where the other window did it first and no word of it came', () => {
  const button = drawnWhile('na');
  localStorage.setItem(KEY, 'na,k');
  fireEvent.click(button);
  expect([isPressed(button), localStorage.getItem(KEY)]).toEqual(['true', 'na,k']);
  localStorage.setItem(KEY, 'na');
  fireEvent.click(button);
  expect([isPressed(button), localStorage.getItem(KEY)]).toEqual(['false', 'na']);
});

test('the button follows what the other window does', () => {
  const button = drawnWhile('na');
  act(() => {
    localStorage.setItem(KEY, 'na,k');
    dispatchEvent(new StorageEvent('storage', { key: KEY }));
  });
  expect(isPressed(button)).toBe('true');
});

test('a tenth that the other window left no room for is refused in words, and does not appear later', () => {
  const button = drawnWhile('na');
  localStorage.setItem(KEY, NINE);
  fireEvent.click(button);
  expect(localStorage.getItem(KEY)).toBe(NINE);
  expect(isPressed(button)).toBe('false');
  expect(screen.getByRole('status').textContent).toContain('9 tests are pinned');
});
