import { useState } from 'react';
import { countText } from '../../../charts/format/numberText.ts';
import { valueText } from '../../../charts/format/valueText.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { drawName } from '../names/drawName.tsx';
import { HiddenName } from '../names/HiddenName.tsx';
import type { PatientCard } from '../card/cards.ts';
import { longDate } from '../patientDates.ts';
import { patientOriginal } from '../units/patientUnits.ts';
import { sourceText } from './measuredByWords.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { measurementsTexts } from './measurements.messages.ts';
import { highestOf, lowestOf, readingsBy, sideRows, type Reading } from './readings.ts';
import styles from './DaysList.module.css';

type DaysListProps = {
  readonly card: PatientCard;
  readonly name: string;
  /** The language of a name that is not in that of the page. */
  readonly nameLanguage: string | undefined;
  readonly readings: readonly Reading[];
};

/** Lists the days of the picture with their numbers, the newest day first (rules 56 and 57). */
export function DaysList({ card, name, nameLanguage, readings }: DaysListProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.details} onToggle={({ currentTarget: { open } }) => setOpen(open)}>
      <summary>
        {measurementsTexts('listOfDays')}
        <HiddenName name={name} language={nameLanguage} />
      </summary>
      {isOpen && <DaysTable {...{ card, name, nameLanguage, readings }} />}
    </details>
  );
}

function DaysTable({ card, name, nameLanguage, readings }: DaysListProps) {
  const days = [...readingsBy(readings, ({ day }) => day)].toSorted(([a], [b]) => b - a);
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>
          {measurementsTexts.rich('listOfDaysOf', { name, test: drawName(nameLanguage) })}
        </VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {(['day', 'count', 'values', 'who'] as const).map((key) => (
            <th key={key} scope="col">
              {measurementsTexts(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(([day, own]) => (
          <tr key={day}>
            <th scope="row">{longDate(day * DAY_MS, 'day', 'UTC')}</th>
            <td>{countText(own.length)}</td>
            <td dir="auto">{valuesText(card, own)}</td>
            <td>{sourcesText(own)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Names each source of a day; '' where nobody said who measured any of them. */
function sourcesText(readings: readonly Reading[]): string {
  const sources = new Set(readings.map(({ row }) => row.kind.measuredBy));
  return sources.size === 1 && sources.has('') ? '' : [...sources].map(sourceText).join(', ');
}

/** So many values of a day are listed one by one, in their order; of more the lowest and the highest are said. */
const MOST_LISTED = 6;
const MISSING = '–';

/** Returns the value, with what was sent where it stands in another unit. */
const valueAsSent = (row: Row, series: Series): string => {
  const value = valueText(row, series);
  return row.kind.isConverted
    ? measurementsTexts('valueSentAs', { value, original: patientOriginal(row) })
    : value;
};

function valuesText({ series, diastolic }: PatientCard, readings: readonly Reading[]): string {
  const textOf = (row: Row | undefined, of: Series): string => (row ? valueAsSent(row, of) : MISSING);
  const textsOf = ({ upper, lower }: Reading): string =>
    diastolic ? `${textOf(upper, series)}/${textOf(lower, diastolic)}` : textOf(upper, series);
  if (readings.length <= MOST_LISTED)
    return readings
      .map((one) =>
        one.isCounted ? textsOf(one) : measurementsTexts('valueNotCounted', { value: textsOf(one) }),
      )
      .join(', ');
  const counted = readings.filter(({ isCounted }) => isCounted);
  const sides: readonly (readonly [readonly Row[], Series])[] = [
    [sideRows(counted, 'upper'), series],
    ...(diastolic ? [[sideRows(counted, 'lower'), diastolic] as const] : []),
  ];
  return sides
    .map(([rows, of]) =>
      measurementsTexts('rangeOfValues', {
        low: textOf(lowestOf(rows), of),
        high: textOf(highestOf(rows), of),
      }),
    )
    .join(' / ');
}
