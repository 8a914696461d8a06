import { memo } from 'react';
import { latest } from '../../clinical/series/newest/latest.ts';
import { resultCount } from '../../clinical/series/resultCount.ts';
import { countInWindow } from '../../clinical/series/inWindow.ts';
import type { NewerResult } from '../../clinical/series/newest/newerUncharted.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { isIdenticalResult } from '../../clinical/series/comparability.ts';
import type { Series } from '../../clinical/series/series.ts';
import { FlagText } from '../../charts/marks/FlagText.tsx';
import { countText } from '../../charts/format/numberText.ts';
import { unitAttribute, unitText, valueText } from '../../charts/format/valueText.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import { PairSparkline } from '../../charts/sparkline/PairSparkline.tsx';
import { Sparkline } from '../../charts/sparkline/Sparkline.tsx';
import { accountAttributes } from '../recordStatus/accountAttributes.ts';
import { tileTexts } from './tile.messages.ts';
import { PreviousValue, TileName, TileValue, TileDate } from './TileLabels.tsx';
import { NEWER_WITHOUT_WORDS, useNewerWords, type NewerWordsModule } from './newer/useNewerWords.ts';
import { pairFacts, seriesFacts, type TileFacts } from './tileFacts.ts';
import {
  previousTimeText,
  rangeNotes,
  spokenSummary,
  tileDateText,
  tileTags,
  wordsOfPrevious,
} from './tileText.ts';
import type { RecordCompleteness } from '../recordStatus/recordCompleteness.ts';
import { seriesFragment } from '../navigation/urlFragment.ts';
import { VisualOnly } from '../../ui/ScreenReaderLabel.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import tagStyles from '../../ui/Tag.module.css';
import brushStyles from '../timeWindow/AxisBrush.module.css';
import styles from './Tile.module.css';
import labelStyles from './TileLabels.module.css';
import { tileNameLine } from './nameLine/tileNameLine.ts';
import type { TileView } from './tileView.ts';
import { useUnitSpeech, type UnitSpeech } from './unitSpeech.ts';

/**
 * Returns the DOM hooks of a series (contract.md, section 4). The last three are set only if the latest
 * result is known.
 */
export function seriesAttributes(
  series: Series,
  row: Row | undefined,
  completeness: RecordCompleteness,
  frame: Frame,
) {
  const count = { 'data-series': series.id, 'data-count': countInWindow(series, frame.startMs, frame.endMs) };
  const newest = completeness === 'complete' ? latest(series) : undefined;
  if (row === undefined || newest === undefined || !isIdenticalResult(row, newest)) return count;
  const exact = row.kind.precision === 'instant';
  return {
    ...count,
    'data-latest': valueText(row, series),
    'data-unit': unitAttribute(row, series),
    'data-latest-time': exact ? new Date(row.timeMs).toISOString() : row.effective,
  };
}

/** Says that the shown result is not final, which it is only where there is no final one (rule 34). */
export const PreliminaryTag = ({ shownRow }: { readonly shownRow: Row }) =>
  shownRow.kind.status === 'preliminary' && (
    <i className={`${tagStyles.dashed} ${labelStyles.tag} ${labelStyles.last}`} data-symbol="preliminary">
      {tileTexts('preliminary')}
    </i>
  );

const NOTHING_NEWER: readonly NewerResult[] = [];

type NewerProps = Pick<TileProps, 'newer' | 'view'> & {
  readonly words: NewerWordsModule | undefined;
  readonly shownRow: Row;
};

/** Says what is newer than the number of the tile and not on its curve (rule 13). */
function Newer({ newer = NOTHING_NEWER, view: { completeness, frame }, words, shownRow }: NewerProps) {
  if (newer.length === 0) return null;
  return words ? (
    <words.NewerLine
      timeZone={frame.timeZone}
      {...{ newer, shownRow }}
      oneRow={completeness === 'reading' ? 'reading' : 'read'}
      className={styles.newer}
    />
  ) : (
    <span className={styles.newer}>{NEWER_WITHOUT_WORDS}</span>
  );
}

type LastLineProps = Pick<TileProps, 'series' | 'view'> & { readonly facts: TileFacts };

/** Shows under the date the result before, or why nothing can be compared yet. */
function LastLine({ facts, series, view }: LastLineProps) {
  const { row, previous } = facts;
  const { completeness, frame } = view;
  if (completeness === 'incomplete')
    return <i className={`${tagStyles.incomplete} ${labelStyles.tag}`}>{tileTexts('incomplete')}</i>;
  if (completeness === 'complete' && previous) {
    const { values, row: earlier } = previous;
    return (
      <PreviousValue
        value={values.join('/')}
        unit={unitText(earlier, series)}
        words={wordsOfPrevious(facts)}
        timeText={previousTimeText(earlier, row, frame)}
      />
    );
  }
  const none = row.kind.status === 'preliminary' ? tileTexts('noFinalResultYet') : '';
  return (
    <span className={labelStyles.before}>
      {completeness === 'complete' ? none : tileTexts('newestSoFar')}
    </span>
  );
}

type TileProps = {
  readonly name: string;
  /** The qualifier distinguishes this series from another one of the same name. */
  readonly qualifier?: string | undefined;
  readonly series: Series;
  /**
   * A blood pressure has this side, too. The tile stands for the systolic side, and its second number is the
   * diastolic.
   */
  readonly diastolic?: Series | undefined;
  /** These results may be newer than the number of the tile and are not on its curve. */
  readonly newer?: readonly NewerResult[];
  /** The first chart has been drawn. */
  readonly mayLoadWords?: boolean;
  readonly view: TileView;
};

