import { YEAR_BEFORE } from '../../parts/screenUrls/compareUrl.ts';
import type { ComparisonStart, ComparisonStarts } from './comparisonPeriod.ts';
import { earlierText } from './comparisonPeriodText.ts';
import selectStyles from '../../ui/Select.module.css';
import styles from './ComparisonPeriodChoice.module.css';

type ComparisonPeriodChoiceProps = {
  /** The value in the address: `before`, `1y` or days; '' for none. */
  readonly value: string;
  /** The chosen period lies this much earlier. */
  readonly shiftMs: number | undefined;
  readonly starts: ComparisonStarts;
  readonly onChoose: (value: string) => void;
};

type StartOptionsProps = { readonly label: string; readonly starts: readonly ComparisonStart[] };

const StartOptions = ({ label, starts }: StartOptionsProps) =>
  starts.length > 0 && (
    <optgroup label={label}>
      {starts.map((start) => (
        <option key={start.value} value={start.value}>
          {start.label}
        </option>
      ))}
    </optgroup>
  );

/** Chooses the comparison period. Without encounters the fixed choices stay, and it says why there are no others. */
export function ComparisonPeriodChoice({ value, shiftMs, starts, onChoose }: ComparisonPeriodChoiceProps) {
  const { stays, visits, unavailableText } = starts;
  const offeredValues = ['', 'before', YEAR_BEFORE, ...[...stays, ...visits].map((start) => start.value)];
  return (
    <label className={styles.choice}>
      Second period
      <select className={selectStyles.select} value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">none</option>
        <option value="before">the same length before</option>
        <option value={YEAR_BEFORE}>one year earlier</option>
        {!offeredValues.includes(value) && shiftMs !== undefined && (
          <option value={value}>{earlierText(shiftMs)}</option>
        )}
        <StartOptions label="From the start of a stay" starts={stays} />
        <StartOptions label="From the day of a visit" starts={visits} />
        {unavailableText && <option disabled>Stays and visits: {unavailableText}</option>}
      </select>
    </label>
  );
}
