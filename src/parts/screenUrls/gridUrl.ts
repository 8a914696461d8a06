/** The filters of the grid as they stand in the address. */
import type { SinceId } from '../../clinical/change/sinceChoices.ts';
import { sinceIn, withSince } from '../changes/sinceParameter.ts';

/** Without the search, which is nobody's to read in an address. */
export type GridFilters = {
  readonly abnormal: boolean;
  readonly changed: boolean;
  /** Only results after the moment of `since`. */
  readonly onlyNew: boolean;
  /** Since when results count as new, on all screens; undefined while nobody chose. */
  readonly since: SinceId | undefined;
  /** Also dates without a result in the lines shown. */
  readonly emptyDates: boolean;
  /** Without the analytes of which there is no result. */
  readonly fullRows: boolean;
  /** Id of a panel; '' for all. */
  readonly panel: string;
};

const WORDS = {
  abnormal: 'abnormal',
  changed: 'changed',
  onlyNew: 'new',
  emptyDates: 'all-dates',
  fullRows: 'full-rows',
} as const;
export type GridSwitch = keyof typeof WORDS;
const NAMES: readonly GridSwitch[] = ['abnormal', 'changed', 'onlyNew', 'emptyDates', 'fullRows'];

/** Of "#results=abnormal.new&panel=renal&since=visit"; what is not understood is no filter. */
export function gridFiltersIn(fragment: string): GridFilters {
  const view = new URLSearchParams(fragment.replace(/^#/, ''));
  const words = new Set((view.get('results') ?? '').split('.'));
  const has = (name: GridSwitch): boolean => words.has(WORDS[name]);
  return {
    abnormal: has('abnormal'),
    changed: has('changed'),
    onlyNew: has('onlyNew'),
    since: sinceIn(fragment),
    emptyDates: has('emptyDates'),
    fullRows: has('fullRows'),
    panel: view.get('panel') ?? '',
  };
}

export function gridFragment(filters: GridFilters): string {
  const words = NAMES.filter((name) => filters[name]).map((name) => WORDS[name]);
  const results = words.length > 0 ? `#results=${words.join('.')}` : '#results';
  const panel = filters.panel === '' ? '' : `&panel=${encodeURIComponent(filters.panel)}`;
  return withSince(results + panel, filters.since);
}
