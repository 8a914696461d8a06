import { useMemo } from 'react';
import { numberText } from '../../../charts/format/numberText.ts';
import { valueText } from '../../../charts/format/valueText.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { ChildGrowth } from '../../../clinical/growth/childGrowth.ts';
import { isFinal } from '../../../clinical/series/comparability.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { GrowthChart } from '../../../parts/growth/GrowthChart.tsx';
import { hasCurves } from '../../../parts/growth/growthLayout.ts';
import {
  drawnPointsOf,
  growthPointsOf,
  unitsPerMetricUnitOf,
  type GrowthPoint,
} from '../../../parts/growth/growthPoints.ts';
import { useChildGrowth } from '../../../parts/growth/useChildGrowth.ts';
import { useRecord } from '../../../parts/openRecord/openRecordContexts.ts';
import { completenessOf } from '../../../parts/recordStatus/recordCompleteness.ts';
import { Advice } from '../card/Advice.tsx';
import { missingValueSentence, noteSentences } from '../card/cardSentences.ts';
import type { PatientCard } from '../card/cards.ts';
import { isCritical } from '../card/cardStanding.ts';
import { hasDoubtfulDate } from '../card/doubts.ts';
import { convertedNote } from '../card/resultNotes.ts';
import { maybeNewerSentences, valueWithUnit } from '../card/maybeNewerSentences.ts';
import { PatientSentence } from '../card/PatientSentence.tsx';
import { RecordStatusLine } from '../list/RecordStatusLine.tsx';
import { longDate } from '../patientDates.ts';
import { isNoneAllowed, isOnlyPart } from '../partOfRecord.ts';
import { SentWords } from '../sentWords/SentWords.tsx';
import { patientUnit, patientUnitOf } from '../units/patientUnits.ts';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import { growthTexts } from './growth.messages.ts';
import {
  ageSentences,
  assumedSentences,
  comparedSentence,
  reasonSentence,
  referenceSentence,
  valueSentence,
  whenText,
} from './growthSentences.ts';
import { newestGrowthOf, type NewestGrowth } from './newestGrowth.ts';
import styles from './GrowthScreen.module.css';

const NO_SERIES: readonly Series[] = [];

/** Shows how tall and how heavy a child is compared with others, and what that does not mean. */
export function GrowthScreen() {
  const { reported } = useRecord();
  const { isDeceased } = useWhoseRecord();
  const { growth } = useChildGrowth();
  const all = reported?.series ?? NO_SERIES;
  const newest = useMemo(() => newestGrowthOf(all), [all]);
  return (
    <>
      <div className={styles.head}>
        <h2>{growthTexts('heading')}</h2>
        <RecordStatusLine isNewestFirst={false} />
      </div>
      {newest.length > 0 && <p className={styles.text}>{growthTexts('intro')}</p>}
      {newest.length > 0 && (
        <p className={styles.text}>
          {growthTexts('notMeant')} {!isDeceased && growthTexts('careTeamLooks')}
        </p>
      )}
      {newest.length === 0 && <NoMeasure />}
      {newest.length > 0 && growth === undefined && <NoTables />}
      {growth !== undefined &&
        newest.map((one) => <Measure key={one.measure} {...{ newest: one, growth, all }} />)}
    </>
  );
}

/** Says why nothing is compared: the tables are on their way or cannot be had, or they are not for this person. */
function NoTables() {
  const { patient } = useRecord();
  const { isLoading, hasFailed } = useChildGrowth();
  if (isLoading || hasFailed)
    return <p className={styles.text}>{growthTexts(hasFailed ? 'notLoaded' : 'loading')}</p>;
  const isBirthKnown = patient?.birth !== undefined && patient.birth.precision !== 'none';
  return <p className={styles.text}>{reasonSentence(isBirthKnown ? 'tooOld' : 'birthUnknown')}</p>;
}

/** Says that there is no measure only where all was read, and the app may see all (rule 38). */
function NoMeasure() {
  const { reported } = useRecord();
  const isPart = isOnlyPart(reported);
  if (isNoneAllowed(reported)) return null;
  if (!(isPart ? reported?.ended : completenessOf(reported) === 'complete')) return null;
  return <p className={styles.text}>{growthTexts(isPart ? 'noneInPart' : 'none')}</p>;
}

type MeasureProps = {
  readonly newest: NewestGrowth;
  readonly growth: ChildGrowth;
  readonly all: readonly Series[];
};

