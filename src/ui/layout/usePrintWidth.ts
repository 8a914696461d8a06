import { useEffect, useState } from 'react';
import { onPrint } from './printMedia.ts';

/** The width of the page while one is printed; undefined on the screen. */
export function usePrintWidthPx(): number | undefined {
  const [paperPx, setPaperPx] = useState<number>();
  useEffect(() => onPrint(setPaperPx, () => setPaperPx(undefined)), []);
  return paperPx;
}
