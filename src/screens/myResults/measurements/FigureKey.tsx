import { pointPath, shapeOf, type Shape } from './readingPaths.ts';
import { sourceText } from './measuredByWords.ts';
import { measurementsTexts } from './measurements.messages.ts';
import type { Reading } from './readings.ts';
import styles from './Figures.module.css';

type FigureKeyProps = {
  readonly readings: readonly Reading[];
  readonly hasMiddle: boolean;
  readonly middleText: string;
};

/** Says what each shape of a picture means. Without a word on who measured there is nothing to tell apart. */
export function FigureKey({ readings, hasMiddle, middleText }: FigureKeyProps) {
  const sources = new Set(readings.map(({ row }) => row.kind.measuredBy));
  const byShape = new Map<Shape, string[]>();
  for (const measuredBy of sources) {
    const shape = shapeOf(measuredBy);
    byShape.set(shape, [...(byShape.get(shape) ?? []), sourceText(measuredBy)]);
  }
  const isSaid = sources.size > 1 || !sources.has('');
  const hasLimit = readings.some(({ row }) => row.kind.comparator !== '');
  return (
    <ul className={styles.key}>
      {isSaid &&
        [...byShape].map(([shape, words]) => (
          <li key={shape}>
            <svg width={12} height={12} aria-hidden="true">
              <path className={styles[shape]} d={pointPath(shape, 6, 6)} />
            </svg>
            {words.join(', ')}
          </li>
        ))}
      {hasMiddle && (
        <li>
          <svg width={14} height={12} aria-hidden="true">
            <path className={styles.middle} d="M1 6H13" />
          </svg>
          {middleText}
        </li>
      )}
      {hasLimit && (
        <li>
          <svg width={12} height={12} aria-hidden="true">
            <path className={styles.limit} d="M6 11v-9m-3 3l3 -3l3 3" />
          </svg>
          {measurementsTexts('limitMark')}
        </li>
      )}
    </ul>
  );
}
