import { UnbrokenWords } from '../names/UnbrokenWords.tsx';
import { Suspense, useEffect, useMemo, useRef } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { useRecord, useSite, useTodayMs } from '../../../parts/openRecord/openRecordContexts.ts';
import { accountAttributes } from '../../../parts/recordStatus/accountAttributes.ts';
import { completenessOf, type RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import { lazyScreen } from '../../../ui/loading/lazyScreen.ts';
import { cardAttributes } from '../card/cardAttributes.ts';
import { missingValueSentence } from '../card/cardSentences.ts';
import type { PatientCard } from '../card/cards.ts';
import { CardWords } from '../card/CardWords.tsx';
import { NumberLineFigure } from '../card/numberLine/NumberLineFigure.tsx';
import { RecordStatusLine } from '../list/RecordStatusLine.tsx';
import { longDateAndTime } from '../patientDates.ts';
import { RESULTS_FRAGMENT } from '../../../parts/navigation/patientScreens.ts';
import { isOnlyPart } from '../partOfRecord.ts';
import { usePlainNames } from '../plainNames.ts';
import { AllResults } from './AllResults.tsx';
import { myResultsTexts } from '../myResults.messages.ts';
import { oneResultTexts } from './oneResult.messages.ts';
import { QuestionField } from './QuestionField.tsx';
import { recordGaps } from './recordGaps.ts';
import { ResultActions } from './ResultActions.tsx';
import { ResultChart } from './ResultChart.tsx';
import { cardInAddress, chartPoints, entriesOf, nameOfCard, type ChartPoint } from './resultFacts.ts';
import { shareText } from './shareText.ts';
import { UnitMeaning } from './UnitMeaning.tsx';
import { recordStateText } from '../whose/WhoseRecord.tsx';
import styles from './ResultScreen.module.css';

const NO_SERIES: readonly Series[] = [];

type ResultScreenProps = {
  /** The series as the address names it. */
  readonly seriesId: string;
};

/** Shows one result to a patient: the newest, all over time, all in a table, its unit, and what to take to a visit. */
export function ResultScreen({ seriesId }: ResultScreenProps) {
  const { reported } = useRecord();
  const all = reported?.series ?? NO_SERIES;
  const card = useMemo(() => cardInAddress(all, seriesId), [all, seriesId]);
  const names = usePlainNames(all);
  const completeness = completenessOf(reported);
  const { name, what } = card ? nameOfCard(card, names) : { name: '', what: '' };
  const nameLanguage = card && names.languageOf(card.series);
  return (
    <div className={styles.screen}>
      <a className={styles.back} href={RESULTS_FRAGMENT}>
        {oneResultTexts('back')}
      </a>
      {card ? (
        <OneResult
          key={card.id}
          {...{ card, name, nameLanguage, what, completeness }}
          readAtMs={reported?.readAtMs}
        />
      ) : (
        <NoResult completeness={reported === undefined ? undefined : completeness} />
      )}
    </div>
  );
}

/** Begins at the top of a screen that was opened, and tells a screen reader its name. */
function useScreenStart() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

type OneResultProps = {
  readonly card: PatientCard;
  readonly name: string;
  readonly nameLanguage: string | undefined;
  readonly what: string;
  readonly completeness: RecordCompleteness;
  readonly readAtMs: number | undefined;
};

function OneResult({ card, name, nameLanguage, what, completeness, readAtMs }: OneResultProps) {
  const timeZone = useTimeZone();
  const { label: server } = useSite();
  const { patient, reported } = useRecord();
  const recordState = patient === undefined ? '' : recordStateText(patient);
  const heading = useScreenStart();
  const entries = useMemo(() => entriesOf(card), [card]);
  const points = useMemo(() => chartPoints(entries, timeZone), [entries, timeZone]);
  const { row } = card.result;
  const isMissing = missingValueSentence(card, timeZone) !== undefined;
  const date = longDateAndTime(row.timeMs, row.kind.precision, timeZone);
  const text =
    readAtMs === undefined
      ? undefined
      : shareText({
          card,
          name,
          server,
          readAtMs,
          timeZone,
          recordState,
          gaps: reported ? recordGaps(reported, server).map(({ text: said }) => said) : [],
        });
  return (
    <section {...cardAttributes(card, completeness)}>
      <span {...accountAttributes(card.series.account)} />
      <h2 ref={heading} tabIndex={-1} className={styles.name} dir="auto" lang={nameLanguage}>
        <UnbrokenWords name={name} />
      </h2>
      {what !== '' && <p className={styles.what}>{what}</p>}
      <RecordStatusLine isNewestFirst={false} />
      <div className={styles.newest}>
        <div>
          <p className={styles.soft}>{date || myResultsTexts('noDate')}</p>
          <CardWords {...{ card, completeness }} isDateAbove={date !== ''} />
        </div>
        {!isMissing && <NumberLineFigure card={card} completeness={completeness} />}
      </div>
      <section className={styles.part}>
        <h3>{oneResultTexts('overTime')}</h3>
        <ResultChart {...{ card, name, nameLanguage, points }} isComplete={completeness === 'complete'} />
      </section>
      <MedicinesBeside points={points} />
      <UnitMeaning series={card.series} />
      <ResultActions text={text} />
      <QuestionField seriesId={card.id} />
      <AllResults entries={entries.all} card={card} />
    </section>
  );
}

const MedicineLane = lazyScreen(async () => (await import('../care/MedicineLane.tsx')).MedicineLane);

/** Shows what was started, changed and stopped from the first result of the curve until today. It has its room before it is read. */
function MedicinesBeside({ points }: { readonly points: readonly ChartPoint[] }) {
  const endMs = useTodayMs();
  const startMs = Math.min(...points.map(({ fromMs }) => fromMs));
  if (!Number.isFinite(startMs)) return null;
  return (
    <div className={styles.medicines}>
      <Suspense>
        <MedicineLane startMs={startMs} endMs={endMs} />
      </Suspense>
    </div>
  );
}

const WITHOUT_RESULT = {
  complete: 'notFound',
  incomplete: 'notFoundSoFar',
  reading: 'stillReading',
} as const;

type NoResultProps = {
  /** It is undefined before the first page of the record. */
  readonly completeness: RecordCompleteness | undefined;
};

/** Says why there is no result here: the record has none, or was not read to its end (rule 38). */
function NoResult({ completeness }: NoResultProps) {
  const { reported } = useRecord();
  const isPart = isOnlyPart(reported) && reported?.ended === true;
  const heading = useScreenStart();
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles.name}>
        {oneResultTexts('requested')}
      </h2>
      <output className={styles.say}>
        {oneResultTexts(
          isPart ? 'notFoundInPart' : completeness === undefined ? 'reading' : WITHOUT_RESULT[completeness],
        )}
      </output>
      <RecordStatusLine isNewestFirst={false} />
    </>
  );
}
