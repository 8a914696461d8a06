import { YEAR_BEFORE } from '../../parts/screenUrls/compareUrl.ts';
import type { ComparisonStart, ComparisonStarts } from './comparisonPeriod.ts';
import { earlierText } from './comparisonPeriodText.ts';
import selectStyles from '../../ui/Select.module.css';
import styles from './ComparisonPeriodChoice.module.css';
import { comparisonPeriodTexts } from './compare.messages.ts';

type ComparisonPeriodChoiceProps = {
  /** This is the value in the address: `before`, `1y` or days; '' for none. */
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
      {comparisonPeriodTexts('secondPeriod')}
      <select className={selectStyles.select} value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{comparisonPeriodTexts('none')}</option>
        <option value="before">{comparisonPeriodTexts('sameLengthBefore')}</option>
        <option value={YEAR_BEFORE}>{comparisonPeriodTexts('yearBefore')}</option>
        {!offeredValues.includes(value) && shiftMs !== undefined && (
          <option value={value}>{earlierText(shiftMs)}</option>
        )}
        <StartOptions label={comparisonPeriodTexts('fromStay')} starts={stays} />
        <StartOptions label={comparisonPeriodTexts('fromVisit')} starts={visits} />
        {unavailableText && (
          <option disabled>{comparisonPeriodTexts('noStaysOrVisits', { reason: unavailableText })}</option>
        )}
      </select>
    </label>
  );
}
