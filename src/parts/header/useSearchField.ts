import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { isShortcutAllowed, shortcutKey } from '../../ui/keyboard/shortcutGuard.ts';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import type { SavedScrollAndFocus } from '../../ui/scrollAndFocus.ts';

/** A paste may be as long as a book. What is longer than this names nothing, and is not kept. */
const MAX_KEPT = 400;

export type SearchFieldOptions = {
  /** A screen that filters by the text keeps it. On others the field does, and only the list uses it. */
  readonly query?: string | undefined;
  readonly onQuery?: ((query: string) => void) | undefined;
};

function useQuery({ query, onQuery }: SearchFieldOptions) {
  const [ownQuery, setOwnQuery] = useState('');
  const isFilter = onQuery !== undefined;
  const setQuery = (text: string): void => (onQuery ?? setOwnQuery)(text.slice(0, MAX_KEPT));
  return { query: query ?? ownQuery, setQuery, isFilter };
}

const isCommand = (event: globalThis.KeyboardEvent): boolean =>
  shortcutKey(event) === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;

/** Calls `open` for the single key, where it may act, and for Ctrl or ⌘ and K, wherever the focus is but in a dialog. */
function useOpeningKeys(shortcut: string | undefined, open: () => void): void {
  const now = useRef(open);
  useEffect(() => {
    now.current = open;
  });
  // These keys work before the other shortcuts are loaded, so that a search need not wait for them.
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isSingle = event.key === shortcut && isShortcutAllowed(event);
      const isFree = !event.defaultPrevented && document.querySelector('dialog[open]') === null;
      if (!isSingle && !(isCommand(event) && isFree)) return;
      event.preventDefault();
      now.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [shortcut]);
}

export type ListPosition = {
  /** On a narrow screen the list begins below the patient's name, which is never covered (rule 47). */
  readonly bannerBottomPx: number;
  /** Elsewhere it hangs below the field, and ends where the field ends. */
  readonly fieldBottomPx: number;
  readonly fieldToRightPx: number;
};

function positionOfList(box: Element | null): ListPosition {
  const banner = document.querySelector('[data-patient-banner]')?.getBoundingClientRect();
  const field = box?.getBoundingClientRect();
  return {
    bannerBottomPx: Math.max(0, banner?.bottom ?? 0),
    fieldBottomPx: field?.bottom ?? 0,
    fieldToRightPx: document.documentElement.clientWidth - (field?.right ?? 0),
  };
}

/** Holds whether the list is open, and what it has told. */
function useList(input: RefObject<HTMLInputElement | null>, box: RefObject<HTMLDivElement | null>) {
  const [listPosition, setListPosition] = useState<ListPosition>();
  const [activeId, setActiveId] = useState<string>();
  const [isEnterPending, setEnterPending] = useState(false);
  return {
    listPosition,
    isOpen: listPosition !== undefined,
    activeId,
    setActiveId,
    isEnterPending,
    setEnterPending,
    open: (): void => {
      setListPosition((before) => before ?? positionOfList(box.current));
      if (document.activeElement !== input.current) input.current?.focus({ preventScroll: true });
    },
    close: (): void => {
      setListPosition(undefined);
      setActiveId(undefined);
      setEnterPending(false);
    },
  };
}

type ActOnKey = (key: string) => boolean;

/** Passes the keys of the field on to its list. */
function useFieldKeys(
  { isOpen, open, setEnterPending }: ReturnType<typeof useList>,
  query: string,
  leave: (isOnSameScreen: boolean) => Promise<void>,
) {
  const act = useRef<ActOnKey>(undefined);
  const onEnter = (): void => {
    if (!isOpen) return;
    if (act.current) act.current('Enter');
    else setEnterPending(query.trim() !== '');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, nativeEvent } = event;
    if (nativeEvent.isComposing || !['Escape', 'Enter', 'ArrowDown', 'ArrowUp'].includes(key)) return;
    event.preventDefault();
    if (key === 'Escape') {
      event.stopPropagation(); // the screen below would leave, or end its cursor
      void leave(true);
    } else if (key === 'Enter') onEnter();
    else if (isOpen) act.current?.(key);
    else open();
  };
  const onKeys = (next: ActOnKey | undefined): void => {
    act.current = next;
  };
  return { onKeyDown, onKeys };
}

/** Remembers where the reader was before the field had the focus. The code for it is fetched before somebody searches. */
function usePlaceBefore() {
  const place = useRef<Promise<SavedScrollAndFocus | undefined>>(undefined);
  return {
    remember: (element: EventTarget | null): void => {
      // The search may make the page shorter before the code is there.
      const pageTopPx = document.scrollingElement?.scrollTop;
      place.current ??= import('../../ui/scrollAndFocus.ts').then(
        ({ saveScrollAndFocus }) => saveScrollAndFocus(element, pageTopPx),
        () => undefined,
      );
    },
    forget: (): void => {
      place.current = undefined;
    },
    /** Returns a function that goes back there. */
    wayBack: () => {
      const before = place.current;
      return async (): Promise<void> => (await before)?.restore();
    },
  };
}

/** Holds the text of the field, its list, and where the reader was before. */
export function useSearchField(options: SearchFieldOptions) {
  const { query, setQuery, isFilter } = useQuery(options);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const list = useList(input, box);
  const place = usePlaceBefore();
  const shortcut = useShortcut('/');
  const leave = (isOnSameScreen: boolean): Promise<void> => {
    const goBack = place.wayBack();
    list.close();
    setQuery('');
    input.current?.blur();
    return isOnSameScreen ? goBack() : Promise.resolve();
  };
  useOpeningKeys(shortcut, () => {
    list.open();
    input.current?.select();
  });
  const { isOpen, listPosition, activeId, isEnterPending, open } = list;
  const { onKeyDown, onKeys } = useFieldKeys(list, query, leave);
  const listProps = {
    query,
    isEnterPending,
    onKeys,
    onActive: list.setActiveId,
    onEnterDone: (): void => list.setEnterPending(false),
    onChosen: leave,
    onCancel: (): void => void leave(true),
  };
  return {
    input,
    box,
    query,
    shortcut,
    isOpen,
    listPosition,
    activeId,
    listProps,
    open,
    onKeyDown,
    onFocus: ({ relatedTarget }: FocusEvent): void => {
      place.remember(relatedTarget);
    },
    onBlur: ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget instanceof Node && box.current?.contains(relatedTarget)) return;
      place.forget();
      list.close();
      if (!isFilter) setQuery('');
    },
    onText: (text: string): void => {
      setQuery(text);
      list.setEnterPending(false);
      list.open();
    },
  };
}
