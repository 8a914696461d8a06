import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** An A4 page is this wide within its margins (base.css), and a Letter page is a little wider. */
const PAPER_PX = 718;

/**
 * Curves have the width of the screen. On paper the newest results would be cut off or lie under the words,
 * so `lay` draws them for paper. It does so at once, because a browser prints what is there when
 * `beforeprint` has been heard.
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

/** Returns the width of the page in pixels while one is printed, and undefined on the screen. */
export function usePrintWidthPx(): number | undefined {
  const [paperPx, setPaperPx] = useState<number>();
  useEffect(() => onPrint(setPaperPx, () => setPaperPx(undefined)), []);
  return paperPx;
}

/**
 * Curves and lanes have these columns on paper, whatever the reader's own text size (ComparePlots.module.css,
 * Timeline.module.css).
 */
export const PRINT_COLUMNS = { namePx: 140, scalePx: 36, readingPx: 184 };
