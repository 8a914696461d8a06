import { useLayoutEffect, useRef, type RefObject } from 'react';
import { Button } from '../Button.tsx';
import { uiTexts } from '../ui.messages.ts';
import { useDialog } from '../useDialog.ts';
import { TextToCopy } from './TextToCopy.tsx';
import styles from './ManualCopyDialog.module.css';

/** The reader copies this by hand when the frame allows no other way. */
export type ManualCopy =
  | { readonly kind: 'text'; readonly instruction: string; readonly text: string }
  | {
      readonly kind: 'picture';
      readonly instruction: string;
      readonly url: string;
      readonly text: string;
    };

type ManualCopyDialogProps = {
  readonly content: ManualCopy;
  readonly onClose: () => void;
  /** Its first button gets the focus back, because the pressed button may be in a menu that has closed. */
  readonly container: RefObject<HTMLElement | null>;
};

/** Shows a text already selected, so that one key copies it. */
export function ManualCopyDialog({ content, onClose, container }: ManualCopyDialogProps) {
  const { dialog, onCancel } = useDialog(onClose);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
    const button = container.current?.querySelector('button');
    return () => button?.focus();
  }, [container]);
  return (
    <dialog ref={dialog} className={styles.byHand} aria-labelledby="by-hand" onCancel={onCancel}>
      <div className={styles.head}>
        <h2 id="by-hand">{content.instruction}</h2>
        <Button variant="bare" aria-label={uiTexts('close')} onClick={onClose}>
          ×
        </Button>
      </div>
      {content.kind === 'text' ? (
        <TextToCopy ref={field} value={content.text} aria-labelledby="by-hand" dir="auto" />
      ) : (
        <img src={content.url} alt={content.text} />
      )}
    </dialog>
  );
}
