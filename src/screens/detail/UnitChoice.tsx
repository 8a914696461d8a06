import {
  seriesOfUnitChoice,
  unitChoiceId,
  selectableUnits,
} from '../../clinical/unitChoice/unitConversion.ts';
import type { Series } from '../../clinical/series/series.ts';
import { readableUnit } from '../../clinical/units/units.ts';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import selectStyles from '../../ui/Select.module.css';
import styles from './UnitChoice.module.css';
import { useUnits } from '../../parts/results/useChosenUnits.ts';

type UnitChoiceProps = {
  /** The result that is open, in whatever unit. */
  readonly opened: Series;
  /** All series as they were reported. */
  readonly reported: readonly Series[];
};

/** In which unit a result is shown; only where the catalog has a factor for it. "As reported" is always the first. */
export function UnitChoice({ opened, reported }: UnitChoiceProps) {
  const { choices, onChoose } = useUnits();
  const id = unitChoiceId(opened);
  const shortcut = useShortcut('u');
  const units = [...new Set(seriesOfUnitChoice(id, reported).flatMap(selectableUnits))];
  if (units.length === 0) return null;
  return (
    <label className={styles.choice}>
      Unit
      <select
        className={selectStyles.select}
        data-unit-choice=""
        aria-keyshortcuts={shortcut}
        value={choices[id] ?? ''}
        onChange={({ target }) => onChoose(id, target.value)}
      >
        <option value="">as reported</option>
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {readableUnit(unit)}
          </option>
        ))}
      </select>
    </label>
  );
}
