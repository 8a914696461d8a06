import { useId, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { useBoxSize } from '../../../ui/layout/useBoxSize.ts';
import type { PatientCard } from '../card/cards.ts';
import { longDateAndTime } from '../patientDates.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { valueWithUnit } from '../card/maybeNewerSentences.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { ChartKey } from './ChartKey.tsx';
import { CHART_MARGIN_PX, PLOT_HEIGHT_PX, type ChartLayout } from './chartLayout.ts';
import { ChartRemarks } from './ChartRemarks.tsx';
import { entryWords, type EntryWords } from './entryWords.ts';
import { nearestMark } from './pointMark.ts';
import { ChartTitle } from './ChartTitle.tsx';
import { drawName } from '../names/drawName.tsx';
import { oneResultTexts } from './oneResult.messages.ts';
import { hasManyYears, type ChartPoint, type ChartSpan } from './resultFacts.ts';
import { inPageLanguage } from '../sentWords/sentLanguage.ts';
import { UnitWords, WithSentWords } from '../sentWords/SentWords.tsx';
import { SpanButtons } from './SpanButtons.tsx';
import { newestMark, useChartLayout } from './useChartLayout.ts';
import styles from './ResultChart.module.css';

const STEPS: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowLeft: (place) => Math.max(0, place - 1),
  ArrowRight: (place, last) => Math.min(last, place + 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** Returns one result in a sentence: its date, its value, and where it lies. An attribute holds it, so it is in the language of the page alone. */
const sentenceOf = (date: string, { value, unit, places }: EntryWords): string =>
  inPageLanguage(
    [`${date}:`, value === '' ? '' : `${valueWithUnit({ text: value, unit })}.`, ...places]
      .filter((text) => text !== '')
      .join(' '),
    oneResultTexts('wordsBelow'),
  );

type ResultChartProps = {
  readonly card: PatientCard;
  readonly name: string;
  /** The language of a name that is not in that of the page. */
  readonly nameLanguage: string | undefined;
  readonly points: readonly ChartPoint[];
  readonly isComplete: boolean;
};

/** Shows all results over time. Each can be read by touch, by pointer and by keys (rule 12). */
export function ResultChart({ card, name, nameLanguage, points, isComplete }: ResultChartProps) {
  const [box, size] = useBoxSize();
  const [span, setSpan] = useState<ChartSpan>('all');
  const layout = useChartLayout({ card, points, span, widthPx: size?.widthPx });
  const hasNumbers = points.some(({ isDrawn }) => isDrawn);
  return (
    <figure className={styles.figure} ref={box}>
      <figcaption className={styles.title}>
        <ChartTitle {...{ card, name, nameLanguage }} />
      </figcaption>
      {hasManyYears(points) && <SpanButtons span={span} onChoose={setSpan} />}
      {!hasNumbers && <p className={styles.remarks}>{oneResultTexts('noChart')}</p>}
      {layout ? (
        <ReadableChart {...{ card, name, nameLanguage, layout, isComplete }} />
      ) : (
        hasNumbers && <div className={styles.room} />
      )}
    </figure>
  );
}

type ReadableChartProps = Omit<ResultChartProps, 'points'> & {
  readonly layout: ChartLayout;
};

function ReadableChart({ card, name, nameLanguage, layout, isComplete }: ReadableChartProps) {
  const timeZone = useTimeZone();
  const [nameId, keysId] = [useId(), useId()];
  const [chosenKey, setChosenKey] = useState<string>();
  const { marks } = layout;
  const last = marks.length - 1;
  const chosen = marks.findIndex(({ point }) => point.entry.key === chosenKey);
  const newest = newestMark(card, layout);
  const place = chosen >= 0 ? chosen : newest ? marks.indexOf(newest) : last;
  const mark = marks[place];
  const words = useMemo(() => mark && entryWords(mark.point.entry, card), [mark, card]);
  if (mark === undefined || words === undefined) return null;
  const { timeMs, rows } = mark.point.entry;
  const date = longDateAndTime(timeMs, rows[0].kind.precision, timeZone) || myResultsTexts('noDate');
  const choose = (next: number): void => setChosenKey(marks[next]?.point.entry.key);
  return (
    <>
      <div
        className={styles.plot}
        aria-labelledby={nameId}
        aria-describedby={keysId}
        aria-valuetext={sentenceOf(date, words)}
        {...sliderProps(layout, place, choose)}
      >
        <ChartFigure layout={layout} newest={newest} newestText={isComplete ? card.result.text : undefined} />
        <ChartCursor layout={layout} place={place} />
      </div>
      <p id={nameId} hidden>
        {oneResultTexts.rich('chartLabel', { name, test: drawName(nameLanguage) })}
      </p>
      <p id={keysId} hidden>
        {oneResultTexts('chartKeys')}
      </p>
      <ChartReading {...{ date, words, place, last, choose }} />
      <ChartKey layout={layout} />
      <ChartRemarks layout={layout} />
    </>
  );
}

/** The plot is a slider over the results: a screen reader leaves the arrow keys of that role to the page. */
function sliderProps(layout: ChartLayout, place: number, choose: (next: number) => void) {
  const { marks, leftPx } = layout;
  const last = marks.length - 1;
  const point = (event: PointerEvent<HTMLElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const next = nearestMark(marks, event.clientX - left - leftPx, event.clientY - top - CHART_MARGIN_PX.top);
    if (next >= 0 && next !== place) choose(next);
  };
  return {
    role: 'slider',
    tabIndex: 0,
    'aria-valuemin': 1,
    'aria-valuemax': last + 1,
    'aria-valuenow': place + 1,
    onKeyDown(event: KeyboardEvent) {
      const next = STEPS[event.key];
      if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      choose(next(place, last));
    },
    onPointerDown: point,
    onPointerMove: point,
  };
}

type ChartReadingProps = {
  readonly date: string;
  readonly words: EntryWords;
  readonly place: number;
  readonly last: number;
  readonly choose: (next: number) => void;
};

/** Says the result that was chosen, and leads to the one before and after it without a drag. */
const ChartReading = ({ date, words, place, last, choose }: ChartReadingProps) => (
  <div className={styles.reading}>
    <StepButton direction={-1} isOff={place === 0} onPress={() => choose(place - 1)} />
    <div className={styles.read} data-reading="">
      <p className={styles.date}>
        {date} <span>{positionOf(place, last + 1)}</span>
      </p>
      <p className={styles.value} dir="auto">
        <b>
          <WithSentWords text={words.value} />
        </b>{' '}
        <span>
          <UnitWords unit={words.unit} />
        </span>
      </p>
      <p dir="auto">
        <WithSentWords text={[words.sentAs, ...words.places].filter(Boolean).join(' ')} />
      </p>
    </div>
    <StepButton direction={1} isOff={place === last} onPress={() => choose(place + 1)} />
  </div>
);

const positionOf = (place: number, count: number): string =>
  oneResultTexts('position', { place: countText(place + 1), count: countText(count) });

type ChartCursorProps = { readonly layout: ChartLayout; readonly place: number };

/** Marks the result that is read. */
function ChartCursor({ layout: { marks, leftPx, widthPx }, place }: ChartCursorProps) {
  const mark = marks[place];
  if (mark === undefined) return null;
  const heightPx = CHART_MARGIN_PX.top + PLOT_HEIGHT_PX;
  return (
    <svg className={styles.cursor} width={widthPx} height={heightPx} aria-hidden="true">
      <g transform={`translate(${leftPx} ${CHART_MARGIN_PX.top})`}>
        <path d={`M${mark.x} 0V${PLOT_HEIGHT_PX}`} />
        {mark.tops.map((top) => (
          <circle key={top} cx={mark.x} cy={top} r={9} />
        ))}
      </g>
    </svg>
  );
}

type StepButtonProps = {
  readonly direction: -1 | 1;
  readonly isOff: boolean;
  readonly onPress: () => void;
};

/** It stays in the order of the keys at either end, so that the focus is not lost. */
const StepButton = ({ direction, isOff, onPress }: StepButtonProps) => (
  <button
    type="button"
    className={styles.step}
    aria-label={oneResultTexts(direction < 0 ? 'earlier' : 'later')}
    aria-disabled={isOff}
    onClick={isOff ? undefined : onPress}
  >
    <svg width={20} height={20} aria-hidden="true">
      <path d={direction < 0 ? 'M13 4l-6 6 6 6' : 'M7 4l6 6-6 6'} />
    </svg>
  </button>
);
