import { useId, useMemo } from 'react';
import { countText } from '../../../charts/format/numberText.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { PatientIdentity } from '../../../clinical/patient/patient.ts';
import { useNowMs, useRecord, useSite } from '../../../parts/openRecord/openRecordContexts.ts';
import { completenessOf } from '../../../parts/recordStatus/recordCompleteness.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { cardsOf, givenBy, type PatientCard } from '../card/cards.ts';
import { CardWords } from '../card/CardWords.tsx';
import { NotOfPerson } from '../list/NotOfPerson.tsx';
import { myResultsTexts } from '../myResults.messages.ts';
import { longDate, longDateAndTime } from '../patientDates.ts';
import { usePlainNames } from '../plainNames.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { ChartTitle } from './ChartTitle.tsx';
import { ChartKey } from './ChartKey.tsx';
import { ChartRemarks } from './ChartRemarks.tsx';
import { withdrawnCount } from './entryWords.ts';
import { oneResultTexts } from './oneResult.messages.ts';
import { useQuestions } from './questions.ts';
import { cardInAddress, chartPoints, entriesOf, nameOfCard } from './resultFacts.ts';
import { recordGaps } from './recordGaps.ts';
import { ResultRows } from './ResultRows.tsx';
import { SheetHead } from './SheetHead.tsx';
import { zonePlace } from '../clockTime.ts';
import { newestMark, useChartLayout } from './useChartLayout.ts';
import { headingKey, visitGroups } from './visitPlan.ts';
import { VisitTable } from './VisitTable.tsx';
import styles from './VisitSheet.module.css';

// This file is all that stands on paper alone (printForVisit.ts).
export { SheetHead };

type VisitSheetProps = {
  /** The series that the address names; without one, or where the record has none of it, the sheet is about all results. */
  readonly seriesId: string | undefined;
};

/** The sheet that a patient prints for a visit. It stands on paper alone. */
export function VisitSheet(props: VisitSheetProps) {
  const { patient, reported } = useRecord();
  return patient && reported ? <Sheet {...props} patient={patient} record={reported} /> : null;
}

type SheetProps = VisitSheetProps & { readonly patient: PatientIdentity; readonly record: RecordSnapshot };

