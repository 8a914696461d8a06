// @vitest-environment happy-dom
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import { useShortcuts } from '../../ui/keyboard/useShortcuts.ts';

const onLetter = vi.fn<() => void>();

function Screen() {
  useEscapeToOverview();
  useShortcuts({ a: onLetter });
  return <h1>Potassium</h1>;
}

let root: Root;
let container: HTMLElement;

beforeEach(() => {
  // The library would run every effect before it gives the screen back, which a browser does not.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  container = document.body.appendChild(document.createElement('div'));
  root = createRoot(container);
});

afterEach(() => {
  root.unmount();
  container.remove();
  vi.unstubAllGlobals();
  onLetter.mockClear();
  location.hash = '';
});

/** Presses a key as soon as the screen is in the document, before the page is painted. */
async function pressAtOnce(key: string): Promise<void> {
  const { promise: drawn, observer } = drawnIn(container);
  root.render(<Screen />);
  await drawn;
  observer.disconnect();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

function drawnIn(element: HTMLElement) {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => void (resolve = done));
  const observer = new MutationObserver(() => resolve());
  observer.observe(element, { childList: true, subtree: true });
  return { promise, observer };
}

test('Escape leaves a screen from the moment that it stands', async () => {
  location.hash = '#series=k';
  await pressAtOnce('Escape');
  expect(location.hash).toBe('');
});

test('a letter works from the moment that its screen stands', async () => {
  await pressAtOnce('a');
  expect(onLetter).toHaveBeenCalledOnce();
});
