import { readTextScale } from './textScale.ts';
import { useCallback, useState } from 'react';

export type BoxSize = {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The reader's own text size is given as a multiple of 16 px. */
  readonly textScale: number;
};

/** Without layout, as in a unit test, there is still a box. */
const UNMEASURED = { width: 1334, height: 600 };

/** Measures an element before the first paint and follows its size. */
export function useBoxSize(): readonly [
  (element: HTMLElement | null) => (() => void) | undefined,
  BoxSize | undefined,
] {
  const [size, setSize] = useState<BoxSize>();
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const measure = () => {
      const scale = readTextScale();
      const width = element.clientWidth || UNMEASURED.width;
      const height = element.clientHeight || UNMEASURED.height;
      setSize((now) =>
        now?.widthPx === width && now.heightPx === height && now.textScale === scale
          ? now
          : { widthPx: width, heightPx: height, textScale: scale },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
