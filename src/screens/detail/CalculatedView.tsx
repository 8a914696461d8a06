import { useEffect, useMemo, useRef } from 'react';
import { dateTimeText, valueText } from '../../charts/format/format.ts';
import { chartEntriesOf } from '../../charts/reading/chartEntries.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import { latest } from '../../clinical/series/latest.ts';
import { derivedSeriesOf, type DerivedSeries } from '../../clinical/derived/derived.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { CalculatedReading } from './CalculatedReading.tsx';
import { CalculatedTable } from './CalculatedTable.tsx';
import { CALCULATED, notYetCalculatedText } from '../../parts/results/calculatedText.ts';
import { readStateText } from '../../parts/results/resultHeadline.ts';
import { ChartFrame } from './ChartFrame.tsx';
import { useSelectedEntry } from './DetailView.tsx';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useCorrectedCalcium, useDerivedOptions } from '../../parts/results/useCalculated.ts';
import tagStyles from '../../ui/Tag.module.css';
import styles from './Detail.module.css';

type CalculatedViewProps = {
  readonly seriesId: string;
  /** The record in the units as reported: values are calculated of these alone. */
  readonly record: RecordSnapshot;
};

/** One calculated series over time: formula, chart, the inputs of each value, and the table of all. */
export function CalculatedView({ seriesId, record }: CalculatedViewProps) {
  const [isCalciumOn] = useCorrectedCalcium();
  const options = useDerivedOptions(isCalciumOn);
  const { series, complete } = record;
  const derived = useMemo(
    () => (complete ? derivedSeriesOf(seriesId, series, options) : undefined),
    [complete, seriesId, series, options],
  );
  if (!complete) return <output className={styles.absent}>{notYetCalculatedText(record)}</output>;
  if (!derived)
    return (
      <output className={styles.absent}>
        Not calculated. Calcium corrected for albumin is shown only where it was chosen in the overview.
      </output>
    );
  return <Calculated key={seriesId} derived={derived} record={record} />;
}

type CalculatedProps = { readonly record: RecordSnapshot; readonly derived: DerivedSeries };

function Calculated({ derived, record }: CalculatedProps) {
  const { rule, series, absentReasons } = derived;
  const timeZone = useTimeZone();
  const screen = useRef<HTMLElement>(null);
  useEffect(() => screen.current?.querySelector('h2')?.focus({ preventScroll: true }), []);
  return (
    <section ref={screen} className={styles.detail}>
      <div className={styles.head}>
        <h2 tabIndex={-1}>{rule.name}</h2>
        {series && <Latest series={series} />}
        <p>
          <span className={`${tagStyles.solid} ${styles.tag}`}>{CALCULATED}</span>
          <br />
          {rule.formula}
        </p>
        <p className={styles.account}>
          {absentReasons.map((reason) => (
            <span key={reason}>
              {series ? '' : 'Not calculated: '}
              {reason}
              <br />
            </span>
          ))}
          {readStateText(record, timeZone)}
        </p>
      </div>
      {series && <Drawn {...{ record, derived, series }} />}
    </section>
  );
}

function Latest({ series }: { readonly series: Series }) {
  const timeZone = useTimeZone();
  const row = latest(series);
  if (!row) return null;
  return (
    <>
      <p className={styles.latest}>
        <b>{valueText(row, series)}</b> <span className={styles.soft}>{series.unitText}</span>
      </p>
      <p>
        {dateTimeText(row.timeMs, 'instant', timeZone)} {zoneText(row.timeMs, timeZone)}
        <br />
        latest
      </p>
    </>
  );
}

function Drawn({ derived, series, record }: CalculatedProps & { readonly series: Series }) {
  const entries = useMemo(() => chartEntriesOf(series), [series]);
  const { selected, announce, focus, choose } = useSelectedEntry(entries);
  const frame = { drawn: entries.drawn, focusIndex: selected?.index, onFocus: focus };
  const common = { derived, series };
  return (
    <>
      <ChartFrame {...frame} {...{ record, series }} />
      <CalculatedReading {...common} entry={selected} count={entries.drawn.length} announce={announce} />
      <CalculatedTable {...common} entries={entries.all} selected={selected} onSelect={choose} />
    </>
  );
}
