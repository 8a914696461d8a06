import { countText } from '../../../charts/format/format.ts';
import type { PatientCard } from '../card/cards.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { goToCard } from './goToCard.ts';
import styles from './HeldResults.module.css';

type HeldResultsProps = {
  readonly held: readonly PatientCard[];
  readonly onShow: () => void;
};

/** Announces results that came after the list stood, over the page, so that nothing moves. A press shows them and leads to the first. */
export function HeldResults({ held, onShow }: HeldResultsProps) {
  const [first] = held;
  const show = (): void => {
    onShow();
    requestAnimationFrame(() => first && goToCard(first));
  };
  const count = held.length;
  return (
    <output className={styles.held}>
      {count > 0 && (
        <button type="button" onClick={show}>
          {myResultsTexts('showHeld', { count, shown: countText(count) })}
        </button>
      )}
    </output>
  );
}
