import { createContext, use } from 'react';
import { valueText } from '../../../charts/format/valueText.ts';
import type { ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { timeZoneCity, utcText, entryWhenText } from '../../../charts/reading/readingText.ts';
import type { DerivedSeries } from '../../../clinical/derived/derived.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { inputsText } from '../../../parts/results/calculatedText.ts';
import type { RowProps } from '../../../parts/results/table/ResultRow.tsx';
import { ResultTable, type TableColumns } from '../../../parts/results/table/ResultTable.tsx';
import styles from '../../../parts/results/table/ResultTable.module.css';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { calculatedViewTexts } from './calculatedView.messages.ts';

type CalculatedTableProps = {
  readonly derived: DerivedSeries;
  readonly series: Series;
  readonly entries: readonly ChartEntry[];
  readonly selected: ChartEntry | undefined;
  readonly onSelect: (entry: ChartEntry) => void;
};

const CalculatedTableHead = ({ series }: { readonly series: Series }) => (
  <>
    <colgroup>
      <col className={styles.time} />
      <col className={styles.result} />
      <col />
    </colgroup>
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col">{calculatedViewTexts('time', { zone: timeZoneCity(useTimeZone()) })}</th>
        <th scope="col" className={styles.number}>
          {series.unitText
            ? calculatedViewTexts('calculatedIn', { unit: series.unitText })
            : calculatedViewTexts('calculated')}
        </th>
        <th scope="col">{calculatedViewTexts('from')}</th>
      </tr>
    </thead>
  </>
);

/** ResultTable makes the rows, so they get the calculation from this context. */
const DerivedContext = createContext<DerivedSeries | undefined>(undefined);

function CalculatedTableRow({ entry, series, rowIndex, selected }: RowProps) {
  const timeZone = useTimeZone();
  const inputs = inputsText(use(DerivedContext)?.inputsOf(entry.rows[0]) ?? [], timeZone);
  return (
    <tr data-place={rowIndex} aria-rowindex={rowIndex + 2} aria-selected={selected}>
      <td data-tooltip={utcText(entry)}>{entryWhenText(entry, timeZone)}</td>
      <td className={styles.number}>
        <b>{valueText(entry.rows[0], series)}</b>
      </td>
      <td data-tooltip={inputs}>{inputs}</td>
    </tr>
  );
}

const CALCULATED_COLUMNS: TableColumns = {
  Head: CalculatedTableHead,
  Row: CalculatedTableRow,
  columnCount: 3,
};

/** Draws the data table of the chart of calculated values, each with its inputs. */
export const CalculatedTable = ({ derived, series, entries, selected, onSelect }: CalculatedTableProps) => (
  <DerivedContext value={derived}>
    <ResultTable
      {...{ series, entries, selected, onSelect }}
      name={series.name}
      columns={CALCULATED_COLUMNS}
      hasSources={false}
    />
  </DerivedContext>
);
