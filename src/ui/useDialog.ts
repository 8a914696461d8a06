import { useEffect, useLayoutEffect, useRef, type MouseEvent } from 'react';

/**
 * A dialog over the page, there at once with its heading in focus. Escape closes it alone, wherever the focus is, and so does
 * another screen. What had the focus before gets it back: the platform does that when a dialog is closed, not when it is removed.
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
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault(); // the screen below would take it for its own
      onClose();
    };
    // Heard before the screen below hears it.
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
  /** A press beside it. */
  const onClick = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return { dialog, heading, onCancel, onClick };
}
