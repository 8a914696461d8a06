// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Tooltips } from './Tooltips.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  HTMLElement.prototype.showPopover = () => undefined;
  HTMLElement.prototype.hidePopover = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const onClick = vi.fn<() => void>();

function show() {
  onClick.mockClear();
  render(
    <>
      <button type="button" data-tooltip="Load this record again" onClick={onClick}>
        ↻
      </button>
      <time data-tooltip="2026-10-29T13:05Z">29 Oct 2026, 08:05</time>
      <span data-tooltip="3.5–5.0 mmol/L">3.5–5.0 mmol/L</span>
      <a href="#k" aria-label="Start of lisinopril" data-tooltip="Start of lisinopril">
        +
      </a>
      <p>no tooltip</p>
      <Tooltips />
    </>,
  );
}
const tooltipText = () => screen.queryByRole('tooltip', { hidden: true })?.textContent ?? '';
const rest = (ms = 200): void =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });
const pointTo = (element: Element, clientX = 40) =>
  fireEvent.pointerMove(element, { pointerType: 'mouse', clientX, clientY: 10 });
const button = () => screen.getByRole('button');
const time = () => screen.getByText('29 Oct 2026, 08:05');
const tabTo = (element: HTMLElement) => {
  fireEvent.keyDown(document.body, { key: 'Tab' });
  act(() => element.focus());
};
const touch = { pointerType: 'touch', clientX: 5, clientY: 5 };

describe('rule 35: a tooltip does not outlive what it says', () => {
  let row: HTMLElement;
  /** Shows the tooltip of a value in a row of its own, and returns the value. */
  function showOfValue(): HTMLElement {
    show();
    row = document.createElement('div');
    const value = document.createElement('b');
    value.textContent = '5.8';
    value.dataset['tooltip'] = '5.8 mmol/L, 29 Oct 2026';
    row.append(value);
    document.body.append(row);
    pointTo(value);
    rest();
    expect(tooltipText()).toBe('5.8 mmol/L, 29 Oct 2026');
    return value;
  }
  /** The observer tells in a microtask. */
  const changed = () => act(async () => Promise.resolve());
  afterEach(() => row.remove());

  test('and says what its element says after a refresh', async () => {
    showOfValue().setAttribute('data-tooltip', '5.1 mmol/L, 29 Oct 2026');
    await changed();
    expect(tooltipText()).toBe('5.1 mmol/L, 29 Oct 2026');
    pointTo(screen.getByText('no tooltip'), 300);
    expect(tooltipText()).toBe('');
  });

  test.each<[string, (value: HTMLElement) => void]>([
    ['has no tooltip any more', (value) => value.removeAttribute('data-tooltip')],
    ['has left the page', (value) => value.remove()],
    ['has left the page with its row', (value) => value.parentElement?.remove()],
  ])('and goes where its element %s after a refresh', async (_, change) => {
    change(showOfValue());
    await changed();
    expect(tooltipText()).toBe('');
  });

  test('and stays while anything else changes', async () => {
    showOfValue().after('next');
    button().setAttribute('data-tooltip', 'Load it once more');
    await changed();
    expect(tooltipText()).toBe('5.8 mmol/L, 29 Oct 2026');
  });
});

