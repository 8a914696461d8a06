import type { Panel } from '../../clinical/catalog/panels.ts';
import { Fragment } from 'react';
import { NewSinceSelect } from './NewSinceSelect.tsx';
import {
  columnUnitOf,
  gridFragment,
  type GridFilters,
  type GridSwitch,
} from '../../parts/screenUrls/gridUrl.ts';
import { countText } from '../../charts/format/numberText.ts';
import { COLUMN_UNITS } from './buckets/gridBuckets.ts';
import type { GridColumns } from './useGridColumns.ts';
import type { NewSinceFilter } from './newSinceFilter.ts';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import keyStyles from '../../ui/Kbd.module.css';
import styles from './Grid.module.css';
import { gridFiltersTexts } from './gridFilters.messages.ts';

type GridFilterBarProps = {
  readonly filters: GridFilters;
  readonly panels: readonly Panel[];
  readonly isComplete: boolean;
  readonly newSince: NewSinceFilter;
  readonly columns: GridColumns;
};

const SWITCHES: readonly {
  readonly name: Exclude<GridSwitch, 'onlyNew'>;
  readonly label: string;
  readonly title: string;
}[] = [
  {
    name: 'onlyAbnormal',
    label: gridFiltersTexts('abnormal'),
    title: gridFiltersTexts('abnormalHint'),
  },
  { name: 'onlyChanged', label: gridFiltersTexts('changed'), title: gridFiltersTexts('changedHint') },
  { name: 'hasEmptyDates', label: gridFiltersTexts('emptyDates'), title: gridFiltersTexts('emptyDatesHint') },
  {
    name: 'onlyFullRows',
    label: gridFiltersTexts('hideEmptyRows'),
    title: gridFiltersTexts('hideEmptyRowsHint'),
  },
];

/** Replaces the address, because Back should not undo a filter. */
const applyFilters = (filters: GridFilters): void => location.replace(gridFragment(filters));

/** Rule 39: a change is claimed only of a record that was read completely. */
const NOT_YET_KNOWN = gridFiltersTexts('notYetKnown');

type ColumnSelectProps = Pick<GridFilterBarProps, 'filters' | 'columns'>;

/** Chooses what one column holds: the results of one time, or all of an hour, a shift or a day. */
function ColumnSelect({ filters, columns: { unit, counts } }: ColumnSelectProps) {
  return (
    <label className={styles.panel} data-tooltip={gridFiltersTexts('columnsHint')}>
      {gridFiltersTexts('columns')}
      <select
        value={unit}
        onChange={({ target }) => applyFilters({ ...filters, columns: columnUnitOf(target.value) })}
      >
        {COLUMN_UNITS.map((one) => (
          <option key={one} value={one}>
            {gridFiltersTexts('columnsOf', { unit: one, count: countText(counts[one]) })}
          </option>
        ))}
      </select>
    </label>
  );
}

export function GridFilterBar({ filters, panels, isComplete, newSince, columns }: GridFilterBarProps) {
  const shortcut = useShortcut('f');
  return (
    <fieldset className={styles.filters} aria-label={gridFiltersTexts('filters')}>
      {SWITCHES.map(({ name, label, title }) => {
        const isUnknown = name === 'onlyChanged' && !isComplete;
        return (
          <Fragment key={name}>
            <label className={styles.switch} data-tooltip={isUnknown ? NOT_YET_KNOWN : title}>
              <input
                type="checkbox"
                aria-keyshortcuts={name === 'onlyAbnormal' ? shortcut : undefined}
                data-abnormal={name === 'onlyAbnormal' ? '' : undefined}
                checked={filters[name] && !isUnknown}
                disabled={isUnknown}
                onChange={(event) => applyFilters({ ...filters, [name]: event.target.checked })}
              />
              {label}
              {name === 'onlyAbnormal' && shortcut && (
                <kbd className={keyStyles.kbd} aria-hidden="true">
                  {shortcut}
                </kbd>
              )}
            </label>
            {name === 'onlyAbnormal' && <NewSinceSelect {...{ filters, newSince }} onChange={applyFilters} />}
          </Fragment>
        );
      })}
      <ColumnSelect {...{ filters, columns }} />
      {panels.length > 0 && (
        <label className={styles.panel}>
          {gridFiltersTexts('panel')}
          <select
            value={filters.panel}
            onChange={(event) => applyFilters({ ...filters, panel: event.target.value })}
          >
            <option value="">{gridFiltersTexts('allPanels')}</option>
            {panels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}
