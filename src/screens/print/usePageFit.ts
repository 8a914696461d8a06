import { useEffect, useState, type RefObject } from 'react';

/** As large as it is read best; never smaller than it can be read. */
const [MOST, LEAST] = [0.82, 0.7];
/** The height of a Letter page within its margins (base.css), less the line of the patient; A4 is higher. */
const PAGE_PX = 920;

/** How much smaller the sheet is made on paper, so that it is one page; on the screen it grows with the reader's own text size. */
export function usePageFit(sheet: RefObject<HTMLElement | null>, scale: number): number {
  const [fit, setFit] = useState(MOST / scale);
  useEffect(() => {
    const element = sheet.current;
    if (!element) return undefined;
    const measure = () => {
      // On paper it is already made smaller.
      if (matchMedia('print').matches || element.clientHeight === 0) return;
      setFit(Math.max(LEAST / scale, Math.min(MOST / scale, PAGE_PX / element.clientHeight)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [sheet, scale]);
  return fit;
}
