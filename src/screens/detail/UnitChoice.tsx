import {
  seriesOfUnitChoice,
  unitChoiceId,
  selectableUnits,
} from '../../clinical/unitChoice/unitConversion.ts';
import type { Series } from '../../clinical/series/series.ts';
import { readableUnit } from '../../clinical/units/readableUnit.ts';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import selectStyles from '../../ui/Select.module.css';
import styles from './UnitChoice.module.css';
import { useUnits } from '../../parts/results/useChosenUnits.ts';
import { detailTexts } from './detail.messages.ts';

type UnitChoiceProps = {
  /** This is the open result in the unit that it is shown in. */
  readonly series: Series;
  /** These are all series in the units as reported. */
  readonly reported: readonly Series[];
};

/** Chooses the unit of a result among those that the catalog has a factor for. "As reported" is always the first. */
export function UnitChoice({ series, reported }: UnitChoiceProps) {
  const { choices, onChoose } = useUnits();
  const id = unitChoiceId(series);
  const shortcut = useShortcut('u');
  const units = [...new Set(seriesOfUnitChoice(id, reported).flatMap(selectableUnits))];
  if (units.length === 0) return null;
  return (
    <label className={styles.choice}>
      {detailTexts('unit')}
      <select
        className={selectStyles.select}
        data-unit-choice=""
        aria-keyshortcuts={shortcut}
        value={choices[id] ?? ''}
        onChange={({ target }) => onChoose(id, target.value)}
      >
        <option value="">{detailTexts('asReported')}</option>
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {readableUnit(unit)}
          </option>
        ))}
      </select>
    </label>
  );
}
