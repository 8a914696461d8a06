import { FlagText } from '../../charts/marks/FlagText.tsx';
import {
  dateText,
  dateTimeText,
  originalText,
  unitText,
  valueText,
  countText,
} from '../../charts/format/format.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import { PairSparkline } from '../../charts/sparkline/PairSparkline.tsx';
import { Sparkline } from '../../charts/sparkline/Sparkline.tsx';
import { hasRangeChanged } from '../../clinical/series/bandSteps.ts';
import { yDomain } from '../../clinical/series/yDomain.ts';
import { countInWindow } from '../../clinical/series/inWindow.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { DrawnEntry } from '../../parts/results/tileLayout.ts';
import { pairFacts, seriesFacts, type TileFacts } from '../../parts/results/tileFacts.ts';
import type { RecordCompleteness } from '../../parts/recordStatus/recordCompleteness.ts';
import { preliminaryAfter, tileRange } from '../../parts/results/tileText.ts';
import styles from './PrintSummary.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';

/** On paper nothing can be asked for: in a window of days the time stands with every date. */
const whenText = ({ timeMs, kind }: Row, { startMs, endMs, timeZone }: Frame) =>
  (endMs - startMs <= 10 * DAY_MS ? dateTimeText : dateText)(timeMs, kind.precision, timeZone);

function beforeText({ previous, change }: TileFacts, series: Series, frame: Frame): string {
  if (!previous) return '';
  const value = `${previous.values.join('/')} ${unitText(previous.row, series)}`.trim();
  return `${change} was ${value}, ${whenText(previous.row, frame)}`.trim();
}

/** In its own unit beside a value that was converted. */
function rangeWords({ row: { kind }, sides }: TileFacts, unit: string): string {
  const range = tileRange(sides);
  if (range === '') return 'no range sent';
  return kind.isConverted || range.includes(unit) ? range : `${range} ${unit}`;
}

/** Rule 11: what the window does not show is said. */
function outsideText({ timesMs }: Series, { startMs, endMs }: Frame): string {
  const older = timesMs.reduce((sum, timeMs) => sum + Number(timeMs < startMs), 0);
  const newer = timesMs.reduce((sum, timeMs) => sum + Number(timeMs > endMs), 0);
  const parts = [older && `${countText(older)} older`, newer && `${countText(newer)} newer`].filter(Boolean);
  return parts.length === 0 ? '' : `${parts.join(', ')} not shown`;
}

const MOST_NAMED = 2;

const CLAIMS = { complete: '', reading: 'newest read so far', incomplete: 'incomplete' };

function preliminaryText({ series, ...entry }: DrawnEntry, row: Row): string {
  const newer = preliminaryAfter(series, row);
  if (entry.kind === 'pair' || newer.length > MOST_NAMED)
    return newer.length > 0 ? `${countText(newer.length)} preliminary` : '';
  const values = newer.map((one) => `${valueText(one, series)} ${unitText(one, series)}`.trim());
  return values.length > 0 ? `preliminary ${values.join(', ')}` : '';
}

function remarksOf(
  entry: DrawnEntry,
  { row, missingSideText, newerText }: TileFacts,
  completeness: RecordCompleteness,
  frame: Frame,
): string {
  const { status, isConverted, isParsedFromText } = row.kind;
  const { series } = entry;
  const diastolic = entry.kind === 'pair' ? entry.diastolic : undefined;
  const remarks = [
    CLAIMS[completeness],
    missingSideText.replace(/^, /, ''),
    status === 'final' ? '' : status || 'no status sent',
    isConverted ? `converted from ${originalText(row)}` : '',
    isParsedFromText ? `read from the text “${row.valueText}”` : '',
    newerText,
    preliminaryText(entry, row),
    hasRangeChanged(series) || (diastolic && hasRangeChanged(diastolic)) ? 'range changed' : '',
    yDomain(series, diastolic).isExtended ? 'scale extended' : '',
    // Site and position change what a vital sign means.
    row.kind.isVitalSign ? row.kind.context : '',
    outsideText(series, frame),
  ];
  return remarks.filter(Boolean).join('; ');
}

/** As many characters as fit in the large size beside a name. */
const LARGE = 9;

type PrintTileProps = {
  readonly entry: DrawnEntry;
  /** What tells it from another of its name. */
  readonly qualifier: string | undefined;
  /** '' where the tile above is of the same group. */
  readonly group: string;
  readonly frame: Frame;
  readonly completeness: RecordCompleteness;
};

/** One small multiple: the last value as a number with its date, the one before, the range, and the curve. */
export function PrintTile({ entry, qualifier, group, frame, completeness }: PrintTileProps) {
  const { series } = entry;
  const diastolic = entry.kind === 'pair' ? entry.diastolic : undefined;
  const facts = diastolic ? pairFacts(series, diastolic) : seriesFacts(series);
  if (!facts) return null;
  const { row, flaggedRow } = facts;
  const value = facts.values.join('/');
  const unit = unitText(row, series);
  const drawing = { frame, canClaimLatest: completeness === 'complete' };
  const { widthPx, heightPx } = frame;
  return (
    <li className={styles.tile} data-series={series.id}>
      <p className={styles.group}>{group}</p>
      <h2 className={styles.name} dir="auto">
        {entry.name}
        {qualifier && <span> {qualifier}</span>}
        <span> n {countText(countInWindow(series, frame.startMs, frame.endMs))}</span>
      </h2>
      <p className={styles.latest}>
        <FlagText kind={flaggedRow.kind} />
        <b className={value.length > LARGE ? styles.long : undefined}>{value}</b> <bdi>{unit}</bdi>
      </p>
      {/* What lies outside the window has its place outside the frame. */}
      <div className={styles.plot} style={{ width: widthPx, height: heightPx }}>
        {diastolic ? (
          <PairSparkline systolic={series} diastolic={diastolic} {...drawing} />
        ) : (
          <Sparkline series={series} {...drawing} />
        )}
      </div>
      <p className={styles.range} dir="auto">
        {rangeWords(facts, unit)}
      </p>
      <p className={styles.when}>{whenText(row, frame)}</p>
      <p className={styles.before}>{completeness === 'complete' && beforeText(facts, series, frame)}</p>
      <p className={styles.remarks} dir="auto">
        {remarksOf(entry, facts, completeness, frame)}
      </p>
    </li>
  );
}
