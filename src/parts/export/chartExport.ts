/** This file exports the chart on the screen as an image with a title and a file name. */
import { chartImage, type ChartImage } from '../../charts/image/chartImage.ts';
import { seriesTitle } from '../../charts/reading/seriesName.ts';
import { analyteOf } from '../../clinical/catalog/analyteProperties.ts';
import type { Series } from '../../clinical/series/series.ts';
import { pressureSeriesPairOf } from '../../clinical/series/pairs/pressureSeriesPairs.ts';
import { pressureSidesOf } from '../../clinical/series/pairs/pressureSides.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { windowText } from '../timeWindow/timeWindowText.ts';
import { newerLines } from './newerLines.ts';
import { exportHeader, type ExportSource } from './exportHeader.ts';
import type { ExportSelection } from './exportSelection.ts';
import { exportTexts } from './export.messages.ts';

/** Returns the title of a chart. Either side names the blood pressure. */
export function chartTitle(all: readonly Series[], ids: readonly string[] | undefined): string {
  const selected = all.filter(({ id }) => ids?.includes(id) ?? true);
  const titles = selected.map((series) => {
    const sides = pressureSidesOf(series.id, (id) => all.find((one) => one.id === id));
    return seriesTitle(sides?.systolic ?? series, sides?.diastolic);
  });
  return [...new Set(titles)].join(', ');
}

type ChartImageOptions = Pick<ExportSelection, 'seriesIds' | 'chartNotes'> & {
  readonly window: TimeWindow | undefined;
};

export function chartWithHeader(
  chart: SVGElement | HTMLElement,
  exportSource: ExportSource,
  { seriesIds, chartNotes, window }: ChartImageOptions,
): ChartImage {
  const { patient, source, notices } = exportHeader(exportSource);
  const { record, timeZone } = exportSource;
  const title = chartTitle(record.series, seriesIds);
  const windowLines = window ? [windowText(window, timeZone)] : [];
  // The figure also holds the time axis and the notes of the chart.
  return chartImage(chart.closest('figure') ?? chart, {
    patient,
    title,
    lines: [
      ...newerLines(record.series, timeZone, seriesIds),
      ...windowLines,
      ...chartNotes,
      source,
      ...notices,
    ],
    footer: exportTexts('symbolLegend'),
  });
}

/**
 * Returns "longview-potassium". Nothing of the patient may be in it (rule 49), so a name that a server sent
 * is not either.
 */
export function chartFileName(
  { series }: ExportSource['record'],
  seriesIds: readonly string[] | undefined,
): string {
  const names = new Set(
    series.flatMap(({ id, analyteId }) => {
      const name = pressureSeriesPairOf(id)?.name ?? analyteOf(analyteId)?.name;
      return seriesIds?.includes(id) && name ? [name] : [];
    }),
  );
  const [only = 'chart'] = names.size === 1 ? names : [];
  return `longview-${only.toLowerCase().replaceAll(/[^a-z\d]+/g, '-')}`;
}

/**
 * Draws the printed page as an image, for a frame that does not allow printing. The page has its own header.
 */
export const pageImage = (page: HTMLElement, from: ExportSource): ChartImage =>
  chartImage(page, { patient: exportHeader(from).patient, title: '', lines: [], footer: '' });