describe('a tooltip opens by pointer, focus and finger, and never by itself', () => {
  test('rule 54: under a pointer that rests, within 200 ms, and it goes with the pointer', () => {
    show();
    pointTo(button());
    expect(tooltipText()).toBe('');
    rest();
    expect(tooltipText()).toBe('Load this record again');
    pointTo(screen.getByText('no tooltip'), 300);
    expect(tooltipText()).toBe('');
  });

  test('on a focus that a key leads to, and it describes what has the focus', () => {
    show();
    tabTo(button());
    rest();
    expect(tooltipText()).toBe('Load this record again');
    expect(button().getAttribute('aria-describedby')).toBe(screen.getByRole('tooltip').id);
    act(() => button().blur());
    expect(tooltipText()).toBe('');
    expect(button().hasAttribute('aria-describedby')).toBe(false);
  });

  test('not on a focus that the page gives, nor under a pointer that a moving page puts there', () => {
    show();
    pointTo(screen.getByText('no tooltip'), 40);
    act(() => button().focus());
    pointTo(button(), 40);
    rest();
    expect(tooltipText()).toBe('');
  });

  test('under a finger that holds, and then the press does not act', () => {
    show();
    fireEvent.pointerDown(button(), touch);
    rest(600);
    expect(tooltipText()).toBe('Load this record again');
    fireEvent.pointerUp(button(), touch);
    fireEvent.click(button());
    expect(onClick).not.toHaveBeenCalled();
    fireEvent.pointerDown(button(), touch);
    fireEvent.pointerUp(button(), touch);
    fireEvent.click(button());
    rest(600);
    expect(onClick).toHaveBeenCalledOnce();
    expect(tooltipText()).toBe('');
  });

  test('on a tap where a tap does nothing else', () => {
    show();
    fireEvent.pointerDown(time(), touch);
    fireEvent.pointerUp(time(), touch);
    rest(0);
    expect(tooltipText()).toBe('2026-10-29T13:05Z');
    fireEvent.pointerDown(screen.getByText('no tooltip'), touch);
    expect(tooltipText()).toBe('');
  });

  test('not while a finger scrolls', () => {
    show();
    fireEvent.pointerDown(button(), touch);
    fireEvent.pointerMove(button(), { ...touch, clientY: 80 });
    rest(600);
    expect(tooltipText()).toBe('');
  });
});

describe('a tooltip stays out of the way', () => {
  test('Escape closes it alone, and the screen below hears the next one', () => {
    show();
    const below = vi.fn<(key: string) => void>();
    const listen = (event: KeyboardEvent) => below(event.key);
    addEventListener('keydown', listen);
    tabTo(button());
    rest();
    below.mockClear();
    fireEvent.keyDown(button(), { key: 'Escape' });
    expect(tooltipText()).toBe('');
    expect(below).not.toHaveBeenCalled();
    fireEvent.keyDown(button(), { key: 'Escape' });
    expect(below).toHaveBeenCalledOnce();
    removeEventListener('keydown', listen);
  });

  test('a press ends it, and it does not come back while the pointer stays', () => {
    show();
    pointTo(button());
    rest();
    fireEvent.pointerDown(button(), { pointerType: 'mouse' });
    pointTo(button(), 41);
    rest();
    expect(tooltipText()).toBe('');
  });

  test('words that stand there in full are not said twice', () => {
    show();
    pointTo(screen.getByText('3.5–5.0 mmol/L'));
    rest();
    expect(tooltipText()).toBe('');
  });

  test('rule 59: words that are cut are shown in full', () => {
    show();
    const cut = screen.getByText('3.5–5.0 mmol/L');
    Object.defineProperty(cut, 'scrollWidth', { value: 120 });
    Object.defineProperty(cut, 'clientWidth', { value: 60 });
    pointTo(cut);
    rest();
    expect(tooltipText()).toBe('3.5–5.0 mmol/L');
  });

  test('a name that says the same is not described by it again', () => {
    show();
    tabTo(screen.getByRole('link'));
    rest();
    expect(tooltipText()).toBe('Start of lisinopril');
    expect(screen.getByRole('link').hasAttribute('aria-describedby')).toBe(false);
  });

  test.each(['main', 'header', 'dialog'])(
    'it stands in the part of the page of which it speaks: %s',
    (part) => {
      const place = document.createElement(part);
      place.setAttribute('open', '');
      document.body.append(place);
      render(
        <>
          <button type="button" data-tooltip="Load this record again">
            ↻
          </button>
          <Tooltips />
        </>,
        { container: place },
      );
      tabTo(button());
      rest();
      expect(screen.getByRole('tooltip', { hidden: true }).parentElement).toBe(place);
      cleanup();
      place.remove();
    },
  );
});
