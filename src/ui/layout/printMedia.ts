import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** An A4 page is this wide within its margins (base.css), and a Letter page is a little wider. */
const PAPER_PX = 718;

type PrintListener = {
  /** Draws for paper of this width. */
  readonly beforePrint: (widthPx: number) => void;
  readonly afterPrint: () => void;
};

/**
 * Calls the listener before and after a page is printed, and returns how to stop. Curves have the width of the screen, and on paper the
 * newest results would be cut off or lie under the words. What it draws is drawn at once, because a browser prints what is there when
 * `beforeprint` has been heard.
 */
export function onPrint({ beforePrint, afterPrint }: PrintListener): () => void {
  const before = () => flushSync(() => beforePrint(PAPER_PX));
  addEventListener('beforeprint', before);
  addEventListener('afterprint', afterPrint);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', afterPrint);
  };
}

/** Returns the width of the page in pixels while one is printed, and undefined on the screen. */
export function usePrintWidthPx(): number | undefined {
  const [paperPx, setPaperPx] = useState<number>();
  useEffect(() => onPrint({ beforePrint: setPaperPx, afterPrint: () => setPaperPx(undefined) }), []);
  return paperPx;
}

/**
 * Curves and lanes have these columns on paper, whatever the reader's own text size (ComparePlots.module.css,
 * Timeline.module.css).
 */
export const PRINT_COLUMNS = { namePx: 140, scalePx: 36, readingPx: 184 };
