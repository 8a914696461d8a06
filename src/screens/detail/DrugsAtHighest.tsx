import { useMemo } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { dateTimeText } from '../../charts/format/dateText.ts';
import { valueText } from '../../charts/format/valueText.ts';
import { courseText } from '../../charts/lanes/courseText.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { wordsToCheck } from '../../clinical/change/comparableRows.ts';
import { windowStatistics } from '../../clinical/change/windowStatistics.ts';
import { actsOn, isInfusion } from '../../clinical/medication/actingDrugs.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { indicesInWindow } from '../../clinical/series/inWindow.ts';
import { extremeIndices } from '../../clinical/series/newest/extremes.ts';
import { isSameRow } from '../../clinical/series/rowList.ts';
import type { Series } from '../../clinical/series/series.ts';
import { detailTexts } from './detail.messages.ts';

type RanAtHighestProps = {
  readonly strip: { readonly series: Series; readonly partner: Series | undefined };
  /** The drugs that ran are named when all medications were read. */
  readonly events: EventsSnapshot | undefined;
  readonly frame: Frame;
};

const NO_COURSES: EventsSnapshot['courses'] = [];

/**
 * Returns the highest result of the window if its time of day is known, if no limit such as ">20" may be higher (rule 20), and if it is
 * the one that the line under the chart names: results by several methods have no highest (rule 18).
 */
function highestIn(series: Series, { startMs, endMs, timeZone }: Frame): Row | undefined {
  const [from, to] = indicesInWindow(series, startMs, endMs);
  const rows = series.rows.slice(from, to);
  if (rows.some(({ kind }) => kind.comparator.startsWith('>'))) return undefined;
  const [highest, lowest] = extremeIndices({ rows, values: series.values.subarray(from, to) });
  const row = rows[highest ?? -1];
  if (row === undefined || row.value === rows[lowest ?? -1]?.value || row.kind.precision !== 'instant')
    return undefined;
  const named = windowStatistics(series, { startMs, endMs }, (one) => rowTimeSpan(one, timeZone));
  return named && isSameRow(named.highest.row, row) ? row : undefined;
}

/** Returns the infusions, and the drugs that are given to move the measure, once all events were read. */
function watchedCourses({ strip, events }: RanAtHighestProps) {
  const courses = events?.ended ? events.courses : NO_COURSES;
  return courses.filter((course) => isInfusion(course) || actsOn(course, strip.series));
}

/** Says what ran when the result was highest. It tells the order in time and claims no cause. */
export function DrugsAtHighest(props: RanAtHighestProps) {
  const { frame } = props;
  const { series, partner } = props.strip;
  const courses = watchedCourses(props);
  // To find it, each result of the window is looked at.
  const isAsked = partner === undefined && courses.length > 0;
  const highest = useMemo(() => (isAsked ? highestIn(series, frame) : undefined), [series, isAsked, frame]);
  if (!highest) return null;
  const words = wordsToCheck(highest);
  // The lanes show what was given before or after; that nothing ran then is an answer too.
  const drugs = courses.flatMap((course) => {
    const [dose] = courseText(course, highest.timeMs, frame.timeZone);
    return dose ? [detailTexts('drugAndDose', { name: course.name, dose })] : [];
  });
  return (
    <p data-ran-at-highest="">
      {detailTexts(drugs.length > 0 ? 'activeAtHighest' : 'noneAtHighest', {
        value: [valueText(highest, series), series.unitText, words && `(${words})`].filter(Boolean).join(' '),
        when: dateTimeText(highest.timeMs, 'instant', frame.timeZone),
        drugs: drugs.join(', '),
      })}
    </p>
  );
}
