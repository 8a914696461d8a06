import { memo } from 'react';
import { SourceButtons, type OnOpenSource } from '../../charts/reading/SourceButtons.tsx';
import { TrendFlags } from '../../charts/reading/ReadingFlags.tsx';
import type { Entry } from '../../charts/reading/chartEntries.ts';
import {
  contextWords,
  drawingWords,
  entryUnit,
  entryValue,
  isText,
  rangeWords,
  statusWords,
  utcWords,
  whenWords,
} from '../../charts/reading/readingText.ts';
import type { Series } from '../../clinical/series/series.ts';
import styles from './ResultTable.module.css';

export type RowProps = {
  readonly entry: Entry;
  readonly series: Series;
  readonly timeZone: string;
  readonly place: number;
  readonly selected: boolean;
  readonly onOpenSource: OnOpenSource;
};

const plainStatus = (status: string) => status === 'final' || status.includes(' ');

export const ResultRow = memo(function ResultRow({
  entry,
  series,
  timeZone,
  place,
  selected,
  onOpenSource,
}: RowProps) {
  const [range, status, drawing] = [rangeWords(entry), statusWords(entry), drawingWords(entry)];
  const unit = entryUnit(entry, series);
  const text = isText(entry);
  return (
    <tr data-place={place} aria-rowindex={place + 2} aria-selected={selected}>
      <td title={utcWords(entry)}>{whenWords(entry, timeZone)}</td>
      <td className={styles.number}>
        {text ? <span className={styles.quiet}>as text</span> : <b>{entryValue(entry, series)}</b>}
        {unit !== series.unitText && unit && !text && <bdi className={styles.unit}> {unit}</bdi>}
      </td>
      <td>
        <TrendFlags entry={entry} />
      </td>
      <td className={range === 'no range sent' ? styles.quiet : undefined} title={range} dir="auto">
        {range}
      </td>
      <td>
        {plainStatus(status) ? (
          status
        ) : (
          <span className={status === 'preliminary' ? styles.dashed : styles.tag}>{status}</span>
        )}
      </td>
      <td title={contextWords(entry)} dir="auto">
        {contextWords(entry)}
      </td>
      <td className={styles.quiet} title={drawing} dir="auto">
        {drawing}
      </td>
      <td>
        <SourceButtons
          entry={entry}
          when={whenWords(entry, timeZone)}
          onOpenSource={onOpenSource}
          tabIndex={selected ? 0 : -1}
        />
      </td>
    </tr>
  );
});