function Sheet({ seriesId, patient, record }: SheetProps) {
  const { series: all } = record;
  const names = usePlainNames(all);
  const cards = useMemo(() => cardsOf(all), [all]);
  const one = useMemo(
    () => (seriesId === undefined ? undefined : cardInAddress(all, seriesId)),
    [all, seriesId],
  );
  const nameOf = (card: PatientCard): string => nameOfCard(card, names).name;
  return (
    // A browser repeats the head of a table on each printed page, which no other element does.
    <table role="presentation" className={styles.sheet}>
      <thead>
        <tr>
          <td>
            <SheetHead patient={patient} />
          </td>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <h1>
              {one ? oneResultTexts('sheetTitleOne', { name: nameOf(one) }) : oneResultTexts('sheetTitle')}
            </h1>
            <SheetSource record={record} />
            {one ? (
              <OneOnSheet
                card={one}
                name={nameOf(one)}
                nameLanguage={names.languageOf(one.series)}
                record={record}
              />
            ) : (
              visitGroups(cards).map(({ heading, cards: some }) => (
                <section key={heading} className={styles.group}>
                  <h2>{oneResultTexts(headingKey(heading, some))}</h2>
                  <VisitTable cards={some} nameOf={nameOf} completeness={completenessOf(record)} />
                </section>
              ))
            )}
            {cards.length === 0 && <p>{oneResultTexts('sheetNone')}</p>}
            <SheetQuestions cards={cards} nameOf={nameOf} first={one} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** Says where and when the results were read, and first what is missing (rules 37 and 58). */
export function SheetSource({ record }: { readonly record: RecordSnapshot }) {
  const timeZone = useTimeZone();
  const { label: server } = useSite();
  const isOther = record.excluded.some(({ reason, count }) => reason === 'other-patient' && count > 0);
  return (
    <>
      {recordGaps(record, server).map(({ kind, text }) => (
        <p key={text} className={styles.notice} data-notice={kind}>
          {text}
        </p>
      ))}
      {isOther && (
        <p className={styles.notice} data-notice="wrong-patient">
          {myResultsTexts('otherPatient')}
        </p>
      )}
      <NotOfPerson all={record.series} className={styles.source} />
      <p className={styles.source}>
        {oneResultTexts('sheetSource', {
          server,
          read: longDateAndTime(record.readAtMs, 'instant', timeZone),
          printed: longDate(useNowMs(), 'instant', timeZone),
          place: zonePlace(timeZone),
        })}
      </p>
    </>
  );
}

/** An A4 page is this wide within its margins, and a Letter page is a little wider. */
const PAPER_PX = 700;
/** More rows would fill page after page. The sheet says how many it leaves out. */
const MAX_ROWS = 200;

type OneOnSheetProps = {
  readonly card: PatientCard;
  readonly name: string;
  readonly nameLanguage: string | undefined;
  readonly record: RecordSnapshot;
};

function OneOnSheet({ card, name, nameLanguage, record }: OneOnSheetProps) {
  const timeZone = useTimeZone();
  const headingId = useId();
  const completeness = completenessOf(record);
  const { all } = useMemo(() => entriesOf(card), [card]);
  const points = useMemo(() => chartPoints(entriesOf(card), timeZone), [card, timeZone]);
  const layout = useChartLayout({ card, points, span: 'all', widthPx: PAPER_PX });
  const { timeMs, kind } = card.result.row;
  const date = longDateAndTime(timeMs, kind.precision, timeZone);
  const [rest, withdrawn] = [all.length - MAX_ROWS, withdrawnCount(card)];
  return (
    <>
      <p className={styles.source}>{date || myResultsTexts('noDate')}</p>
      <div className={styles.words}>
        <CardWords {...{ card, completeness }} isDateAbove={date !== ''} />
      </div>
      {layout && (
        <figure className={styles.chart}>
          <figcaption>
            <ChartTitle card={card} name={name} nameLanguage={nameLanguage} />
          </figcaption>
          <ChartFigure
            layout={layout}
            newest={newestMark(card, layout)}
            newestText={completeness === 'complete' ? card.result.text : undefined}
          />
          <ChartKey layout={layout} />
          <ChartRemarks layout={layout} />
        </figure>
      )}
      <h2 id={headingId}>{oneResultTexts('allResults')}</h2>
      <ResultRows entries={all.slice(0, MAX_ROWS)} card={card} labelledBy={headingId} />
      {rest > 0 && <p>{oneResultTexts('sheetRest', { count: rest, shown: countText(rest) })}</p>}
      {withdrawn > 0 && (
        <p>{oneResultTexts('withdrawn', { by: givenBy(card), shown: countText(withdrawn) })}</p>
      )}
    </>
  );
}

type SheetQuestionsProps = {
  readonly cards: readonly PatientCard[];
  readonly nameOf: (card: PatientCard) => string;
  readonly first: PatientCard | undefined;
};

/** Shows the questions that were written, those about the printed result first, and leaves room for more. */
function SheetQuestions({ cards, nameOf, first }: SheetQuestionsProps) {
  const { questions } = useQuestions();
  const asked = cards
    .map((card) => ({ card, text: questions.get(card.id)?.trim() ?? '' }))
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => Number(b.card.id === first?.id) - Number(a.card.id === first?.id));
  return (
    <section className={styles.group}>
      <h2>{oneResultTexts('questions')}</h2>
      {asked.map(({ card, text }) => (
        <div key={card.id} className={styles.question}>
          <h3>{nameOf(card)}</h3>
          <p dir="auto">{text}</p>
        </div>
      ))}
      <h3>{oneResultTexts('sheetNotes')}</h3>
      <div className={styles.lines} />
    </section>
  );
}
