import { useId } from 'react';
import {
  choicesOfSystem,
  systemOfChoices,
  UNIT_SYSTEMS,
  type Concentrations,
  type UnitSystem,
} from '../../clinical/unitChoice/unitSystem.ts';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import { sessionMenuTexts } from './sessionMenu.messages.ts';
import { UNIT_SYSTEM_TEXT } from './unitSystemText.ts';
import type { ChosenUnits } from '../../parts/results/useChosenUnits.ts';
import selectStyles from '../../ui/Select.module.css';
import styles from './SessionMenu.module.css';

type UnitSystemChoiceProps = Pick<ChosenUnits, 'choices' | 'onChooseAll'> & {
  /** The site file says what SI means here. */
  readonly concentrations: Concentrations;
};

const isSystem = (value: string): value is UnitSystem => UNIT_SYSTEMS.some((system) => system === value);

/** Chooses the units of all results at once. The unit of one analyte is chosen on its own screen. */
export function UnitSystemChoice({ choices, onChooseAll, concentrations }: UnitSystemChoiceProps) {
  const system = systemOfChoices(choices, concentrations);
  const shortcut = useShortcut('u');
  const note = useId();
  return (
    <>
      <label className={styles.units}>
        {sessionMenuTexts('units')}
        <select
          className={selectStyles.select}
          data-unit-system=""
          aria-keyshortcuts={shortcut}
          aria-describedby={note}
          value={system ?? ''}
          onChange={({ target: { value } }) =>
            isSystem(value) && onChooseAll(choicesOfSystem(value, concentrations))
          }
        >
          {system === undefined && <option value="">{sessionMenuTexts('chosenOneByOne')}</option>}
          {UNIT_SYSTEMS.map((one) => (
            <option key={one} value={one}>
              {UNIT_SYSTEM_TEXT[one]}
            </option>
          ))}
        </select>
      </label>
      <p id={note} className={styles.note}>
        {sessionMenuTexts('unitsNote')}
      </p>
    </>
  );
}
