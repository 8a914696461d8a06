import { useRef, useState, type ReactNode } from 'react';
import { countText } from '../../../charts/format/numberText.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { careTexts } from './care.messages.ts';
import styles from './Care.module.css';

type ShortListProps<T> = {
  readonly all: readonly T[];
  readonly shownCount: number;
  /** This is the heading of the list. A screen has several lists, and a screen reader tells their buttons apart by it. */
  readonly name: string;
  readonly children: (one: T) => ReactNode;
};

/** Shows the first of a list, and the rest on a press. Print has the whole list. */
export function ShortList<T extends { readonly key: string }>({
  all,
  shownCount,
  name,
  children,
}: ShortListProps<T>) {
  const [isWhole, setIsWhole] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const count = all.length - shownCount;
  const showRest = (): void => {
    setIsWhole(true);
    // The button goes, so that the reader goes on at the first line that it has shown.
    requestAnimationFrame(() => {
      const line = list.current?.children.item(shownCount);
      if (!(line instanceof HTMLElement)) return;
      line.tabIndex = -1;
      line.focus();
    });
  };
  return (
    <>
      <ul ref={list} className={styles.list}>
        {all.map((one, i) => (
          <li key={one.key} className={!isWhole && i >= shownCount ? styles.later : undefined}>
            {children(one)}
          </li>
        ))}
      </ul>
      {!isWhole && count > 0 && (
        <button type="button" className={styles.more} onClick={showRest}>
          {careTexts('showMore', { count, shown: countText(count) })}
          <VisuallyHidden>{`: ${name}`}</VisuallyHidden>
        </button>
      )}
    </>
  );
}
