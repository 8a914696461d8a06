import { useLayoutEffect, useRef, type RefObject } from 'react';
import { countText } from '../../../charts/format/numberText.ts';
import { cardId } from '../card/cardId.ts';
import type { PatientCard } from '../card/cards.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { goToCard } from './goToCard.ts';
import styles from './HeldResults.module.css';

type HeldResultsProps = {
  readonly held: readonly PatientCard[];
  readonly onShow: () => void;
  /** The focus goes here where the button goes away and no result took its place. */
  readonly heading: RefObject<HTMLElement | null>;
};

/**
 * Offers results that came after the list stood, over the page, so that nothing moves. A press shows them and leads to the first. The line
 * at the top of the list announces them: here each further one would be announced anew.
 */
export function HeldResults({ held, onShow, heading }: HeldResultsProps) {
  return (
    <div className={styles.held}>
      {held.length > 0 && <ShowButton held={held} onShow={onShow} heading={heading} />}
    </div>
  );
}

function ShowButton({ held, onShow, heading }: HeldResultsProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [first] = held;
  const firstId = first && cardId(first);
  useLayoutEffect(() => {
    const button = ref.current;
    return () => {
      if (button !== null && document.activeElement === button) keepFocus(button, firstId, heading);
    };
  }, [firstId, heading]);
  const show = (): void => {
    onShow();
    requestAnimationFrame(() => first && goToCard(first));
  };
  const count = held.length;
  return (
    <button ref={ref} type="button" onClick={show}>
      {myResultsTexts('showHeld', { count, shown: countText(count) })}
    </button>
  );
}

/** Keeps the focus in the list where the button that has it goes away by itself. Nothing is scrolled: the next Tab goes on from there. */
function keepFocus(
  button: HTMLElement,
  firstId: string | undefined,
  heading: HeldResultsProps['heading'],
): void {
  requestAnimationFrame(() => {
    const isLost = !button.isConnected && document.activeElement === document.body;
    const place = document.getElementById(firstId ?? '') ?? heading.current;
    if (!isLost || place === null) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });
}
