import { oneResultTexts } from './oneResult.messages.ts';
import type { ChartSpan } from './resultFacts.ts';
import styles from './ResultChart.module.css';

const SPANS = [
  ['year', 'lastYear'],
  ['fiveYears', 'lastFiveYears'],
  ['all', 'allTime'],
] as const;

type SpanButtonsProps = { readonly span: ChartSpan; readonly onChoose: (span: ChartSpan) => void };

/** Chooses how much time the chart shows. */
export const SpanButtons = ({ span, onChoose }: SpanButtonsProps) => (
  <fieldset className={styles.spans} aria-label={oneResultTexts('windows')}>
    {SPANS.map(([one, text]) => (
      <button key={one} type="button" aria-pressed={one === span} onClick={() => onChoose(one)}>
        {oneResultTexts(text)}
      </button>
    ))}
  </fieldset>
);
