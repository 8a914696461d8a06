import { memo, useState } from 'react';
import type { LaneMoment, LaneTarget } from './laneMoments.ts';
import { countText } from '../format/numberText.ts';
import { lanesTexts } from './lanes.messages.ts';
import styles from './EventLanes.module.css';

type LaneTargetsProps = {
  /** The key differs from that of every other lane. */
  readonly rowKey: string;
  readonly targets: readonly LaneTarget[];
  /** The Tab key reaches this target alone. */
  readonly tabStop: string | undefined;
  readonly onChoose: (moment: LaneMoment) => void;
};

type TargetProps = Omit<LaneTarget, 'moments'> & {
  readonly moments: readonly LaneMoment[];
  readonly place: string;
  readonly isStop: boolean;
  readonly onChoose: (moment: LaneMoment) => void;
};

/** When several moments share a target, each press chooses the next one. */
function Target({ leftPx, widthPx, moments, place, isStop, onChoose }: TargetProps) {
  const [turn, setTurn] = useState(0);
  const at = turn % moments.length;
  const moment = moments[at];
  if (!moment) return null;
  const { label } = moment;
  const name =
    moments.length === 1
      ? label
      : lanesTexts('atOnePlace', { label, place: countText(at + 1), count: countText(moments.length) });
  return (
    <button
      type="button"
      className={styles.target}
      style={{ left: leftPx, width: widthPx }}
      tabIndex={isStop ? 0 : -1}
      data-tooltip={name}
      aria-label={name}
      data-lane-target={place}
      onClick={() => {
        onChoose(moment);
        setTurn(at + 1);
      }}
    />
  );
}

export const targetKey = (rowKey: string, i: number): string => `${rowKey}#${i}`;

export const LaneTargets = memo(function LaneTargets(props: LaneTargetsProps) {
  const { rowKey, targets, tabStop, onChoose } = props;
  return targets.map((target, i) => {
    const place = targetKey(rowKey, i);
    return <Target key={place} {...target} place={place} isStop={place === tabStop} onChoose={onChoose} />;
  });
});
