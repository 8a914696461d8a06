import { rowNoteText } from '../../charts/reading/attachedText.ts';
import { FlagText } from '../../charts/marks/FlagText.tsx';
import { dateText, dateTimeText } from '../../charts/format/dateText.ts';
import { countText } from '../../charts/format/numberText.ts';
import { originText } from '../../charts/format/originText.ts';
import { rangeWithUnit } from '../../charts/format/rangeText.ts';
import { originalText, unitText } from '../../charts/format/valueText.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import { PairSparkline } from '../../charts/sparkline/PairSparkline.tsx';
import { Sparkline } from '../../charts/sparkline/Sparkline.tsx';
import { hasRangeChanged } from '../../clinical/series/bandSteps.ts';
import { yDomain } from '../../clinical/series/yDomain.ts';
import { resultCount, type ResultCount } from '../../clinical/series/resultCount.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { DrawnEntry } from '../../parts/results/tileLayout.ts';
import { conversionText, pairFacts, seriesFacts, type TileFacts } from '../../parts/results/tileFacts.ts';
import type { RecordCompleteness } from '../../parts/recordStatus/recordCompleteness.ts';
import { NewerLine } from '../../parts/results/newer/NewerLine.tsx';
import { tileTexts } from '../../parts/results/tile.messages.ts';
import {
  attachedTags,
  checkText,
  shownCircumstances,
  tileRange,
  wordsOfPrevious,
} from '../../parts/results/tileText.ts';
import styles from './PrintSummary.module.css';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { printTexts } from './print.messages.ts';

/** The time follows every date in a window of days, because paper cannot show it on request. */
const rowTimeText = ({ timeMs, kind }: Row, { startMs, endMs, timeZone }: Frame) =>
  (endMs - startMs <= 10 * DAY_MS ? dateTimeText : dateText)(timeMs, kind.precision, timeZone);

function previousValueText(facts: TileFacts, series: Series, frame: Frame): string {
  const { previous, change } = facts;
  if (!previous) return '';
  const measured = `${previous.values.join('/')} ${unitText(previous.row, series)}`.trim();
  const value = [measured, conversionText(previous.row), wordsOfPrevious(facts)].filter(Boolean).join(', ');
  const time = rowTimeText(previous.row, frame);
  return change === ''
    ? printTexts('was', { value, time })
    : printTexts('changeSince', { change, value, time });
}

function rangeTextOf({ row: { kind }, sides }: TileFacts, unit: string): string {
  const range = tileRange(sides);
  return range === '' ? printTexts('noRange') : rangeWithUnit(range, unit, kind);
}

/** Says how many results the window does not show (rule 11). */
function outsideText({ older, newer }: ResultCount): string {
  const [earlier, later] = [countText(older), countText(newer)];
  if (older > 0 && newer > 0) return printTexts('earlierAndLaterOutside', { earlier, later });
  if (older > 0) return printTexts('earlierOutside', { earlier });
  return newer > 0 ? printTexts('laterOutside', { later }) : '';
}

const COMPLETENESS_TEXT = {
  complete: '',
  reading: tileTexts('newestSoFar'),
  incomplete: printTexts('incomplete'),
};

function remarksOf(
  entry: DrawnEntry,
  { row, sides, missingSideText, concurrentText }: TileFacts,
  completeness: RecordCompleteness,
  count: ResultCount,
  timeZone: string,
): string {
  const { isConverted, isParsedFromText } = row.kind;
  const { status } = (sides.find((side) => side && side.kind.status !== 'final') ?? row).kind;
  const { series } = entry;
  const diastolic = entry.kind === 'pair' ? entry.diastolic : undefined;
  const remarks = [
    COMPLETENESS_TEXT[completeness],
    missingSideText.replace(/^, /, ''),
    ...attachedTags(sides),
    status === 'final' ? '' : status || printTexts('noStatus'),
    checkText(sides),
    isConverted ? printTexts('converted', { value: originText(row) }) : '',
    isParsedFromText ? printTexts('readFromText', { text: originalText(row) }) : '',
    concurrentText,
    hasRangeChanged(series) || (diastolic && hasRangeChanged(diastolic)) ? printTexts('rangeChanged') : '',
    yDomain(series, diastolic).isExtended ? printTexts('scaleExtended') : '',
    shownCircumstances(row.kind).join(', '),
    rowNoteText(row, timeZone),
    outsideText(count),
  ];
  return remarks.filter(Boolean).join('; ');
}

/** Longer values do not fit beside a name in the large size. */
const MAX_LARGE_CHARACTERS = 9;

type PrintTileProps = {
  readonly entry: DrawnEntry;
  /** This is the text that tells the series from others of the same name. */
  readonly qualifier: string | undefined;
  /** It is '' where the tile above belongs to the same group. */
  readonly group: string;
  readonly frame: Frame;
  readonly completeness: RecordCompleteness;
};

/** Draws one small multiple with the newest value and its date, the previous value, the range and the curve. */
export function PrintTile({ entry, qualifier, group, frame, completeness }: PrintTileProps) {
  const { series, newer } = entry;
  const diastolic = entry.kind === 'pair' ? entry.diastolic : undefined;
  const facts = diastolic ? pairFacts(series, diastolic) : seriesFacts(series);
  if (!facts) return null;
  const { row, flaggedRow } = facts;
  const count = resultCount(series, diastolic, frame.startMs, frame.endMs);
  const value = facts.values.join('/');
  const unit = unitText(row, series);
  const sparklineProps = { frame, canClaimLatest: completeness === 'complete' };
  const { widthPx, heightPx } = frame;
  return (
    <li className={styles.tile} data-series={series.id}>
      <p className={styles.group}>{group}</p>
      <h2 className={styles.name} dir="auto">
        {entry.name}
        {qualifier && <span> {qualifier}</span>}
        <span> {printTexts('count', { count: count.inside, shown: countText(count.inside) })}</span>
      </h2>
      <p className={styles.latest}>
        <FlagText kind={flaggedRow.kind} />
        <b className={value.length > MAX_LARGE_CHARACTERS ? styles.long : undefined}>{value}</b>{' '}
        <bdi>{unit}</bdi>
      </p>
      {/* The curve continues outside the frame to points outside the window, and is cut off here. */}
      <div className={styles.plot} style={{ width: widthPx, height: heightPx }}>
        {diastolic ? (
          <PairSparkline systolic={series} diastolic={diastolic} {...sparklineProps} />
        ) : (
          <Sparkline series={series} {...sparklineProps} />
        )}
      </div>
      <p className={styles.range} dir="auto">
        {rangeTextOf(facts, unit)}
      </p>
      <p className={styles.time}>{rowTimeText(row, frame)}</p>
      <p className={styles.previous}>
        {completeness === 'complete' && previousValueText(facts, series, frame)}
      </p>
      <p className={styles.remarks} dir="auto">
        {newer.length > 0 && (
          <b>
            <NewerLine newer={newer} timeZone={frame.timeZone} shownRow={row} />
            {'. '}
          </b>
        )}
        {remarksOf(entry, facts, completeness, count, frame.timeZone)}
      </p>
    </li>
  );
}
