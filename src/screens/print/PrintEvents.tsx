import { Fragment } from 'react';
import { LANES } from '../../charts/lanes/laneSummary.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import { CALCULATED } from '../../parts/results/calculatedText.ts';
import type { NoteLine } from '../../parts/export/noteLine.ts';
import { exportEventTitle, type ExportEvents } from '../../parts/export/exportEvents.ts';
import { singleLineText } from '../../charts/format/singleLineText.ts';
import styles from './PrintSummary.module.css';

type PrintAroundProps = {
  readonly calculated: readonly NoteLine[];
  readonly events: ExportEvents;
};

/** "Mean arterial pressure 93 mmHg, 24 Nov 2026 09:20 CST (from systolic pressure 134 mmHg, …)" */
const valueText = ({ name, value, unit, timeText, remarks }: NoteLine): string =>
  `${[`${name} ${value} ${unit}`, timeText].join(', ')} (${remarks.join(', ').replace(`${CALCULATED} `, '')})`;

/** Below the curves: what was calculated, with its inputs, what happened in the window, and what is not known of it. */
export function PrintEvents({ calculated, events: { lines, omissions } }: PrintAroundProps) {
  const textOf = (lane: EventLane) => lines.filter((line) => line.lane === lane).map(({ text }) => text);
  const parts = [
    { title: 'Calculated by Longview', texts: calculated.map(valueText) },
    ...LANES.map((lane) => ({ title: exportEventTitle(lane), texts: textOf(lane) })),
  ].filter(({ texts }) => texts.length > 0);
  return (
    <div className={styles.around}>
      <p dir="auto">
        {parts.map(({ title, texts }) => (
          <Fragment key={title}>
            <b>{title}:</b> {singleLineText(texts.join('; '))}.{' '}
          </Fragment>
        ))}
      </p>
      {omissions.length > 0 && <p dir="auto">{singleLineText(omissions.join(' '))}</p>}
    </div>
  );
}
