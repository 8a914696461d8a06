/** The table of one result as it leaves the screen: the rows in view, with whose they are and what is not among them (rules 56, 58). */
import type { Entry } from '../../charts/reading/chartEntries.ts';
import {
  contextWords,
  drawingWords,
  entryUnit,
  entryValue,
  flagWords,
  isText,
  rangeWords,
  statusWords,
  whenWords,
  zoneWords,
} from '../../charts/reading/readingText.ts';
import { plainLine } from '../../charts/format/singleLineText.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { Copy } from '../../ui/clipboard/clipboard.ts';
import type { TableRows } from './detailWindow.ts';
import { inHtml, inTabs, unarmed } from '../../parts/export/noteText.ts';
import { countText, resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { windowText } from '../../parts/timeWindow/timeWindowText.ts';
import { takenHead, type TakenFrom } from '../../parts/export/exportHeader.ts';

export type TableTaken = {
  readonly from: TakenFrom;
  readonly name: string;
  readonly series: Series;
  readonly table: TableRows;
  readonly window: TimeWindow | undefined;
};

const COLUMNS = ['Time', 'Result', 'Unit', 'Flag sent', 'Range sent', 'Status', 'Method, site', 'Drawing'];

/** "Potassium: 9 results of the window 23 Nov 2024 – 24 Nov 2026. 31 results outside it are not in this copy." */
function scopeWords({ name, table: { entries, outside }, window, from }: TableTaken): string {
  if (outside === 0 || !window) return `${name}: all ${countText(entries.length)} results.`;
  const where = windowText(window, from.timeZone);
  return `${name}: ${resultsText(entries.length)} of the window ${where}. ${resultsText(outside)} outside it are not in this copy.`;
}

function cellsOf(entry: Entry, series: Series, timeZone: string): string[] {
  const value = entryValue(entry, series);
  const [zone = ''] = zoneWords(entry, timeZone).split(',');
  return [
    `${whenWords(entry, timeZone)} ${zone}`.trim(),
    isText(entry) ? `“${value}”` : value,
    value === '–' ? '' : entryUnit(entry, series),
    flagWords(entry),
    rangeWords(entry),
    statusWords(entry),
    contextWords(entry),
    drawingWords(entry),
  ].map(plainLine);
}

/** For a text and for a program that takes a table. */
export function tableCopy(taken: TableTaken): Copy {
  const { from, series, table } = taken;
  const { patient, source, notices } = takenHead(from);
  const head = [patient, source, scopeWords(taken), ...notices].map(plainLine);
  const rows = table.entries.map((entry) => cellsOf(entry, series, from.timeZone));
  const line = (cells: readonly string[], name: string) =>
    `<tr>${cells.map((cell) => `<${name}>${inHtml(unarmed(cell))}</${name}>`).join('')}</tr>`;
  const body = rows.map((cells) => line(cells, 'td')).join('');
  const lines = [...head.map(inTabs), ...[COLUMNS, ...rows].map((cells) => cells.map(inTabs).join('\t'))];
  return {
    plain: `${lines.join('\n')}\n`,
    html: `<p>${head.map(inHtml).join('<br>')}</p><table border="1"><thead>${line(COLUMNS, 'th')}</thead><tbody>${body}</tbody></table>`,
  };
}