type LatestProps = Pick<TileProps, 'series' | 'diastolic'> & {
  readonly facts: TileFacts;
  readonly view: TileView;
};

/** Shows the number with its unit, or both numbers of a blood pressure, and how far it moved. */
function Latest({ facts: { row, sides, values, change }, series, diastolic, view }: LatestProps) {
  const { completeness, frame } = view;
  const [value = '', second] = values;
  return (
    <span className={labelStyles.latest}>
      <b>
        <TileValue text={value} />
        {diastolic && (
          <>
            /
            <span {...seriesAttributes(diastolic, sides[1], completeness, frame)}>
              <span {...accountAttributes(diastolic.account)} />
              {second}
            </span>
          </>
        )}
      </b>{' '}
      <span dir="auto">{unitText(row, series)}</span>
      {completeness === 'complete' && (
        <i className={labelStyles.change} data-tooltip={change}>
          {change}
        </i>
      )}
    </span>
  );
}

/** Says the tile. Nothing else is drawn anew when the words of the units arrive. */
const Spoken = ({ text }: { readonly text: (voice: UnitSpeech) => string }) => (
  <VisuallyHidden>{text(useUnitSpeech())}</VisuallyHidden>
);

/** The lines of a newer result and of a long range take their room from the curve, so that a tile keeps its height (rule 39). */
const drawingOf = ({ frame, lowFrames = [], completeness }: TileView, lineCount: number) => ({
  frame: lowFrames[lineCount - 1] ?? frame,
  canClaimLatest: completeness === 'complete',
});

/** Returns what stands above the curve, in the room that it has. */
function headOf(
  { name, qualifier = '', series, diastolic, view }: TileProps,
  facts: TileFacts,
  unit: string,
) {
  const results = resultCount(series, diastolic, view.frame.startMs, view.frame.endMs);
  const notes = rangeNotes(series, facts, unit, diastolic);
  const line = tileNameLine({
    names: diastolic || !series.shortName ? [name] : [series.name, series.shortName],
    qualifier,
    notes,
    count: tileTexts('count', { count: results.inside, shown: countText(results.inside) }),
    widthPx: view.nameWidthPx,
  });
  return { line, results, notes };
}

export const Tile = memo(function Tile(props: TileProps) {
  const { name, qualifier, series, diastolic, newer = NOTHING_NEWER, view, mayLoadWords = true } = props;
  const words = useNewerWords(mayLoadWords && newer.length > 0);
  const { frame, completeness, todayMs } = view;
  const facts = diastolic ? pairFacts(series, diastolic) : seriesFacts(series);
  if (!facts) return null;
  const { row, sides } = facts;
  const unspoken = newer.length > 0 ? NEWER_WITHOUT_WORDS : '';
  const unit = unitText(row, series);
  const tags = tileTags(facts);
  const timeText = tileDateText(row, frame, todayMs) + facts.missingSideText;
  const spoken = (voice: UnitSpeech): string =>
    spokenSummary(qualifier ? `${name}, ${qualifier},` : name, facts, {
      unit,
      voice,
      completeness,
      timeZone: frame.timeZone,
      newerText: words ? words.spokenNewer(newer, { timeZone: frame.timeZone, shownRow: row }) : unspoken,
    });
  const head = headOf(props, facts, unit);
  const drawing = drawingOf(view, [newer[0], head.line.ownLine].filter(Boolean).length);
  return (
    <a
      className={styles.tile}
      data-own-line={head.line.ownLine ? '' : undefined}
      href={seriesFragment(series.id)}
      {...seriesAttributes(series, sides[0], completeness, frame)}
    >
      <Spoken text={spoken} />
      <TileName {...{ qualifier, series }} {...head} plotWidthPx={frame.widthPx} />
      <span className={`${styles.plot} ${brushStyles.marked}`} data-plot="" aria-hidden="true">
        {diastolic ? (
          <PairSparkline systolic={series} diastolic={diastolic} {...drawing} />
        ) : (
          <Sparkline series={series} {...drawing} />
        )}
      </span>
      <span className={styles.flag} data-number="" aria-hidden="true">
        <FlagText kind={facts.flaggedRow.kind} />
      </span>
      <span className={styles.text} data-number="" aria-hidden="true">
        <Latest {...{ facts, series, diastolic, view }} />
        <span className={labelStyles.date}>
          <TileDate text={timeText} />
          {tags.map((tag) => (
            <i key={tag} className={`${tagStyles.solid} ${labelStyles.tag}`} data-tooltip={tag} dir="auto">
              {tag}
            </i>
          ))}
          <PreliminaryTag shownRow={row} />
        </span>
        <LastLine {...{ facts, series, view }} />
      </span>
      <VisualOnly>
        <Newer {...{ newer, view, words }} shownRow={row} />
      </VisualOnly>
    </a>
  );
});

type WaitingTileProps = { readonly name: string; readonly frame: Frame; readonly text: string };

/** Draws the frame of an analyte with its real title before the first result is there. */
export const WaitingTile = memo(function WaitingTile({ name, frame, text }: WaitingTileProps) {
  return (
    <div className={styles.tile}>
      <span className={styles.name}>
        <span className={labelStyles.title}>
          <b>{name}</b>
        </span>
      </span>
      <span className={`${styles.plot} ${brushStyles.marked}`}>
        <svg width={frame.widthPx} height={frame.heightPx} aria-hidden="true">
          <path className={styles.rest} d={`${frame.grid}M4 ${frame.heightPx / 2}H${frame.widthPx - 6}`} />
        </svg>
      </span>
      <span className={styles.text}>
        <span className={labelStyles.latest}>{text === 'loading' && <span className={styles.bar} />}</span>
        <span className={labelStyles.reason}>{text}</span>
      </span>
    </div>
  );
});
