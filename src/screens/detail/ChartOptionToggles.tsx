import { hasNonPositiveValue, offersLogScale } from '../../clinical/series/logScale.ts';
import type { Series } from '../../clinical/series/series.ts';
import { useChartOptions, type ChartOption } from './useChartOptions.ts';
import styles from './ChartOptionToggles.module.css';

type ChartOptionTogglesProps = {
  readonly series: Series;
  /** The diastolic side of a blood pressure, which has bars and no line (rule 7). */
  readonly partner: Series | undefined;
};

type OptionToggle = {
  readonly option: ChartOption;
  readonly text: string;
  readonly title: string;
  readonly isUnavailable?: boolean;
};

function togglesFor({ series, partner }: ChartOptionTogglesProps): readonly OptionToggle[] {
  const hasNoLogScale = hasNonPositiveValue(series);
  return [
    {
      option: 'isFit',
      text: 'Fit the scale',
      title: 'Fit the scale to the values in this window; the chart then says “re-scaled”',
    },
    ...(offersLogScale(series)
      ? [
          {
            option: 'isLog' as const,
            text: 'Log scale',
            title: hasNoLogScale ? 'No log scale: a result is 0 or less' : 'Equal steps are equal factors',
            isUnavailable: hasNoLogScale,
          },
        ]
      : []),
    ...(partner
      ? []
      : [
          {
            option: 'isWithoutLines' as const,
            text: 'Lines off',
            title: 'Show the points without the line',
          },
        ]),
  ];
}

/** Rules 4 and 5: toggles the drawing of this chart. The chart says which options are on. */
export function ChartOptionToggles(props: ChartOptionTogglesProps) {
  const { options, onToggle } = useChartOptions();
  return (
    <fieldset className={styles.tools} aria-label="Drawing of the chart">
      {togglesFor(props).map(({ option, text, title, isUnavailable = false }) => (
        <button
          key={option}
          type="button"
          title={title}
          aria-pressed={options[option]}
          disabled={isUnavailable && !options[option]}
          onClick={() => onToggle(option)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
