import { useCallback, useState, type FocusEvent, type KeyboardEvent } from 'react';

const TARGET_KEY = 'laneTarget';

const middle = (element: Element): number => {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
};

/**
 * Returns the target that an arrow key leads to: the next one in the lane, or the nearest one in the next
 * lane that has any.
 */
function nextTarget(key: string, from: HTMLElement, root: Element): HTMLElement | undefined {
  const rows = [...root.querySelectorAll('[data-lane-row], [data-unchanged]')]
    .map((row) => [...row.querySelectorAll<HTMLElement>('[data-lane-target]')])
    .filter((row) => row.length > 0);
  const at = rows.findIndex((row) => row.includes(from));
  const row = rows[at] ?? [];
  const place = row.indexOf(from);
  switch (key) {
    case 'ArrowLeft':
      return row[place - 1];
    case 'ArrowRight':
      return row[place + 1];
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    case 'ArrowUp':
    case 'ArrowDown': {
      const x = middle(from);
      const others = rows[key === 'ArrowUp' ? at - 1 : at + 1] ?? [];
      return others.toSorted((a, b) => Math.abs(middle(a) - x) - Math.abs(middle(b) - x))[0];
    }
    default:
      return undefined;
  }
}

const KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/** Gives all lanes one stop for the Tab key. The arrow keys go from one beginning or change to the next. */
export function useLaneKeys() {
  const [stop, setStop] = useState<string>();
  const onFocus = useCallback((event: FocusEvent) => {
    const key = event.target instanceof HTMLElement ? event.target.dataset[TARGET_KEY] : undefined;
    if (key !== undefined) setStop(key);
  }, []);
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const { key, target, currentTarget } = event;
    // With one of these the key is a command of the browser, such as Back.
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!KEYS.has(key) || !(target instanceof HTMLElement) || target.dataset[TARGET_KEY] === undefined)
      return;
    // The key is taken at the end of a row too, because the page must not scroll away under the reader.
    event.preventDefault();
    event.stopPropagation();
    nextTarget(key, target, currentTarget)?.focus();
  }, []);
  return { stop, onFocus, onKeyDown };
}
