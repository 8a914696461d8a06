import { useLayoutEffect, useRef, type MouseEvent } from 'react';

/**
 * Opens a dialog over the page at once, with its heading in focus. Escape closes it alone, wherever the focus
 * is, and so does another screen. The element that had the focus before gets it back. The platform does that
 * when a dialog is closed, but not when it is removed.
 */
export function useDialog(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    heading.current?.focus();
    return () => opened?.close();
  }, []);
  // A dialog that is seen hears its key: on a busy machine the effects after the drawing come later than a hand.
  useLayoutEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      // While a character is composed, the key ends the composition.
      if (event.key !== 'Escape' || event.isComposing) return;
      // The screen below would take the key for its own.
      event.preventDefault();
      onClose();
    };
    // The capturing listener is heard before the one of the screen below.
    addEventListener('keydown', closeOnEscape, true);
    addEventListener('hashchange', onClose);
    return () => {
      removeEventListener('keydown', closeOnEscape, true);
      removeEventListener('hashchange', onClose);
    };
  }, [onClose]);
  const onCancel = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    onClose();
  };
  /** A press beside the dialog closes it. */
  const onClick = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return { dialog, heading, onCancel, onClick };
}
