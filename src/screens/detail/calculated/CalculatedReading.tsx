import { dateTimeText, zonedTimeText } from '../../../charts/format/dateText.ts';
import { valueText } from '../../../charts/format/valueText.ts';
import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { positionText } from '../../../charts/reading/resultPosition.ts';
import type { DerivedSeries } from '../../../clinical/derived/derived.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { CALCULATED, inputsText, inputTimeText, inputText } from '../../../parts/results/calculatedText.ts';
import keyStyles from '../../../ui/Kbd.module.css';
import styles from '../../../parts/results/ReadingPanel.module.css';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { calculatedViewTexts } from './calculatedView.messages.ts';

type CalculatedReadingProps = {
  readonly derived: DerivedSeries;
  readonly series: Series;
  readonly entry: ChartEntry | undefined;
  readonly count: number;
  /** A value selected by a key or a press is announced; one under a hovering pointer is not. */
  readonly isAnnounced: boolean;
};

type CalculatedFactsProps = Pick<CalculatedReadingProps, 'derived' | 'series' | 'count'> & {
  readonly entry: ChartEntry;
};

function CalculatedFacts({ derived, series, entry, count }: CalculatedFactsProps) {
  const timeZone = useTimeZone();
  const { timeMs, rows } = entry;
  return (
    <div className={styles.facts}>
      <p className={styles.main}>
        <b>{valueText(rows[0], series)}</b> <span className={styles.unit}>{series.unitText}</span>
        <span>{CALCULATED}</span>
        <time data-tooltip={`${new Date(timeMs).toISOString().slice(0, 16)}Z`}>
          {zonedTimeText(timeMs, timeZone)}
        </time>
        <span className={styles.quiet}>
          {calculatedViewTexts('valuePosition', { position: positionText(entry.index, count) })}
        </span>
      </p>
      <p className={styles.more}>
        <span>{calculatedViewTexts('formulaFrom', { formula: derived.rule.formula })}</span>
        {derived.inputsOf(rows[0]).map((input) => (
          <span key={input.name}>
            {calculatedViewTexts('input', {
              input: inputText(input),
              when: inputTimeText(input, timeZone),
              id: input.row.id,
            })}
          </span>
        ))}
      </p>
    </div>
  );
}

/** Rule 25: shows the value in focus with its inputs, for pointer, touch and keyboard alike. */
export function CalculatedReading({ derived, series, entry, count, isAnnounced }: CalculatedReadingProps) {
  const timeZone = useTimeZone();
  const spoken =
    entry && isAnnounced
      ? calculatedViewTexts('spoken', {
          value: valueText(entry.rows[0], series),
          unit: series.unitText,
          calculated: CALCULATED,
          when: dateTimeText(entry.timeMs, 'instant', timeZone),
          inputs: inputsText(derived.inputsOf(entry.rows[0]), timeZone),
        })
      : '';
  return (
    <div className={styles.reading}>
      {entry ? (
        <CalculatedFacts {...{ derived, series, entry, count }} />
      ) : (
        <p className={styles.hint}>{calculatedViewTexts('hint')}</p>
      )}
      <p className={styles.keys} aria-hidden="true">
        <kbd className={keyStyles.kbd}>←</kbd> <kbd className={keyStyles.kbd}>→</kbd>
        {` ${calculatedViewTexts('keysOfValues')} `}
        <kbd className={keyStyles.kbd}>{calculatedViewTexts('homeKey')}</kbd>{' '}
        <kbd className={keyStyles.kbd}>{calculatedViewTexts('endKey')}</kbd>
      </p>
      <div aria-live="polite">
        <VisuallyHidden>{spoken}</VisuallyHidden>
      </div>
    </div>
  );
}
