/** What is meant when something is taken along: what the screen shows at that moment, read from the screen itself. */
import type { Screen } from '../navigation/urlFragment.ts';

export type ExportSelection = {
  /** All of the record without it. */
  readonly seriesIds: readonly string[] | undefined;
  /** The picture, with the words around it; null where nothing is drawn now. */
  readonly chart: SVGElement | HTMLElement | null;
  /** What is said of the picture elsewhere on the screen. */
  readonly chartNotes: readonly string[];
};

/** A screen with one picture, of one result or of those compared. */
export const hasChart = ({ name }: Screen): boolean => name === 'series' || name === 'compare';

const CHART_SELECTOR = 'figure svg[role="application"], figure svg';

/** The address of Compare names no strips where they are the usual or the kept ones, and others that the record has not. */
function comparedIds(strips: Element | null): string[] {
  const all = strips?.querySelectorAll<HTMLElement>('[data-series]') ?? [];
  return [...new Set([...all].flatMap(({ dataset }) => dataset['series'] ?? []))];
}

export function exportSelectionOn(screen: Screen): ExportSelection {
  if (screen.name === 'series')
    return {
      seriesIds: [screen.seriesId],
      chart: document.querySelector<SVGElement>(CHART_SELECTOR),
      chartNotes: [],
    };
  if (screen.name !== 'compare') return { seriesIds: undefined, chart: null, chartNotes: [] };
  const strips = document.querySelector<HTMLElement>('[data-strips]');
  const seriesIds = comparedIds(strips);
  const notes = document.querySelector('[data-compare-notes]')?.textContent ?? '';
  return { seriesIds, chart: seriesIds.length > 0 ? strips : null, chartNotes: notes ? [notes] : [] };
}
