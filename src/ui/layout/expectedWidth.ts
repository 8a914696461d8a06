import { readTextScale } from './textScale.ts';

/** Without layout, as in a unit test, there is still a chart. */
const UNMEASURED_PX = 640;

/**
 * Remembers how much narrower than the window a kind of element is, so that its first drawing has the right width. Else React draws it
 * once without a width and once more in one long task, before the browser paints.
 */
export function rememberedMargins(firstMarginsRem: number) {
  let marginsPx: number | undefined;
  return {
    /** Returns the width in whole pixels that the element will have, if it stands as the last one did. */
    expectedWidthPx: (): number => {
      const windowPx = document.documentElement.clientWidth;
      if (windowPx === 0) return UNMEASURED_PX;
      return Math.max(1, Math.floor(windowPx - (marginsPx ?? firstMarginsRem * 16 * readTextScale())));
    },
    /** Measures an element: returns its width in whole pixels, and remembers the margins. */
    measuredWidthPx: ({ clientWidth }: HTMLElement): number => {
      if (clientWidth > 0) marginsPx = document.documentElement.clientWidth - clientWidth;
      return Math.floor(clientWidth) || UNMEASURED_PX;
    },
  };
}
