/** This file reads from the screen itself what it shows at the moment of the export. */
import type { Screen } from '../navigation/urlFragment.ts';

export type ExportSelection = {
  /** Undefined stands for the whole record. */
  readonly seriesIds: readonly string[] | undefined;
  /** This is the image with the words around it, or null if nothing is drawn now. */
  readonly chart: SVGElement | HTMLElement | null;
  /** The screen says this about the image elsewhere. */
  readonly chartNotes: readonly string[];
};

/** Returns whether the screen has one image: of one result, or of those compared. */
export const hasChart = ({ name }: Screen): boolean => name === 'series' || name === 'compare';

// oxlint-disable-next-line longview/texts-in-catalogs -- a selector
const CHART_SELECTOR = 'figure svg[role="application"], figure svg';

/**
 * Returns the ids of the strips on the screen. The address does not name default or saved strips, and may
 * name some that the record lacks.
 */
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
