import type { ReactNode } from 'react';
import type { TimeSpan } from '../../../clinical/change/comparableRows.ts';
import { dateText } from '../../../charts/format/dateText.ts';
import type { Series } from '../../../clinical/series/series.ts';
import type { Frame } from '../../../charts/axis/frame.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { DrugLink } from '../../../parts/events/DrugLink.tsx';
import { useNowMs } from '../../../parts/openRecord/openRecordContexts.ts';
import { Button } from '../../../ui/Button.tsx';
import type { CompareLaneSlot } from '../ComparePlots.tsx';
import { spanEndingAt } from './spanEndingAt.ts';
import type { ComparedDrug } from './useComparedDrug.ts';
import { changeInQuestion } from './drugTests.ts';
import { drugTexts } from './drug.messages.ts';
import styles from './DrugLane.module.css';

type DrugLaneProps = {
  readonly drug: ComparedDrug;
  readonly frame: Frame;
  readonly onWindow: ((next: TimeSpan) => void) | undefined;
  /** This is the lane itself. */
  readonly children: ReactNode;
};

/** Says why there is no lane. The courses of several strengths can be chosen. */
function NoLane({ drug }: { readonly drug: Exclude<ComparedDrug, { readonly state: 'found' | 'none' }> }) {
  if (drug.state !== 'several') return <p>{drugTexts(drug.state)}</p>;
  return (
    <>
      <p>{drugTexts('several', { count: countText(drug.courses.length) })}</p>
      <ul>
        {drug.courses.map(({ key, name }) => (
          <li key={key}>
            <DrugLink text={name} name={name} courseKey={key} />
          </li>
        ))}
      </ul>
    </>
  );
}

/**
 * The medication that the comparison was opened with stands above all tests, so that it is seen however many there are. It has
 * its room before the medication list was read.
 */
function DrugLane({ drug, frame, onWindow, children }: DrugLaneProps) {
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  if (drug.state === 'none') return null;
  const change = drug.course && changeInQuestion(drug.course, nowMs, timeZone);
  const isOutside = change && (change.atMs < frame.startMs || change.atMs > frame.endMs);
  return (
    <div className={styles.drug} data-compared-drug="">
      {drug.state === 'found' ? children : <NoLane drug={drug} />}
      {isOutside && onWindow && (
        <p>
          {drugTexts('outside', { when: dateText(change.atMs, change.precision, timeZone) })}{' '}
          <Button variant="link" onClick={() => onWindow(spanEndingAt(change.atMs, frame, 0.5))}>
            {drugTexts('goToChange')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Returns the lane above the strips, and the lanes below them without it. */
export function drugLanes(
  drug: ComparedDrug,
  lanes: CompareLaneSlot | undefined,
  onWindow: DrugLaneProps['onWindow'],
  measures: readonly Series[],
): { readonly lanes: CompareLaneSlot | undefined; readonly drugLane?: CompareLaneSlot } {
  const { course } = drug;
  return {
    lanes:
      lanes &&
      ((frame, cursorMs, onMoment) =>
        lanes(frame, cursorMs, onMoment, course && { course, place: 'below' }, measures)),
    drugLane: (frame, cursorMs, onMoment) => (
      <DrugLane {...{ drug, frame, onWindow }}>
        {course && lanes?.(frame, cursorMs, onMoment, { course, place: 'above' })}
      </DrugLane>
    ),
  };
}
