import { hasNonPositiveValue, offersLogScale } from '../../clinical/series/logScale.ts';
import type { Series } from '../../clinical/series/series.ts';
import { useChartOptions, type ChartOption } from './useDetailLook.ts';
import styles from './DetailTools.module.css';

type DetailToolsProps = {
  readonly series: Series;
  /** The diastolic side of a blood pressure: it has bars and no line (rule 7). */
  readonly partner: Series | undefined;
};

type Tool = {
  readonly part: ChartOption;
  readonly text: string;
  readonly title: string;
  readonly isOff?: boolean;
};

function toolsFor({ series, partner }: DetailToolsProps): readonly Tool[] {
  const noLog = hasNonPositiveValue(series);
  return [
    {
      part: 'isFit',
      text: 'Fit the scale',
      title: 'Fit the scale to the values in this window; the chart then says “re-scaled”',
    },
    ...(offersLogScale(series)
      ? [
          {
            part: 'isLog' as const,
            text: 'Log scale',
            title: noLog ? 'No log scale: a result is 0 or less' : 'Equal steps are equal factors',
            isOff: noLog,
          },
        ]
      : []),
    ...(partner
      ? []
      : [{ part: 'isWithoutLines' as const, text: 'Lines off', title: 'Show the points without the line' }]),
  ];
}

/** Rules 4 and 5: what a reader may change in the drawing of this chart; each says beside the chart that it is on. */
export function DetailTools(props: DetailToolsProps) {
  const { look, onTurn } = useChartOptions();
  return (
    <fieldset className={styles.tools} aria-label="Drawing of the chart">
      {toolsFor(props).map(({ part, text, title, isOff = false }) => (
        <button
          key={part}
          type="button"
          title={title}
          aria-pressed={look[part]}
          disabled={isOff && !look[part]}
          onClick={() => onTurn(part)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
