import { sinceIdOf } from '../../clinical/change/sinceChoices.ts';
import { SINCE_TEXT } from '../../parts/changes/changesText.ts';
import type { GridFilters } from '../../parts/screenUrls/gridUrl.ts';
import type { GridSince } from './gridSince.ts';
import styles from './Grid.module.css';

type GridNewSinceProps = {
  readonly filters: GridFilters;
  readonly since: GridSince;
  readonly onShow: (filters: GridFilters) => void;
};

/** Only results since a moment; each says its date, or why it cannot be chosen. */
export function GridNewSince({ filters, since, onShow }: GridNewSinceProps) {
  const { options, whyNone } = since;
  const chosen = filters.onlyNew ? filters.since : undefined;
  return (
    <label className={styles.panel} title={whyNone === '' ? 'Only results since then' : whyNone}>
      New since
      <select
        value={chosen ?? ''}
        disabled={whyNone !== '' && chosen === undefined}
        onChange={({ target }) => {
          const id = sinceIdOf(target.value);
          onShow({ ...filters, onlyNew: id !== undefined, since: id ?? filters.since });
        }}
      >
        <option value="">any time</option>
        {chosen !== undefined && whyNone !== '' && <option value={chosen}>{SINCE_TEXT[chosen]}</option>}
        {options.map(({ id, label, whyNot }) => (
          <option key={id} value={id} disabled={whyNot !== ''}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
