import { roundPx } from '../axis/scale.ts';
import type { ExtremeLabel } from './extremeLabels.ts';

type ExtremeWordsProps = {
  readonly labels: readonly Omit<ExtremeLabel, 'box'>[];
  readonly className: string | undefined;
};

/** Draws the words at the highest and the lowest result where they were placed. */
export const ExtremeWords = ({ labels, className }: ExtremeWordsProps) =>
  labels.map(({ text, x, y, anchor }) => (
    <text key={text} className={className} data-extreme="" x={roundPx(x)} y={roundPx(y)} textAnchor={anchor}>
      {text}
    </text>
  ));
