import { memo, useMemo, type ComponentProps } from 'react';
import {
  entryUnit,
  entryValue,
  entryWhenText,
  isTextResult,
  timeZoneCity,
  utcText,
} from '../../../charts/reading/readingText.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { growthMeasurementOf } from '../../../clinical/growth/growthMeasurement.ts';
import {
  sentPercentilesFor,
  sentPercentilesOf,
  type SentPercentile,
} from '../../../clinical/growth/sentPercentiles.ts';
import type { Series } from '../../../clinical/series/series.ts';
import type { ChildGrowth } from '../../../clinical/growth/childGrowth.ts';
import { createStrictContext } from '../../../ui/strictContext.ts';
import { useLoadedRecord } from '../../openRecord/openRecordContexts.ts';
import { ReadingFlags } from '../../results/ReadingFlags.tsx';
import type { RowProps } from '../../results/table/ResultRow.tsx';
import { ResultTable, type TableColumns } from '../../results/table/ResultTable.tsx';
import tableStyles from '../../results/table/ResultTable.module.css';
import { SourceButtons } from '../../results/table/SourceButtons.tsx';
import { useChildGrowth } from '../useChildGrowth.ts';
import { growthDetailTexts } from './growthDetail.messages.ts';
import { growthAgeText, percentileCell, referenceText, zText } from './growthDetailText.ts';
import styles from './GrowthTable.module.css';

type GrowthOfTable = { readonly growth: ChildGrowth | undefined; readonly sent: readonly SentPercentile[] };

const [GrowthProvider, useGrowth] = createStrictContext<GrowthOfTable>('growth');

/** Result, z-score and percentile stand together, so that a phone shows them without a scroll. */
const COLUMNS = ['time', 'result', 'z', 'percentile', 'flag', 'age', 'reference', 'source'] as const;

const GrowthHead = memo(function GrowthHead({ series }: { readonly series: Series }) {
  const timeZone = useTimeZone();
  return (
    <>
      <colgroup>
        {COLUMNS.map((column) => (
          <col key={column} className={tableStyles[column] ?? styles[column]} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">{growthDetailTexts('time', { zone: timeZoneCity(timeZone) })}</th>
          <th scope="col" className={tableStyles.number}>
            {growthDetailTexts('resultIn', { unit: series.unitText })}
          </th>
          <th scope="col" className={tableStyles.number}>
            {growthDetailTexts('z')}
          </th>
          <th scope="col" className={tableStyles.number}>
            {growthDetailTexts('percentile')}
          </th>
          <th scope="col">{growthDetailTexts('flag')}</th>
          <th scope="col">{growthDetailTexts('age')}</th>
          <th scope="col">{growthDetailTexts('reference')}</th>
          <th scope="col">{growthDetailTexts('source')}</th>
        </tr>
      </thead>
    </>
  );
});

/** Returns what the columns of growth say of one result. */
function cellsOf({ entry, series }: Pick<RowProps, 'entry' | 'series'>, { growth, sent }: GrowthOfTable) {
  const [row] = entry.rows;
  const result = growth?.resultOf(series, row);
  const measurement = growthMeasurementOf(series, row);
  if (result === undefined || measurement === undefined)
    return { age: '', z: '', percentile: '', reference: '' };
  return {
    age: growthAgeText(result),
    z: zText(result),
    percentile: percentileCell(result, sentPercentilesFor(measurement, sent)),
    reference: referenceText(result, row),
  };
}

const GrowthRow = memo(function GrowthRow({ entry, series, rowIndex, selected }: RowProps) {
  const timeZone = useTimeZone();
  const { age, z, percentile, reference } = cellsOf({ entry, series }, useGrowth());
  const unit = entryUnit(entry, series);
  const when = entryWhenText(entry, timeZone);
  return (
    <tr data-place={rowIndex} aria-rowindex={rowIndex + 2} aria-selected={selected}>
      <td data-tooltip={utcText(entry)}>{when}</td>
      <td className={tableStyles.number}>
        {isTextResult(entry) ? (
          <span className={tableStyles.quiet}>{growthDetailTexts('asText')}</span>
        ) : (
          <b>{entryValue(entry, series)}</b>
        )}
        {unit !== series.unitText && unit && !isTextResult(entry) && (
          <bdi className={tableStyles.unit}> {unit}</bdi>
        )}
      </td>
      <td className={tableStyles.number}>{z}</td>
      <td className={tableStyles.number}>{percentile}</td>
      <td>
        <ReadingFlags entry={entry} />
      </td>
      <td data-tooltip={age}>{age}</td>
      <td data-tooltip={reference}>{reference}</td>
      <td>
        <SourceButtons entry={entry} when={when} tabIndex={selected ? 0 : -1} />
      </td>
    </tr>
  );
});

const GROWTH: TableColumns = { Head: GrowthHead, Row: GrowthRow, columnCount: COLUMNS.length };

/** Shows the results in view with age, z-score and percentile, in the room of the table of results. */
export function GrowthTable(props: Omit<ComponentProps<typeof ResultTable>, 'columns'>) {
  const { series: all } = useLoadedRecord();
  const { growth } = useChildGrowth();
  const value = useMemo(() => ({ growth, sent: sentPercentilesOf(all) }), [growth, all]);
  return (
    <GrowthProvider value={value}>
      <ResultTable {...props} columns={GROWTH} />
    </GrowthProvider>
  );
}
