import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useKeyTooltip, useShortcut } from '../../../ui/keyboard/singleKeyShortcuts.ts';
import { detailTexts } from '../detail.messages.ts';
import styles from './TableBelow.module.css';

/** The head of the table and its first result: with less than that in view nobody sees that there is a table. */
const LEAST_SEEN_PX = 56;

const tableBeside = (element: Element | null): HTMLElement | null =>
  element?.closest('section')?.querySelector<HTMLElement>('[data-twin]') ?? null;

/** Tells whether the table begins below the lower edge of the window. */
function useIsTableBelow(button: { readonly current: HTMLElement | null }): boolean {
  const [isBelow, setIsBelow] = useState(false);
  useEffect(() => {
    const table = tableBeside(button.current);
    if (!table) return undefined;
    const look = (): void => setIsBelow(table.getBoundingClientRect().top > innerHeight - LEAST_SEEN_PX);
    // A part that is loaded late moves the table, and so does whoever scrolls or makes the window lower.
    // oxlint-disable-next-line longview/texts-in-catalogs -- CSS
    const observer = new IntersectionObserver(look, { rootMargin: `0px 0px ${-LEAST_SEEN_PX}px 0px` });
    observer.observe(table);
    return () => observer.disconnect();
  }, [button]);
  return isBelow;
}

/**
 * Says that the table of results begins below what is seen, and leads to it. Its room is kept while it is not seen, so that nothing
 * moves when it comes or goes.
 */
export function TableBelow() {
  const button = useRef<HTMLSpanElement>(null);
  const isBelow = useIsTableBelow(button);
  const shortcut = useShortcut('t');
  const tooltip = useKeyTooltip(detailTexts('tableBelowHint'), 't');
  const goToTable = (): void => {
    const table = tableBeside(button.current);
    table?.scrollIntoView({ block: 'start' });
    table?.focus({ preventScroll: true });
  };
  return (
    <span ref={button} className={isBelow ? styles.seen : styles.kept} data-table-below={isBelow}>
      <Button variant="link" aria-keyshortcuts={shortcut} data-tooltip={tooltip} onClick={goToTable}>
        {detailTexts('tableBelow')}
      </Button>
    </span>
  );
}
