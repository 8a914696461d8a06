import { FlagText } from '../../charts/marks/FlagText.tsx';
import { unitText } from '../../charts/format/valueText.ts';
import { spokenComparator, spokenUnit } from '../../charts/format/spokenUnit.ts';
import { GrowingList } from '../../parts/recordStatus/MoreRows.tsx';
import { accountAttributes } from '../../parts/recordStatus/accountAttributes.ts';
import { conversionText, pairFacts, seriesFacts, type TileFacts } from '../../parts/results/tileFacts.ts';
import { NewerLine } from '../../parts/results/newer/NewerLine.tsx';
import { spokenNewer } from '../../parts/results/newer/newerText.ts';
import { PreliminaryTag, seriesAttributes } from '../../parts/results/Tile.tsx';
import type { TileView } from '../../parts/results/tileView.ts';
import { countText } from '../../charts/format/numberText.ts';
import type { TileEntry, BriefGroup } from '../../parts/results/tileLayout.ts';
import {
  attachedTags,
  checkText,
  correctedText,
  rangeNotes,
  spokenSummary,
  tileDateText,
} from '../../parts/results/tileText.ts';
import { seriesFragment } from '../../parts/navigation/urlFragment.ts';
import tagStyles from '../../ui/Tag.module.css';
import { ScreenReaderLabel } from '../../ui/ScreenReaderLabel.tsx';
import styles from './ResultsWithoutChart.module.css';
import { lazySectionsTexts } from './lazySections.messages.ts';

/** Says how many results of a group stand as lines, and why. */
export const fewResultsText = (count: number): string =>
  lazySectionsTexts('fewResults', { count, shown: countText(count) });

type ResultGroupHeadingProps = { readonly heading: string; readonly note: string };

/** Draws the name of a clinical group, with a note on the lines below it. */
export const ResultGroupHeading = ({ heading, note }: ResultGroupHeadingProps) => (
  <h2 className={styles.heading}>
    {heading} <small>{note}</small>
  </h2>
);

type BriefRowProps = {
  readonly entry: TileEntry;
  readonly view: TileView;
  readonly qualifiers: ReadonlyMap<string, string>;
};

type BriefNumberProps = {
  readonly entry: Exclude<TileEntry, { kind: 'waiting' }>;
  readonly view: TileView;
  readonly facts: TileFacts;
  readonly tags: readonly (string | false)[];
};

/** Shows the number with its unit and how far it moved, or both numbers of a blood pressure, and the tags. */
function BriefNumber({ entry, view: { frame, completeness }, facts, tags }: BriefNumberProps) {
  const { row, sides, values, change } = facts;
  const diastolic = entry.kind === 'pair' ? entry.diastolic : undefined;
  const unit = unitText(row, entry.series);
  return (
    <span
      className={styles.number}
      data-tooltip={[
        values.join('/'),
        unit,
        change,
        ...tags,
        row.kind.status === 'preliminary' && row.kind.status,
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <span className={styles.whole}>
        <b>{values[0]}</b>
        {diastolic && (
          <b {...seriesAttributes(diastolic, sides[1], completeness, frame)}>
            <span {...accountAttributes(diastolic.account)} />/{values[1]}
          </b>
        )}{' '}
        <bdi>{unit}</bdi>
      </span>
      {completeness === 'complete' && change && <b className={styles.change}> {change}</b>}
      {tags.map((tag) => (
        <i key={String(tag)} className={`${tagStyles.solid} ${styles.tag}`} dir="auto">
          {tag}
        </i>
      ))}
      <PreliminaryTag shownRow={row} />
    </span>
  );
}

/** Shows the newest value of a series as a line of text that links to the screen of the result. */
const VOICE = { spokenUnit, spokenComparator };

export function BriefRow({ entry, view, qualifiers }: BriefRowProps) {
  if (entry.kind === 'waiting') return null;
  const { name, series, newer } = entry;
  const qualifier = qualifiers.get(entry.id);
  const diastolic = entry.kind === 'pair' ? entry.diastolic : undefined;
  const { frame, completeness, todayMs } = view;
  const facts = diastolic ? pairFacts(series, diastolic) : seriesFacts(series);
  if (!facts) return null;
  const { row, sides, flaggedRow } = facts;
  const unit = unitText(row, series);
  const tags = [
    ...attachedTags(sides),
    checkText(sides),
    conversionText(row),
    correctedText(sides),
    facts.concurrentText,
    completeness === 'incomplete' && completeness,
  ].filter(Boolean);
  const label = qualifier ? `${name}, ${qualifier},` : name;
  const { timeZone } = frame;
  const newerText = spokenNewer(newer, { timeZone, shownRow: row });
  const newestDateText = tileDateText(row, frame, todayMs) + facts.missingSideText;
  const range = rangeNotes(series, facts, unit, diastolic).all;
  return (
    <li>
      <a
        className={styles.brief}
        href={seriesFragment(series.id)}
        {...seriesAttributes(series, sides[0], completeness, frame)}
      >
        <ScreenReaderLabel
          text={spokenSummary(label, facts, { unit, voice: VOICE, completeness, timeZone, newerText })}
        >
          <span className={styles.title} data-tooltip={[label, range].filter(Boolean).join(' ')} dir="auto">
            {name}
            {qualifier && <span className={styles.qualifier}> {qualifier}</span>}{' '}
            <span className={styles.range}>{range}</span>
          </span>
          <span className={styles.flag} data-number="">
            <FlagText kind={flaggedRow.kind} />
          </span>
          <BriefNumber {...{ entry, view, facts, tags }} />
          <span className={styles.date} data-tooltip={newestDateText} {...accountAttributes(series.account)}>
            {newestDateText}
          </span>
          <NewerLine {...{ newer, timeZone }} shownRow={row} className={styles.newer} />
        </ScreenReaderLabel>
      </a>
    </li>
  );
}

type BriefResultsProps = {
  readonly groups: readonly BriefGroup[];
  readonly view: TileView;
  readonly qualifiers: ReadonlyMap<string, string>;
};

/** Lists the results that have too few points in this window for a curve. A line is enough for them, so nothing is lost. */
export const BriefResults = ({ groups, view, qualifiers }: BriefResultsProps) =>
  groups.map(({ heading, entries, isUnderItsTiles }) => (
    <section
      key={heading}
      aria-label={lazySectionsTexts('groupWithNote', {
        group: heading,
        note: fewResultsText(entries.length),
      })}
    >
      {!isUnderItsTiles && <ResultGroupHeading heading={heading} note={fewResultsText(entries.length)} />}
      <GrowingList all={entries}>
        {(entry) => <BriefRow key={entry.id} {...{ entry, view, qualifiers }} />}
      </GrowingList>
    </section>
  ));
