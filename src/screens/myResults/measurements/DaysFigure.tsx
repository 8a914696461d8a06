import { useId } from 'react';
import { valueTicks } from '../../../charts/axis/valueTicks.ts';
import { linearScale, type Scale } from '../../../charts/axis/scale.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { instantMs } from '../../../charts/format/timeZone.ts';
import { yDomain } from '../../../clinical/series/yDomain.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { useBoxSize } from '../../../ui/layout/useBoxSize.ts';
import type { PatientCard } from '../card/cards.ts';
import { readingsText, windowDates } from './daySentences.ts';
import {
  dayBarPath,
  dayMiddlePath,
  joinedPath,
  limitPath,
  pointPaths,
  pressureBarPath,
  sharedRanges,
  timeScale,
} from './readingPaths.ts';
import { FigureKey } from './FigureKey.tsx';
import { drawName, drawUnit } from '../names/drawName.tsx';
import { measurementsTexts } from './measurements.messages.ts';
import { FigureSvg } from './FigureSvg.tsx';
import { PlotFrame, PointMarks } from './PlotFrame.tsx';
import { FIGURE_PX } from './figureSize.ts';
import { finalSeries } from '../card/notFinal.ts';
import { rangeWords } from '../card/rangeSentences.ts';
import { olderThan, type DayWindow, type Reading } from './readings.ts';
import styles from './Figures.module.css';

type DaysFigureProps = {
  readonly card: PatientCard;
  readonly name: string;
  /** The language of a name that is not in that of the page. */
  readonly nameLanguage: string | undefined;
  readonly unit: string;
  readonly window: DayWindow;
  readonly readings: readonly Reading[];
};

/** Draws every reading of the chosen days on the scale that all curves of this measure have (rules 1, 4 and 6). */
export function DaysFigure({ card, name, nameLanguage, unit, window, readings }: DaysFigureProps) {
  const labelId = useId();
  const [ref, size] = useBoxSize();
  const { series, diastolic } = card;
  const domain = yDomain(finalSeries(series), diastolic && finalSeries(diastolic));
  const older = olderThan(card, window);
  return (
    <figure className={styles.figure}>
      <FigureTitle {...{ name, nameLanguage, unit, window, readings, labelId }} />
      <FigureSvg boxRef={ref} widthPx={size?.widthPx} labelId={labelId}>
        {(widthPx) => (
          <DaysPlot
            card={card}
            window={window}
            readings={readings}
            widthPx={widthPx}
            domain={[domain.low, domain.high]}
          />
        )}
      </FigureSvg>
      <figcaption className={styles.caption}>
        <FigureKey
          readings={readings}
          hasMiddle={
            size !== undefined && middlePath(readings, window, size.widthPx, [domain.low, domain.high]) !== ''
          }
          middleText={measurementsTexts('dayMiddle')}
        />
        <p className={styles.note}>
          {readings.length === 0
            ? measurementsTexts('noneInPicture')
            : measurementsTexts('moreInPicture', { readings: readingsText(readings.length) })}{' '}
          {older > 0 && measurementsTexts('outsidePicture', { count: older, shown: countText(older) })}{' '}
          {sharedRanges(readings)
            .map(({ row }) => rangeWords(row.kind))
            .filter(Boolean)
            .map((range) => measurementsTexts('sentRange', { range }))
            .join(', ')}{' '}
          {domain.isExtended && measurementsTexts('scaleExtended')}
        </p>
      </figcaption>
    </figure>
  );
}

type FigureTitleProps = Omit<DaysFigureProps, 'card'> & { readonly labelId: string };

/** Shows the name with its unit, and holds what a screen reader calls the picture. */
function FigureTitle({ name, nameLanguage, unit, window, readings, labelId }: FigureTitleProps) {
  const test = drawName(nameLanguage);
  return (
    <>
      <p className={styles.title}>
        {unit === ''
          ? test(name, 0)
          : measurementsTexts.rich('pictureOf', { name, unit, test, measured: drawUnit(unit) })}
      </p>
      <p id={labelId} hidden>
        {measurementsTexts.rich('pictureLabel', {
          name,
          ...windowDates(window),
          readings: readingsText(readings.length),
          test,
        })}
      </p>
    </>
  );
}

type Domain = readonly [low: number, high: number];

const yScale = (domain: Domain): Scale =>
  linearScale(domain, [FIGURE_PX.top + FIGURE_PX.height, FIGURE_PX.top]);
const xScale = (window: DayWindow, widthPx: number): Scale =>
  timeScale(window, FIGURE_PX.left + 4, widthPx - FIGURE_PX.right - 4);
const middlePath = (
  readings: readonly Reading[],
  window: DayWindow,
  widthPx: number,
  domain: Domain,
): string => dayMiddlePath(readings, window, xScale(window, widthPx), yScale(domain));

type DaysPlotProps = {
  readonly card: PatientCard;
  readonly window: DayWindow;
  readonly readings: readonly Reading[];
  readonly widthPx: number;
  readonly domain: Domain;
};

function DaysPlot({ card, window, readings, widthPx, domain }: DaysPlotProps) {
  const [x, y] = [xScale(window, widthPx), yScale(domain)];
  const xOf = ({ timeMs }: Row): number => x(timeMs);
  const { start, end } = windowDates(window);
  const right = widthPx - FIGURE_PX.right;
  return (
    <>
      <PlotFrame
        widthPx={widthPx}
        y={y}
        yTicks={valueTicks(domain, 4)}
        xLines={weekLines(window).map(x)}
        bands={sharedRanges(readings).map(({ band }) => band)}
        labels={[
          { xPx: FIGURE_PX.left, text: start, anchor: 'start' },
          { xPx: right, text: end, anchor: 'end' },
        ]}
      />
      {card.diastolic === undefined ? (
        <path className={styles.line} d={joinedPath(card.series, window, x, y)} />
      ) : (
        <path className={styles.bar} d={pressureBarPath(readings, xOf, y)} />
      )}
      <path className={styles.dayBar} d={dayBarPath(readings, x, y, window.timeZone)} />
      <PointMarks paths={pointPaths(readings, xOf, y)} limits={limitPath(readings, xOf, y)} />
      <path className={styles.middle} d={middlePath(readings, window, widthPx, domain)} />
    </>
  );
}

/** Returns the starts of the weeks that end with the last day, or of every thirtieth day of a year. */
function weekLines({ firstDay, lastDay, timeZone }: DayWindow): readonly number[] {
  const days = lastDay - firstDay + 1;
  const step = days <= 7 ? 1 : days <= 31 ? 7 : 30;
  const lines: number[] = [];
  for (let day = lastDay + 1 - step; day > firstDay; day -= step)
    lines.push(instantMs(day * DAY_MS, timeZone));
  return lines;
}
