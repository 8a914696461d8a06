import type { NoteLine } from './noteLine.ts';
import { titleOf, type TakenEvents } from './takenEvents.ts';
import { plainLine } from '../charts/plainLine.ts';
import styles from './PrintSummary.module.css';

type PrintAroundProps = {
  readonly calculated: readonly NoteLine[];
  readonly events: TakenEvents;
};

const valueText = ({ name, value, unit, when, remarks }: NoteLine): string =>
  [`${name} ${value} ${unit}`, when, ...remarks].join(', ');

/** Below the curves: what was calculated, with its inputs, what happened in the window, and what is not known of it. */
export function PrintAround({ calculated, events: { lines, says } }: PrintAroundProps) {
  const lanes = [...new Set(lines.map(({ lane }) => lane))];
  const paragraphs = [
    ['Calculated', calculated.map(valueText).join('; ')],
    ...lanes.map((lane) => [
      titleOf(lane),
      lines
        .filter((line) => line.lane === lane)
        .map(({ text }) => text)
        .join('; '),
    ]),
    ['', says.join(' ')],
  ].filter(([, text]) => text !== '');
  return (
    <div className={styles.around}>
      {paragraphs.map(([title = '', text = '']) => (
        <p key={title} dir="auto">
          {title && <b>{title}: </b>}
          {plainLine(text)}
        </p>
      ))}
    </div>
  );
}
