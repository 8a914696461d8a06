/** This file reads and writes the filters of the results by date in the fragment. */
import type { SinceId } from '../../clinical/change/sinceChoices.ts';
import { sinceIn, withSince } from '../changes/sinceParameter.ts';

/** The search is not among the filters, because nobody else should read it in an address. */
export type GridFilters = {
  readonly onlyAbnormal: boolean;
  readonly onlyChanged: boolean;
  /** Only results after the moment of `since` are shown. */
  readonly onlyNew: boolean;
  /** Results count as new since this choice, on all screens. It is undefined until somebody chooses. */
  readonly since: SinceId | undefined;
  /** Dates without a result in the visible rows are shown too. */
  readonly hasEmptyDates: boolean;
  /** Analytes without a result are left out. */
  readonly onlyFullRows: boolean;
  /** This is the id of a panel, or '' for all. */
  readonly panel: string;
  /** This is what one column holds. It is undefined until somebody chooses, and then the grid chooses. */
  readonly columns: ColumnUnit | undefined;
};

/** A column holds the results of one time, or all of an hour, a shift or a day. */
const COLUMN_UNITS = ['result', 'hour', 'shift', 'day'] as const;
export type ColumnUnit = (typeof COLUMN_UNITS)[number];
export type BucketUnit = Exclude<ColumnUnit, 'result'>;
/** Returns the unit that a text names; undefined for any other text. */
export const columnUnitOf = (text: string | null): ColumnUnit | undefined =>
  COLUMN_UNITS.find((unit) => unit === text);

const WORDS = {
  onlyAbnormal: 'abnormal',
  onlyChanged: 'changed',
  onlyNew: 'new',
  hasEmptyDates: 'all-dates',
  onlyFullRows: 'full-rows',
} as const;
export type GridSwitch = keyof typeof WORDS;
const NAMES: readonly GridSwitch[] = [
  'onlyAbnormal',
  'onlyChanged',
  'onlyNew',
  'hasEmptyDates',
  'onlyFullRows',
];

/** Reads "#results=abnormal.new&panel=renal&since=visit". A word that is not understood is no filter. */
export function gridFiltersIn(fragment: string): GridFilters {
  const view = new URLSearchParams(fragment.replace(/^#/, ''));
  const words = new Set((view.get('results') ?? '').split('.'));
  const has = (name: GridSwitch): boolean => words.has(WORDS[name]);
  return {
    onlyAbnormal: has('onlyAbnormal'),
    onlyChanged: has('onlyChanged'),
    onlyNew: has('onlyNew'),
    since: sinceIn(fragment),
    hasEmptyDates: has('hasEmptyDates'),
    onlyFullRows: has('onlyFullRows'),
    panel: view.get('panel') ?? '',
    columns: columnUnitOf(view.get('columns')),
  };
}

export function gridFragment(filters: GridFilters): string {
  const words = NAMES.filter((name) => filters[name]).map((name) => WORDS[name]);
  const results = words.length > 0 ? `#results=${words.join('.')}` : '#results';
  const panel = filters.panel === '' ? '' : `&panel=${encodeURIComponent(filters.panel)}`;
  const columns = filters.columns === undefined ? '' : `&columns=${filters.columns}`;
  return withSince(results + panel + columns, filters.since);
}
