import { useEffect, type RefObject } from 'react';
import { isDerivedId } from '../../../clinical/derived/derivedId.ts';
import { selectedId } from '../../../parts/screenUrls/selectedTests.ts';
import { isShortcutAllowed } from '../../../ui/keyboard/shortcutGuard.ts';
import { useShortcuts } from '../../../ui/keyboard/useShortcuts.ts';
import { clearSelection, toggleSelected } from './selectionStore.ts';

/** These are tiles and the lines of tests with few results. */
const TESTS = 'a[data-series]';

const idOf = (link: HTMLElement): string => link.dataset['series'] ?? '';

/** Returns the id of the test that an event is on. Calculated values have no strip in Compare. */
function testIdAt(target: EventTarget | null, container: HTMLElement | null): string | undefined {
  const link = target instanceof Element ? target.closest<HTMLElement>(TESTS) : null;
  if (!link || !container?.contains(link)) return undefined;
  const id = idOf(link);
  return isDerivedId(id) ? undefined : id;
}

/** Shows which tests are selected. Tiles come and go with the record, the period and a search. */
function markSelected(container: HTMLElement, ids: readonly string[]): void {
  for (const link of container.querySelectorAll<HTMLElement>(TESTS)) {
    const isSelected = ids.includes(selectedId(idOf(link)));
    if (isSelected !== 'selected' in link.dataset) link.toggleAttribute('data-selected', isSelected);
  }
  container.toggleAttribute('data-selecting', ids.length > 0);
}

/**
 * Selects tests by Ctrl or ⌘ and a click, and on the test with the focus, or else under the pointer, by x or the space bar.
 * Escape clears the selection.
 */
export function useTileSelection(container: RefObject<HTMLElement | null>, ids: readonly string[]): void {
  useShortcuts({
    x: () => {
      const underPointer = container.current?.querySelector(`${TESTS}:hover`) ?? null;
      const id =
        testIdAt(document.activeElement, container.current) ?? testIdAt(underPointer, container.current);
      if (id !== undefined) toggleSelected(id);
      return id !== undefined;
    },
  });
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const onClick = (event: MouseEvent): void => {
      const id = event.ctrlKey || event.metaKey ? testIdAt(event.target, element) : undefined;
      if (id === undefined) return;
      event.preventDefault();
      toggleSelected(id);
    };
    const onSpace = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || event.shiftKey || !isShortcutAllowed(event)) return;
      const id = testIdAt(event.target, element);
      if (id === undefined) return;
      event.preventDefault();
      if (!event.repeat) toggleSelected(id);
    };
    element.addEventListener('click', onClick);
    element.addEventListener('keydown', onSpace);
    return () => {
      element.removeEventListener('click', onClick);
      element.removeEventListener('keydown', onSpace);
    };
  }, [container]);
  const isSelecting = ids.length > 0;
  useEffect(() => {
    if (!isSelecting) return undefined;
    const onEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && isShortcutAllowed(event)) clearSelection();
    };
    addEventListener('keydown', onEscape);
    return () => removeEventListener('keydown', onEscape);
  }, [isSelecting]);
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    markSelected(element, ids);
    if (ids.length === 0) return undefined;
    const observer = new MutationObserver(() => markSelected(element, ids));
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      markSelected(element, []);
    };
  }, [container, ids]);
}
