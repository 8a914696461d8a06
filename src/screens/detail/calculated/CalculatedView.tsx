import { useEffect, useMemo, useRef } from 'react';
import { zonedTimeText } from '../../../charts/format/dateText.ts';
import { valueText } from '../../../charts/format/valueText.ts';
import { chartEntriesOf } from '../../../charts/reading/chartEntries.ts';
import { latest } from '../../../clinical/series/newest/latest.ts';
import { derivedSeriesOf, type DerivedSeries } from '../../../clinical/derived/derived.ts';
import type { Series } from '../../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { CalculatedReading } from './CalculatedReading.tsx';
import { CalculatedTable } from './CalculatedTable.tsx';
import {
  CALCULATED,
  calculatedConcurrentText,
  notYetCalculatedText,
} from '../../../parts/results/calculatedText.ts';
import { readStateText } from '../../../parts/results/resultHeadline.ts';
import { AbsentResult } from '../AbsentResult.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import { useSelectedEntry } from '../useSelectedEntry.ts';
import { useLoadedRecord } from '../../../parts/openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { useCorrectedCalcium, useDerivedOptions } from '../../../parts/results/useCalculated.ts';
import tagStyles from '../../../ui/Tag.module.css';
import styles from '../Detail.module.css';
import { calculatedViewTexts } from './calculatedView.messages.ts';

type CalculatedViewProps = {
  readonly seriesId: string;
  /** This is the record in the units as reported. Values are calculated from these alone. */
  readonly record: RecordSnapshot;
};

/** Shows one calculated series over time: the formula, the chart, the inputs of each value, and the table of all. */
export function CalculatedView({ seriesId, record }: CalculatedViewProps) {
  const [isCalciumOn] = useCorrectedCalcium();
  const options = useDerivedOptions(isCalciumOn);
  const { series, complete } = record;
  const derived = useMemo(
    () => (complete ? derivedSeriesOf(seriesId, series, options) : undefined),
    [complete, seriesId, series, options],
  );
  if (!complete) return <AbsentResult text={notYetCalculatedText(record)} />;
  if (!derived) return <AbsentResult text={calculatedViewTexts('notChosen')} />;
  return <CalculatedResult key={seriesId} derived={derived} />;
}

type CalculatedResultProps = { readonly derived: DerivedSeries };

function CalculatedResult({ derived }: CalculatedResultProps) {
  const { rule, series, absentReasons } = derived;
  const record = useLoadedRecord();
  const timeZone = useTimeZone();
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.querySelector('h2')?.focus({ preventScroll: true }), []);
  return (
    <section ref={section} className={styles.detail}>
      <div className={styles.head}>
        <h2 tabIndex={-1}>{rule.name}</h2>
        {series && <LatestCalculated series={series} />}
        <p>
          <span className={`${tagStyles.solid} ${styles.tag}`}>{CALCULATED}</span>
          <br />
          {rule.formula}
        </p>
        <p className={styles.account}>
          {absentReasons.map((reason) => (
            <span key={reason}>
              {series ? reason : calculatedViewTexts('notCalculated', { reason })}
              <br />
            </span>
          ))}
          {readStateText(record, timeZone)}
        </p>
      </div>
      {series && <ChartWithTable {...{ derived, series }} />}
    </section>
  );
}

function LatestCalculated({ series }: { readonly series: Series }) {
  const timeZone = useTimeZone();
  const row = latest(series);
  if (!row) return null;
  return (
    <>
      <p className={styles.latest}>
        <b>{valueText(row, series)}</b> <span className={styles.soft}>{series.unitText}</span>
      </p>
      <p>
        {zonedTimeText(row.timeMs, timeZone)}
        <br />
        {[calculatedViewTexts('latest'), calculatedConcurrentText(row, series)].filter(Boolean).join('; ')}
      </p>
    </>
  );
}

function ChartWithTable({ derived, series }: CalculatedResultProps & { readonly series: Series }) {
  const entries = useMemo(() => chartEntriesOf(series), [series]);
  const { all, drawn } = entries;
  const { selected, isAnnounced, onFocus, onSelect } = useSelectedEntry(entries);
  return (
    <>
      <ChartFrame {...{ series, drawn, onFocus }} focusIndex={selected?.index} />
      <CalculatedReading {...{ derived, series, isAnnounced }} entry={selected} count={drawn.length} />
      <CalculatedTable {...{ derived, series, selected, onSelect }} entries={all} />
    </>
  );
}
