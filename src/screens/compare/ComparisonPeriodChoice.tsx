import { YEAR_BEFORE } from '../../parts/screenUrls/compareUrl.ts';
import type { ComparisonStart, ComparisonStarts } from './comparisonPeriod.ts';
import { earlierText } from './comparisonPeriodText.ts';
import selectStyles from '../../ui/Select.module.css';
import styles from './ComparisonPeriodChoice.module.css';

type SecondChoiceProps = {
  /** As in the fragment: '' for none, `before`, `1y` or days. */
  readonly value: string;
  /** How much earlier it lies. */
  readonly shiftMs: number | undefined;
  readonly begins: ComparisonStarts;
  readonly onChoose: (value: string) => void;
};

const Group = ({ label, begins }: { readonly label: string; readonly begins: readonly ComparisonStart[] }) =>
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
export function ComparisonPeriodChoice({ value, shiftMs, begins, onChoose }: SecondChoiceProps) {
  const { stays, visits, said } = begins;
  const known = ['', 'before', YEAR_BEFORE, ...[...stays, ...visits].map((begin) => begin.value)];
  return (
    <label className={styles.choice}>
      Second period
      <select className={selectStyles.select} value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">none</option>
        <option value="before">the same length before</option>
        <option value={YEAR_BEFORE}>one year earlier</option>
        {!known.includes(value) && shiftMs !== undefined && (
          <option value={value}>{earlierText(shiftMs)}</option>
        )}
        <Group label="From the start of a stay" begins={stays} />
        <Group label="From the day of a visit" begins={visits} />
        {said && <option disabled>Stays and visits: {said}</option>}
      </select>
    </label>
  );
}
