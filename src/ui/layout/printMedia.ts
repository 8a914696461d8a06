import { flushSync } from 'react-dom';

/** The width of an A4 page within its margins (base.css); a Letter page is a little wider. */
const PAPER_PX = 718;

/**
 * Curves have the width of the screen, which is not the one of paper: the newest results would be cut off or lie under the
 * words. `lay` draws them for paper, at once, because a browser prints what is there when `beforeprint` has been heard.
 */
export function onPrint(lay: (widthPx: number) => void, layAgain: () => void): () => void {
  const before = () => flushSync(() => lay(PAPER_PX));
  addEventListener('beforeprint', before);
  addEventListener('afterprint', layAgain);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', layAgain);
  };
}
