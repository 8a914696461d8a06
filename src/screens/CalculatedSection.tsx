import { useMemo } from 'react';
import { derivedSeries, type Derived } from '../clinical/derived.ts';
import type { PatientLine } from '../clinical/patient.ts';
import type { Frame } from '../charts/frame.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { CalculatedTile } from './CalculatedTile.tsx';
import { absentWords, notYetWords } from './calculatedWords.ts';
import { pinsOf } from './pins.ts';
import { useCorrectedCalcium, useDerivedOptions } from './useCalculated.ts';
import styles from './CalculatedSection.module.css';

type CalculatedSectionProps = {
  readonly record: RecordSnapshot;
  readonly patient: PatientLine | undefined;
  readonly query: string;
  readonly frame: Frame;
  readonly todayMs: number;
  readonly siteId: string;
};

const matches = ({ rule }: Derived, query: string): boolean => {
  const text = `${rule.name} ${rule.short} ${rule.formula} calculated`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** In the order in which they were pinned, then in ours. */
function pinnedFirst(all: readonly Derived[], pins: readonly string[]): readonly Derived[] {
  const place = ({ rule }: Derived) => (pins.includes(rule.id) ? pins.indexOf(rule.id) : pins.length);
  return all.toSorted((a, b) => place(a) - place(b));
}

/** Rule 25: simple arithmetic as series of their own, apart from what was measured; what is missing is named. */
export function CalculatedSection(props: CalculatedSectionProps) {
  return (
    <section className={styles.section} aria-label="Calculated by Longview">
      <h2 className={styles.heading}>Calculated by Longview</h2>
      {props.record.complete ? (
        <Calculated {...props} />
      ) : (
        <p className={styles.absent}>{notYetWords(props.record)}</p>
      )}
    </section>
  );
}

function Calculated({ record, patient, query, frame, todayMs, siteId }: CalculatedSectionProps) {
  const [isCalciumOn, setCalciumOn] = useCorrectedCalcium(siteId);
  const options = useDerivedOptions(patient, frame.timeZone, isCalciumOn);
  const { series } = record;
  const all = useMemo(() => derivedSeries(series, options), [series, options]);
  const inOrder = useMemo(() => pinnedFirst(all, pinsOf(siteId)), [all, siteId]);
  const found = query === '' ? inOrder : inOrder.filter((one) => matches(one, query));
  const absent = query === '' ? all.filter((one) => one.series === undefined) : [];
  return (
    <>
      <div className={styles.tiles}>
        {found.map(({ rule, series: one }) =>
          one ? (
            <CalculatedTile key={rule.id} rule={rule} series={one} frame={frame} todayMs={todayMs} />
          ) : null,
        )}
      </div>
      {absent.length > 0 && (
        <p className={styles.absent}>
          Not calculated. {absent.map((one) => `${absentWords(one)}.`).join(' ')}
        </p>
      )}
      {query === '' && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={isCalciumOn}
            onChange={({ target }) => setCalciumOn(target.checked)}
          />
          Show calcium corrected for albumin. The formula is contested: calcium + 0.8 × (4.0 − albumin).
        </label>
      )}
    </>
  );
}
