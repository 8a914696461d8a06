import { useMemo } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { dateTimeText, valueText } from '../../charts/format/format.ts';
import { courseText } from '../../charts/lanes/courseText.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { actsOn, isInfusion } from '../../clinical/medication/actingDrugs.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { indicesInWindow } from '../../clinical/series/inWindow.ts';
import { extremeIndices } from '../../clinical/series/newest/extremes.ts';
import type { Series } from '../../clinical/series/series.ts';
import { detailTexts } from './detail.messages.ts';

type RanAtHighestProps = {
  readonly strip: { readonly series: Series; readonly partner: Series | undefined };
  /** What ran is said when all medications were read. */
  readonly events: EventsSnapshot | undefined;
  readonly frame: Frame;
};

const NO_COURSES: EventsSnapshot['courses'] = [];

/** Returns the highest result of the window whose time of day is known. */
function highestIn(series: Series, { startMs, endMs }: Frame): Row | undefined {
  const [from, to] = indicesInWindow(series, startMs, endMs);
  const rows = series.rows.slice(from, to);
  const [highest, lowest] = extremeIndices({ rows, values: series.values.subarray(from, to) });
  const row = rows[highest ?? -1];
  return row && row.value !== rows[lowest ?? -1]?.value && row.kind.precision === 'instant' ? row : undefined;
}

/** Returns "Norepinephrine 0.08 µg/kg/min" for each infusion, and each drug that is given to move the measure, that ran then. */
function runningAt(atMs: number, { strip, events, frame }: RanAtHighestProps): readonly string[] {
  const courses = events?.ended ? events.courses : NO_COURSES;
  return courses
    .filter((course) => isInfusion(course) || actsOn(course, strip.series))
    .flatMap((course) => {
      const [dose] = courseText(course, atMs, frame.timeZone);
      return dose ? [detailTexts('drugAndDose', { name: course.name, dose })] : [];
    });
}

/** Says what ran when the result was highest. It tells the order in time and claims no cause. */
export function RanAtHighest(props: RanAtHighestProps) {
  const { frame } = props;
  const { series, partner } = props.strip;
  const highest = useMemo(() => (partner ? undefined : highestIn(series, frame)), [series, partner, frame]);
  const drugs = highest ? runningAt(highest.timeMs, props) : [];
  if (!highest || drugs.length === 0) return null;
  return (
    <p data-ran-at-highest="">
      {detailTexts('ranAtHighest', {
        value: [valueText(highest, series), series.unitText].filter(Boolean).join(' '),
        when: dateTimeText(highest.timeMs, 'instant', frame.timeZone),
        drugs: drugs.join(', '),
      })}
    </p>
  );
}
