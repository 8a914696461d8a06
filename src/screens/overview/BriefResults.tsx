import { FlagText } from '../../charts/marks/FlagText.tsx';
import { unitText } from '../../charts/format/format.ts';
import { accountData } from '../../parts/recordStatus/accountData.ts';
import { pairFacts, seriesFacts } from '../../parts/results/tileFacts.ts';
import { PreliminaryTag, seriesData } from '../../parts/results/Tile.tsx';
import type { TileView } from '../../parts/results/tileView.ts';
import { groupHeadingText, ResultGroupHeading } from './ResultGroupHeading.tsx';
import type { TileEntry, TileLines } from '../../parts/results/tileLayout.ts';
import { conversionText, correctedText, spokenSummary, tileDateText } from '../../parts/results/tileText.ts';
import { fragmentFor } from '../../parts/navigation/urlFragment.ts';
import tagStyles from '../../ui/Tag.module.css';
import styles from './ResultsWithoutChart.module.css';

type BriefRowProps = {
  readonly entry: TileEntry;
  readonly view: TileView;
  readonly apart: ReadonlyMap<string, string>;
};

/** The last value of a series as a line of text; it leads to all of them. */
export function BriefRow({ entry, view, apart: told }: BriefRowProps) {
  if (entry.kind === 'waiting') return null;
  const { name, series } = entry;
  const apart = told.get(entry.id);
  const diastolic = entry.kind === 'pair' ? entry.diastolic : undefined;
  const { frame, claims, todayMs } = view;
  const facts = diastolic ? pairFacts(series, diastolic) : seriesFacts(series);
  if (!facts) return null;
  const { row, sides, values, flagged } = facts;
  const unit = unitText(row, series);
  const tags = [
    conversionText(row),
    correctedText(sides),
    facts.newer,
    claims === 'incomplete' && claims,
  ].filter(Boolean);
  const label = apart ? `${name}, ${apart},` : name;
  const when = tileDateText(row, frame, todayMs) + facts.missing;
  return (
    <li>
      <a
        className={styles.brief}
        href={fragmentFor(series.id)}
        aria-label={spokenSummary(label, facts, unit, claims, frame.timeZone)}
        {...seriesData(series, sides[0], claims, frame)}
      >
        <span className={styles.title} title={label} dir="auto">
          {name}
          {apart && <span className={styles.apart}> {apart}</span>}
        </span>
        <span className={styles.number}>
          <b>{values[0]}</b>
          {diastolic && (
            <b {...seriesData(diastolic, sides[1], claims, frame)}>
              <span {...accountData(diastolic.account)} />/{values[1]}
            </b>
          )}{' '}
          <bdi>{unit}</bdi> <FlagText kind={flagged.kind} />
          {tags.map((tag) => (
            <i key={String(tag)} className={`${tagStyles.solid} ${styles.tag}`} dir="auto">
              {tag}
            </i>
          ))}
          <PreliminaryTag series={series} shown={row} />
        </span>
        <span className={styles.date} title={when} {...accountData(series.account)}>
          {when}
        </span>
      </a>
    </li>
  );
}

type BriefResultsProps = {
  readonly groups: readonly TileLines[];
  readonly view: TileView;
  readonly apart: ReadonlyMap<string, string>;
};

/** What has too few results in this window for a curve: nothing of it is lost, it only needs no more than a line. */
export const BriefResults = ({ groups, view, apart }: BriefResultsProps) =>
  groups.map(({ heading, entries, isUnderOwn }) => (
    <section key={heading} aria-label={`${heading}, ${groupHeadingText(entries.length)}`}>
      {!isUnderOwn && <ResultGroupHeading heading={heading} words={groupHeadingText(entries.length)} />}
      <ul>
        {entries.map((entry) => (
          <BriefRow key={entry.id} {...{ entry, view, apart }} />
        ))}
      </ul>
    </section>
  ));
