import { useEffect, useState } from 'react';
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

/** The width of the page while one is printed; undefined on the screen. */
export function usePrintWidthPx(): number | undefined {
  const [paperPx, setPaperPx] = useState<number>();
  useEffect(() => onPrint(setPaperPx, () => setPaperPx(undefined)), []);
  return paperPx;
}

/** The columns of curves and lanes on paper, in pixels whatever the reader's own text size (CompareScore.module.css, Timeline). */
export const PRINT_COLUMNS = { namePx: 140, scalePx: 36, readingPx: 184 };
