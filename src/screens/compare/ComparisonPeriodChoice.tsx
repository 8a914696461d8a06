import { YEAR } from '../../parts/screenUrls/compareUrl.ts';
import type { Begin, Begins } from './comparisonPeriod.ts';
import { earlierWords } from './comparisonPeriodText.ts';
import styles from './ComparisonPeriodChoice.module.css';

type SecondChoiceProps = {
  /** As in the fragment: '' for none, `before`, `1y` or days. */
  readonly value: string;
  /** How much earlier it lies. */
  readonly shiftMs: number | undefined;
  readonly begins: Begins;
  readonly onChoose: (value: string) => void;
};

const Group = ({ label, begins }: { readonly label: string; readonly begins: readonly Begin[] }) =>
  begins.length > 0 && (
    <optgroup label={label}>
      {begins.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </optgroup>
  );

/** Which other stretch of this patient's time lies under the strips; without events the first choices stay, and it says why. */
export function SecondChoice({ value, shiftMs, begins, onChoose }: SecondChoiceProps) {
  const { stays, visits, said } = begins;
  const known = ['', 'before', YEAR, ...[...stays, ...visits].map((begin) => begin.value)];
  return (
    <label className={styles.choice}>
      Second period
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">none</option>
        <option value="before">the same length before</option>
        <option value={YEAR}>one year earlier</option>
        {!known.includes(value) && shiftMs !== undefined && (
          <option value={value}>{earlierWords(shiftMs)}</option>
        )}
        <Group label="From the start of a stay" begins={stays} />
        <Group label="From the day of a visit" begins={visits} />
        {said && <option disabled>Stays and visits: {said}</option>}
      </select>
    </label>
  );
}
