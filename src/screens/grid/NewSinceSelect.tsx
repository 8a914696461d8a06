import { sinceIdOf } from '../../clinical/change/sinceChoices.ts';
import { SINCE_TEXT } from '../../parts/changes/sinceText.ts';
import type { GridFilters } from '../../parts/screenUrls/gridUrl.ts';
import type { NewSinceFilter } from './newSinceFilter.ts';
import styles from './Grid.module.css';
import { gridFiltersTexts } from './gridFilters.messages.ts';

type NewSinceSelectProps = {
  readonly filters: GridFilters;
  readonly newSince: NewSinceFilter;
  readonly onChange: (filters: GridFilters) => void;
};

/** Limits the grid to results since a moment. Each option says its date, or why it cannot be chosen. */
export function NewSinceSelect({ filters, newSince, onChange }: NewSinceSelectProps) {
  const { options, unavailableText } = newSince;
  const chosen = filters.onlyNew ? filters.since : undefined;
  return (
    <label
      className={styles.panel}
      data-tooltip={unavailableText === '' ? gridFiltersTexts('onlySince') : unavailableText}
    >
      {gridFiltersTexts('newSince')}
      <select
        value={chosen ?? ''}
        disabled={unavailableText !== '' && chosen === undefined}
        onChange={({ target }) => {
          const id = sinceIdOf(target.value);
          onChange({ ...filters, onlyNew: id !== undefined, since: id ?? filters.since });
        }}
      >
        <option value="">{gridFiltersTexts('anyTime')}</option>
        {chosen !== undefined && unavailableText !== '' && (
          <option value={chosen}>{SINCE_TEXT[chosen]}</option>
        )}
        {options.map((option) => (
          <option key={option.id} value={option.id} disabled={option.unavailableText !== ''}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
