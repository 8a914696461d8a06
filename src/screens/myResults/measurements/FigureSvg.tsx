import type { ReactNode, Ref } from 'react';
import { FIGURE_HEIGHT_PX } from './figureSize.ts';
import styles from './Figures.module.css';

type FigureSvgProps = {
  readonly boxRef: Ref<HTMLDivElement>;
  /** The width is undefined until the box was measured, and nothing is drawn before. */
  readonly widthPx: number | undefined;
  /** An element with this id names the picture, in the language of each of its words. */
  readonly labelId: string;
  readonly children: (widthPx: number) => ReactNode;
};

/** Keeps the room of a picture of readings and draws it once its width is known. */
export const FigureSvg = ({ boxRef, widthPx, labelId, children }: FigureSvgProps) => (
  <div ref={boxRef} className={styles.plot}>
    {widthPx !== undefined && (
      <svg
        className={styles.svg}
        role="img"
        aria-labelledby={labelId}
        width={widthPx}
        height={FIGURE_HEIGHT_PX}
      >
        {children(widthPx)}
      </svg>
    )}
  </div>
);
