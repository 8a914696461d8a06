import { useEffect, useState, type RefObject } from 'react';

/** The largest and the smallest reduction of the sheet. Smaller print could not be read. */
const [MAX_FIT, MIN_FIT] = [0.82, 0.7];
/** The height of a Letter page within its margins (base.css) without the line of the patient. A4 is higher. */
const PAGE_PX = 920;

/** Returns the factor that makes the sheet fit on one page. It undoes the reader's text size, which counts on the screen alone. */
export function usePageFit(sheet: RefObject<HTMLElement | null>, textScale: number): number {
  const [fit, setFit] = useState(MAX_FIT / textScale);
  useEffect(() => {
    const element = sheet.current;
    if (!element) return undefined;
    const measure = () => {
      // While printing the sheet is already reduced.
      if (matchMedia('print').matches || element.clientHeight === 0) return;
      setFit(Math.max(MIN_FIT / textScale, Math.min(MAX_FIT / textScale, PAGE_PX / element.clientHeight)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [sheet, textScale]);
  return fit;
}
