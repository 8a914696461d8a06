import type { Panel } from '../../clinical/catalog/panels.ts';
import { Fragment } from 'react';
import { GridNewSince } from './GridNewSince.tsx';
import { gridFragment, type GridFilters, type GridSwitch } from '../../parts/screenUrls/gridUrl.ts';
import type { GridSince } from './gridSince.ts';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import styles from './Grid.module.css';

type GridFilterBarProps = {
  readonly filters: GridFilters;
  readonly panels: readonly Panel[];
  readonly complete: boolean;
  readonly since: GridSince;
};

const SWITCHES: readonly {
  readonly name: Exclude<GridSwitch, 'onlyNew'>;
  readonly label: string;
  readonly title: string;
}[] = [
  {
    name: 'abnormal',
    label: 'Abnormal',
    title: 'Only rows and dates with a flag sent or a value outside the range sent',
  },
  { name: 'changed', label: 'Changed', title: 'Only rows whose newest result differs from the one before' },
  { name: 'emptyDates', label: 'Empty dates', title: 'Also dates without a result in these rows' },
  { name: 'fullRows', label: 'Hide empty rows', title: 'Without the rows that have no result' },
];

/** In the place of the address before: a filter is no step that Back should undo. */
const show = (filters: GridFilters): void => location.replace(gridFragment(filters));

/** Rule 39: a change is claimed only of a record that was read completely. */
const UNKNOWN_YET = 'Known once all results are read';

export function GridFilterBar({ filters, panels, complete, since }: GridFilterBarProps) {
  const shortcut = useShortcut('f');
  return (
    <fieldset className={styles.filters} aria-label="Filters">
      {SWITCHES.map(({ name, label, title }) => {
        const isUnknown = name === 'changed' && !complete;
        return (
          <Fragment key={name}>
            <label className={styles.switch} title={isUnknown ? UNKNOWN_YET : title}>
              <input
                type="checkbox"
                aria-keyshortcuts={name === 'abnormal' ? shortcut : undefined}
                data-abnormal={name === 'abnormal' ? '' : undefined}
                checked={filters[name] && !isUnknown}
                disabled={isUnknown}
                onChange={(event) => show({ ...filters, [name]: event.target.checked })}
              />
              {label}
            </label>
            {name === 'abnormal' && <GridNewSince {...{ filters, since }} onShow={show} />}
          </Fragment>
        );
      })}
      {panels.length > 0 && (
        <label className={styles.panel}>
          Panel
          <select value={filters.panel} onChange={(event) => show({ ...filters, panel: event.target.value })}>
            <option value="">all</option>
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
