import { useState } from 'react';
import { TextToCopy } from '../../../ui/clipboard/TextToCopy.tsx';
import { copyToClipboard } from '../../../ui/clipboard/clipboard.ts';
import { printForVisit } from '../printForVisit.ts';
import { oneResultTexts } from './oneResult.messages.ts';
import styles from './ResultScreen.module.css';

/** A device without a menu for sharing copies the text. */
const canShare = (): boolean => typeof navigator.share === 'function';

type Outcome = 'nothing' | 'copied' | 'byHand';

const copied = async (text: string): Promise<Outcome> =>
  (await copyToClipboard({ plain: text })) ? 'copied' : 'byHand';

/** Hands the text to the device's own menu, which the reader sees; where there is none, it goes to the clipboard. */
async function share(text: string): Promise<Outcome> {
  if (!canShare()) return copied(text);
  try {
    await navigator.share({ text });
    return 'nothing';
  } catch (error) {
    // The reader closed the menu. Anything else means that this frame must not share.
    const isClosed = error instanceof DOMException && error.name === 'AbortError';
    return isClosed ? 'nothing' : copied(text);
  }
}

/** Prints the sheet for a visit and shares the newest result, each only on a press. */
export function ResultActions({ text }: { readonly text: string | undefined }) {
  const [outcome, setOutcome] = useState<Outcome>('nothing');
  return (
    <section className={styles.part}>
      <div className={styles.actions}>
        <button type="button" onClick={() => void printForVisit()}>
          {oneResultTexts('print')}
        </button>
        {text !== undefined && (
          <button type="button" onClick={() => void share(text).then(setOutcome)}>
            {oneResultTexts(canShare() ? 'share' : 'copy')}
          </button>
        )}
      </div>
      <output className={`${styles.soft} ${styles.status}`}>
        {outcome === 'copied' && oneResultTexts('copied')}
        {outcome === 'byHand' && oneResultTexts('copyByHand')}
      </output>
      {outcome === 'byHand' && (
        <TextToCopy
          className={styles.field}
          rows={5}
          aria-label={oneResultTexts('textToCopy')}
          value={text ?? ''}
          onFocus={({ target }) => target.select()}
        />
      )}
    </section>
  );
}
