import { hasNonPositiveValue, offersLogScale } from '../../clinical/series/logScale.ts';
import type { Series } from '../../clinical/series/series.ts';
import { useChartOptions, type ChartOption } from './useChartOptions.ts';
import styles from './ChartOptionToggles.module.css';
import { detailTexts } from './detail.messages.ts';

type ChartOptionTogglesProps = {
  readonly series: Series;
  /** This is the diastolic side of a blood pressure, which has bars and no line (rule 7). */
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
      text: detailTexts('fit'),
      title: detailTexts('fitHint'),
    },
    ...(offersLogScale(series)
      ? [
          {
            option: 'isLog' as const,
            text: detailTexts('logScale'),
            title: detailTexts(hasNoLogScale ? 'noLogScale' : 'logScaleHint'),
            isUnavailable: hasNoLogScale,
          },
        ]
      : []),
    ...(partner
      ? []
      : [
          {
            option: 'isWithoutLines' as const,
            text: detailTexts('linesOff'),
            title: detailTexts('linesOffHint'),
          },
        ]),
  ];
}

/** Rules 4 and 5: toggles the drawing of this chart. The chart says which options are on. */
export function ChartOptionToggles(props: ChartOptionTogglesProps) {
  const { options, onToggle } = useChartOptions();
  return (
    <fieldset className={styles.tools} aria-label={detailTexts('drawing')}>
      {togglesFor(props).map(({ option, text, title, isUnavailable = false }) => (
        <button
          key={option}
          type="button"
          data-tooltip={title}
          aria-pressed={options[option]}
          // It keeps its place among the tab stops, so that its tooltip says why it does nothing.
          aria-disabled={(isUnavailable && !options[option]) || undefined}
          onClick={() => {
            if (!isUnavailable || options[option]) onToggle(option);
          }}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
