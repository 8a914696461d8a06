/** Copies the table of one result: the rows in view, the patient they belong to, and what is left out (rules 56, 58). */
import { entryAttachedText } from '../../../charts/reading/attachedText.ts';
import { distinctCount, type ChartEntry } from '../../../charts/reading/chartEntries.ts';
import {
  entryDrawingText,
  entryUnit,
  entryValue,
  entryFlagText,
  isTextResult,
  entryRangeText,
  entryStatusText,
  entryWhenText,
  zoneAnnotation,
} from '../../../charts/reading/readingText.ts';
import { plainLine } from '../../../clinical/fhirElements/plainLine.ts';
import { newerUncharted } from '../../../clinical/series/newest/newerUncharted.ts';
import { readingTexts } from '../../../parts/results/reading.messages.ts';
import { newerText } from '../../../parts/results/newer/newerText.ts';
import type { Series } from '../../../clinical/series/series.ts';
import type { ClipboardContent } from '../../../ui/clipboard/clipboard.ts';
import type { TableRows } from '../resultsInWindow.ts';
import { htmlCell, tabbedCell, type TableCell } from '../../../record/export/injectionSafeText.ts';
import { resultsText } from '../../../parts/recordStatus/recordStatusText.ts';
import type { TimeWindow } from '../../../parts/timeWindow/recordWindow.ts';
import { windowText } from '../../../parts/timeWindow/timeWindowText.ts';
import { exportHeader, type ExportSource } from '../../../parts/export/exportHeader.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { tableCopyTexts } from './tableCopy.messages.ts';

export type TableCopyOptions = {
  readonly exportSource: ExportSource;
  readonly name: string;
  readonly series: Series;
  /** This is the diastolic side of a blood pressure. */
  readonly partner?: Series | undefined;
  readonly table: TableRows;
  readonly window: TimeWindow | undefined;
};

/** Returns the text of one cell. */
type CellText = (entry: ChartEntry, series: Series, timeZone: string) => string;

const RESULT = readingTexts('result');
/** These are the columns of the table on the screen, with the unit in one of its own. */
const COLUMNS: readonly (readonly [name: string, cellText: CellText])[] = [
  [tableCopyTexts('time'), whenText],
  [RESULT, resultText],
  [tableCopyTexts('unit'), (entry, series) => (hasNoValue(entry, series) ? '' : entryUnit(entry, series))],
  [readingTexts('flag'), entryFlagText],
  [readingTexts('range'), entryRangeText],
  [readingTexts('status'), entryStatusText],
  [readingTexts('context'), (entry, _, timeZone) => entryAttachedText(entry, timeZone)],
  [readingTexts('drawing'), entryDrawingText],
];

function whenText(entry: ChartEntry, _: Series, timeZone: string): string {
  const [zone = ''] = zoneAnnotation(entry, timeZone).split(',');
  return `${entryWhenText(entry, timeZone)} ${zone}`.trim();
}

function resultText(entry: ChartEntry, series: Series): string {
  const value = entryValue(entry, series);
  return isTextResult(entry) ? tableCopyTexts('textResult', { text: value }) : value;
}

const hasNoValue = (entry: ChartEntry, series: Series): boolean => entryValue(entry, series) === '–';

/** Returns "Potassium: 9 results of the window 23 Nov 2024 – 24 Nov 2026. 31 results outside it are not in this copy." */
function scopeText({ name, table, window, exportSource }: TableCopyOptions): string {
  const { entries, outsideCount } = table;
  if (outsideCount === 0 || !window)
    return tableCopyTexts('all', { name, count: countText(distinctCount(entries)) });
  const dates = windowText(window, exportSource.timeZone);
  const [results, outside] = [resultsText(distinctCount(entries)), resultsText(outsideCount)];
  return tableCopyTexts('window', { name, results, dates, outside });
}

const cellsOf = (entry: ChartEntry, series: Series, timeZone: string): TableCell[] =>
  COLUMNS.map(([name, cellText]) => ({
    text: cellText(entry, series, timeZone),
    isNumber: name === RESULT && !isTextResult(entry),
  }));

/** Returns the table as plain text with tabs and as HTML. */
export function tableCopy(options: TableCopyOptions): ClipboardContent {
  const { exportSource, series, partner, table } = options;
  const { patient, source, notices } = exportHeader(exportSource);
  const { record, timeZone } = exportSource;
  const newer = newerText(newerUncharted([series, partner], record.series), { timeZone });
  const headLines = [patient, source, scopeText(options), newer, ...notices].filter(Boolean).map(plainLine);
  const rows = table.entries.map((entry) => cellsOf(entry, series, exportSource.timeZone));
  const head = headLines.map((text) => ({ text }));
  const columns = COLUMNS.map(([text]) => ({ text }));
  const line = (cells: readonly TableCell[], name: string) =>
    `<tr>${cells.map((cell) => `<${name}>${htmlCell(cell)}</${name}>`).join('')}</tr>`;
  const body = rows.map((cells) => line(cells, 'td')).join('');
  const lines = [
    ...head.map(tabbedCell),
    ...[columns, ...rows].map((cells) => cells.map(tabbedCell).join('\t')),
  ];
  return {
    plain: `${lines.join('\n')}\n`,
    // oxlint-disable-next-line longview/texts-in-catalogs -- markup
    html: `<p>${head.map(htmlCell).join('<br>')}</p><table border="1"><thead>${line(columns, 'th')}</thead><tbody>${body}</tbody></table>`,
  };
}
