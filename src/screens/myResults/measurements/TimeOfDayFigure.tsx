import { useId } from 'react';
import { valueTicks } from '../../../charts/axis/valueTicks.ts';
import { linearScale, roundPx } from '../../../charts/axis/scale.ts';
import { valueText } from '../../../charts/format/valueText.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { yDomain } from '../../../clinical/series/yDomain.ts';
import { HOUR_MS } from '../../../clinical/time/durations.ts';
import { useBoxSize } from '../../../ui/layout/useBoxSize.ts';
import type { PatientCard } from '../card/cards.ts';
import { finalSeries } from '../card/notFinal.ts';
import { timeOfDay } from '../patientDates.ts';
import { hourOfDay, readingsText, windowDates } from './daySentences.ts';
import { limitPath, pointPaths, sharedRanges } from './readingPaths.ts';
import { FigureKey } from './FigureKey.tsx';
import { drawName } from '../names/drawName.tsx';
import { measurementsTexts } from './measurements.messages.ts';
import { FigureSvg } from './FigureSvg.tsx';
import { PlotFrame, PointMarks } from './PlotFrame.tsx';
import { FIGURE_PX } from './figureSize.ts';
import { HOURS_OF_PART, type WeekByTime } from './timeOfDay.ts';
import styles from './Figures.module.css';

const HOURS = 24;
const hourText = (hour: number): string => timeOfDay((hour % HOURS) * HOUR_MS, 'UTC');

type TimeOfDayFigureProps = {
  readonly card: PatientCard;
  readonly name: string;
  /** The language of a name that is not in that of the page. */
  readonly nameLanguage: string | undefined;
  readonly week: WeekByTime;
};

/** Lays the days of one week over each other, from midnight to midnight. */
export function TimeOfDayFigure({ card, name, nameLanguage, week }: TimeOfDayFigureProps) {
  const labelId = useId();
  const [ref, size] = useBoxSize();
  const { window, readings, middles } = week;
  const dates = windowDates(window);
  const said = middles.map(({ fromHour, row }) =>
    measurementsTexts('partMiddle', {
      part: `${hourText(fromHour)}–${hourText(fromHour + HOURS_OF_PART)}`,
      value: valueText(row, card.series),
    }),
  );
  return (
    <figure className={styles.figure}>
      <p className={styles.title}>{measurementsTexts('timeOfDay', dates)}</p>
      <p id={labelId} hidden>
        {measurementsTexts.rich('timeOfDayLabel', {
          name,
          ...dates,
          readings: readingsText(readings.length),
          middles: said.join('; '),
          test: drawName(nameLanguage),
        })}
      </p>
      <FigureSvg boxRef={ref} widthPx={size?.widthPx} labelId={labelId}>
        {(widthPx) => <TimeOfDayPlot card={card} week={week} widthPx={widthPx} />}
      </FigureSvg>
      <figcaption className={styles.caption}>
        <FigureKey
          readings={readings}
          hasMiddle={middles.length > 0}
          middleText={measurementsTexts('middleOfPart')}
        />
      </figcaption>
    </figure>
  );
}

type TimeOfDayPlotProps = { readonly card: PatientCard; readonly week: WeekByTime; readonly widthPx: number };

function TimeOfDayPlot({ card: { series }, week, widthPx }: TimeOfDayPlotProps) {
  const { readings, middles, window } = week;
  const { low, high } = yDomain(finalSeries(series));
  const y = linearScale([low, high], [FIGURE_PX.top + FIGURE_PX.height, FIGURE_PX.top]);
  const x = linearScale([0, HOURS], [FIGURE_PX.left + 4, widthPx - FIGURE_PX.right - 4]);
  const xOf = ({ timeMs }: Row): number => x(hourOfDay(timeMs, window.timeZone));
  const hours = [0, 6, 12, 18, HOURS];
  return (
    <>
      <PlotFrame
        widthPx={widthPx}
        y={y}
        yTicks={valueTicks([low, high], 4)}
        xLines={[3, 6, 9, 12, 15, 18, 21].map(x)}
        bands={sharedRanges(readings).map(({ band }) => band)}
        labels={hours.map((hour) => ({
          xPx: x(hour),
          text: hourText(hour),
          anchor: hour === 0 ? 'start' : hour === HOURS ? 'end' : 'middle',
        }))}
      />
      <PointMarks paths={pointPaths(readings, xOf, y)} limits={limitPath(readings, xOf, y)} />
      <path
        className={styles.middle}
        d={middles
          .map(
            ({ fromHour, row }) =>
              `M${roundPx(x(fromHour) + 1)} ${roundPx(y(row.value))}H${roundPx(x(fromHour + HOURS_OF_PART) - 1)}`,
          )
          .join('')}
      />
    </>
  );
}
