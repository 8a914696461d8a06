import { memo } from 'react';
import { SourceButtons } from './SourceButtons.tsx';
import { ReadingFlags } from '../ReadingFlags.tsx';
import { entryAttachedText } from '../../../charts/reading/attachedText.ts';
import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import {
  entryDrawingText,
  entryUnit,
  entryValue,
  isTextResult,
  entryRangeText,
  entryStatusText,
  utcText,
  entryWhenText,
} from '../../../charts/reading/readingText.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { rangeText } from '../../../charts/format/rangeText.ts';
import { readingTexts } from '../reading.messages.ts';
import tagStyles from '../../../ui/Tag.module.css';
import styles from './ResultTable.module.css';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';

export type RowProps = {
  readonly entry: ChartEntry;
  readonly series: Series;
  readonly rowIndex: number;
  readonly selected: boolean;
};

const plainStatus = (status: string) => status === 'final' || status.includes(' ');

export const ResultRow = memo(function ResultRow({ entry, series, rowIndex, selected }: RowProps) {
  const timeZone = useTimeZone();
  const [range, status, drawing] = [entryRangeText(entry), entryStatusText(entry), entryDrawingText(entry)];
  const hasRange = entry.rows.some(({ kind }) => rangeText(kind) !== '');
  const unit = entryUnit(entry, series);
  const text = isTextResult(entry);
  const attached = entryAttachedText(entry, timeZone);
  return (
    <tr data-place={rowIndex} aria-rowindex={rowIndex + 2} aria-selected={selected}>
      <td data-tooltip={utcText(entry)}>{entryWhenText(entry, timeZone)}</td>
      <td className={styles.number}>
        {text ? (
          <span className={styles.quiet}>{readingTexts('asText')}</span>
        ) : (
          <b>{entryValue(entry, series)}</b>
        )}
        {unit !== series.unitText && unit && !text && <bdi className={styles.unit}> {unit}</bdi>}
      </td>
      <td>
        <ReadingFlags entry={entry} />
      </td>
      <td className={hasRange ? undefined : styles.quiet} data-tooltip={range} dir="auto">
        {range}
      </td>
      <td>
        {plainStatus(status) ? (
          status
        ) : (
          <span
            data-symbol={status === 'preliminary' ? status : undefined}
            className={`${status === 'preliminary' ? tagStyles.dashed : tagStyles.solid} ${styles.tag}`}
          >
            {status}
          </span>
        )}
      </td>
      <td data-tooltip={attached} dir="auto">
        {attached}
      </td>
      <td className={styles.quiet} data-tooltip={drawing} dir="auto">
        {drawing}
      </td>
      <td>
        <SourceButtons entry={entry} when={entryWhenText(entry, timeZone)} tabIndex={selected ? 0 : -1} />
      </td>
    </tr>
  );
});
