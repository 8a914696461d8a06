/** This file draws the controls of "What changed". */
import type { SinceChoice, SinceId } from '../../clinical/change/sinceChoices.ts';
import { Button } from '../../ui/Button.tsx';
import { changesTexts } from './changes.messages.ts';
import { SINCE_TEXT } from './sinceText.ts';
import styles from './ChangesStrip.module.css';

type SinceSelectProps = {
  readonly choices: readonly SinceChoice[];
  readonly since: SinceChoice;
  readonly onChoose: (id: SinceId) => void;
};

/** Offers the moments since which results are compared. */
export const SinceSelect = ({ choices, since, onChoose }: SinceSelectProps) => (
  <select
    className={styles.choice}
    aria-label={changesTexts('sinceLabel')}
    value={since.id}
    onChange={({ target }) => {
      const one = choices.find(({ id }) => id === target.value);
      if (one) onChoose(one.id);
    }}
  >
    {choices.map(({ id }) => (
      <option key={id} value={id}>
        {SINCE_TEXT[id]}
      </option>
    ))}
  </select>
);

type ShowMoreButtonProps = {
  readonly total: number;
  readonly max: number;
  readonly listId: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

/**
 * Shows the rest of the list in its place, and hides it again. The button and the focus stay where they are.
 */
export const ShowMoreButton = ({ total, max, listId, isOpen, onOpen }: ShowMoreButtonProps) => (
  <>
    {' '}
    <span className={styles.more}>
      <Button variant="link" aria-expanded={isOpen} aria-controls={listId} onClick={() => onOpen(!isOpen)}>
        {isOpen
          ? changesTexts('showFewer', { count: String(max) })
          : changesTexts('showAll', { total: String(total) })}
      </Button>
    </span>
  </>
);
