/** The table of one result as it leaves the screen: the rows in view, with whose they are and what is not among them (rules 56, 58). */
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import {
  entryContextText,
  entryDrawingText,
  entryUnit,
  entryValue,
  entryFlagText,
  isTextResult,
  entryRangeText,
  entryStatusText,
  entryWhenText,
  zoneAnnotation,
} from '../../charts/reading/readingText.ts';
import { singleLineText } from '../../charts/format/singleLineText.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { ClipboardContent } from '../../ui/clipboard/clipboard.ts';
import type { TableRows } from './detailWindow.ts';
import { escapedHtml, spreadsheetCell, withoutFormula } from '../../parts/export/noteText.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { windowText } from '../../parts/timeWindow/timeWindowText.ts';
import { exportHeader, type ExportSource } from '../../parts/export/exportHeader.ts';
import { countText } from '../../charts/format/format.ts';

export type TableCopySource = {
  readonly from: ExportSource;
  readonly name: string;
  readonly series: Series;
  readonly table: TableRows;
  readonly window: TimeWindow | undefined;
};

const COLUMNS = ['Time', 'Result', 'Unit', 'Flag sent', 'Range sent', 'Status', 'Method, site', 'Drawing'];

/** "Potassium: 9 results of the window 23 Nov 2024 – 24 Nov 2026. 31 results outside it are not in this copy." */
function scopeWords({ name, table: { entries, outside }, window, from }: TableCopySource): string {
  if (outside === 0 || !window) return `${name}: all ${countText(entries.length)} results.`;
  const where = windowText(window, from.timeZone);
  return `${name}: ${resultsText(entries.length)} of the window ${where}. ${resultsText(outside)} outside it are not in this copy.`;
}

function cellsOf(entry: ChartEntry, series: Series, timeZone: string): string[] {
  const value = entryValue(entry, series);
  const [zone = ''] = zoneAnnotation(entry, timeZone).split(',');
  return [
    `${entryWhenText(entry, timeZone)} ${zone}`.trim(),
    isTextResult(entry) ? `“${value}”` : value,
    value === '–' ? '' : entryUnit(entry, series),
    entryFlagText(entry),
    entryRangeText(entry),
    entryStatusText(entry),
    entryContextText(entry),
    entryDrawingText(entry),
  ].map(singleLineText);
}

/** For a text and for a program that takes a table. */
export function tableCopy(taken: TableCopySource): ClipboardContent {
  const { from, series, table } = taken;
  const { patient, source, notices } = exportHeader(from);
  const head = [patient, source, scopeWords(taken), ...notices].map(singleLineText);
  const rows = table.entries.map((entry) => cellsOf(entry, series, from.timeZone));
  const line = (cells: readonly string[], name: string) =>
    `<tr>${cells.map((cell) => `<${name}>${escapedHtml(withoutFormula(cell))}</${name}>`).join('')}</tr>`;
  const body = rows.map((cells) => line(cells, 'td')).join('');
  const lines = [
    ...head.map(spreadsheetCell),
    ...[COLUMNS, ...rows].map((cells) => cells.map(spreadsheetCell).join('\t')),
  ];
  return {
    plain: `${lines.join('\n')}\n`,
    html: `<p>${head.map(escapedHtml).join('<br>')}</p><table border="1"><thead>${line(COLUMNS, 'th')}</thead><tbody>${body}</tbody></table>`,
  };
}
