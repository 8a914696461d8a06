import { useEffect, useState } from 'react';
import { onPaper } from './printMedia.ts';

/** The width of the page while one is printed; undefined on the screen. */
export function usePaperPx(): number | undefined {
  const [paperPx, setPaperPx] = useState<number>();
  useEffect(() => onPaper(setPaperPx, () => setPaperPx(undefined)), []);
  return paperPx;
}