/** Shows one kind of measurement: the newest in words, and all of them on the chart. */
function Measure({ newest: { measure, card, announced }, growth, all }: MeasureProps) {
  const timeZone = useTimeZone();
  const { isDeceased } = useWhoseRecord();
  const { series, result } = card;
  const name = growthTexts(measure);
  const points = useMemo(() => growthPointsOf(all, measure, growth, isFinal), [all, measure, growth]);
  const drawn = useMemo(() => drawnPointsOf(points), [points]);
  const unit = useMemo(
    () => ({ text: patientUnit(series.unitText), unitsPerMetricUnit: unitsPerMetricUnitOf(series) }),
    [series],
  );
  const { timeMs, kind } = result.row;
  const date = longDate(timeMs, kind.precision, timeZone);
  const missing = missingValueSentence(card, timeZone);
  const point = missing === undefined ? points.find(({ row }) => row.id === result.row.id) : undefined;
  return (
    <section className={styles.measure} data-growth={measure}>
      <h3>{name}</h3>
      {[...announcedSentences(announced, timeZone), ...maybeNewerSentences(card, timeZone)].map((text) => (
        <PatientSentence key={text} className={styles.text} text={text} />
      ))}
      {missing === undefined ? (
        <p className={styles.value}>
          <span>
            <b>
              <SentWords text={result.text} />
            </b>{' '}
            <bdi>{result.unit}</bdi>
          </span>{' '}
          <span>{point ? whenText(point.growth, date) : date}</span>
        </p>
      ) : (
        <p className={styles.text}>{missing}</p>
      )}
      {missing === undefined && (
        <p className={styles.compared}>
          {point
            ? comparedSentence(point.growth, growth.child.sex)
            : reasonSentence(hasDoubtfulDate(kind) ? 'timeUnknown' : 'noValue')}
        </p>
      )}
      {point && <p className={styles.text}>{pointSentences(point, isDeceased).join(' ')}</p>}
      {noteSentences(card).map((text) => (
        <PatientSentence key={text} className={styles.text} text={text} />
      ))}
      {isCritical(card) && <Advice card={card} />}
      {drawn.length > 0 && (
        <GrowthChart
          {...{ name, measure, points, growth, unit }}
          readingOf={(one) => readingOf(one, growth, timeZone)}
        />
      )}
      {!hasCurves({ points: drawn, measure, growth }) && noCurvesText(points)}
      {haveBothReferences(points) && <p className={styles.text}>{growthTexts('tablesChange')}</p>}
    </section>
  );
}

/** Says what is still to come of the same measure under another code, as of the weight beside a birth weight (rule 13). */
const announcedSentences = (cards: readonly PatientCard[], timeZone: string): readonly string[] =>
  cards.flatMap((card) => missingValueSentence(card, timeZone) ?? []);

function pointSentences({ growth, sent }: GrowthPoint, isDeceased: boolean): readonly string[] {
  return [
    ...(growth.isKnown && growth.isLikelyError && !isDeceased ? [growthTexts('askToCheck')] : []),
    ...ageSentences(growth),
    ...(growth.isKnown && !growth.isLikelyError
      ? [...assumedSentences(growth), referenceSentence(growth)]
      : []),
    ...sent.map(({ row }) => growthTexts('sent', { percentile: numberText(row.valueText) })),
  ];
}

function readingOf({ row, series, growth }: GrowthPoint, { child }: ChildGrowth, timeZone: string): string {
  const value = valueWithUnit({ text: valueText(row, series), unit: patientUnitOf(row, series) });
  const date = longDate(row.timeMs, row.kind.precision, timeZone);
  const texts = [valueSentence(growth, value, date), convertedNote([row], 'other')];
  return [...texts, comparedSentence(growth, child.sex)].filter(Boolean).join(' ');
}

/** Returns whether the percentiles of the points come from the tables before and after the second birthday. */
const haveBothReferences = (points: readonly GrowthPoint[]): boolean =>
  new Set(points.flatMap(({ growth }) => (growth.isKnown ? [growth.reference] : []))).size > 1;

/** The reason for which a point could not be compared stands for the missing lines too. */
function noCurvesText(points: readonly GrowthPoint[]): string | null {
  const [first] = points;
  if (first === undefined || first.growth.isKnown) return null;
  return growthTexts('noCurves', { reason: reasonSentence(first.growth.reason) });
}
