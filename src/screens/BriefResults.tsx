import { FlagText } from '../charts/FlagText.tsx';
import { unitText } from '../charts/format.ts';
import type { Series } from '../clinical/series.ts';
import { accountData } from './accountData.ts';
import { pairFacts, seriesFacts } from './tileFacts.ts';
import { seriesData, type TileView } from './Tile.tsx';
import type { Entry } from './tileColumns.ts';
import { spokenSummary, whenText } from './tileWords.ts';
import { fragmentFor } from './viewState.ts';
import styles from './NotOnCurve.module.css';

type BriefRowProps = {
  readonly name: string;
  readonly apart: string | undefined;
  readonly series: Series;
  readonly diastolic: Series | undefined;
  readonly view: TileView;
};

/** The last value of a series as a line of text; it leads to all of them. */
function BriefRow({ name, apart, series, diastolic, view }: BriefRowProps) {
  const { frame, claims, todayMs } = view;
  const facts = diastolic ? pairFacts(series, diastolic) : seriesFacts(series);
  if (!facts) return null;
  const { row, sides, values, flagged } = facts;
  const unit = unitText(row, series);
  const label = apart ? `${name}, ${apart},` : name;
  const when = whenText(row, frame, todayMs) + facts.missing;
  return (
    <li>
      <a
        className={styles.row}
        href={fragmentFor(series.id)}
        aria-label={spokenSummary(label, facts, unit, claims, frame.timeZone)}
        {...seriesData(series, sides[0], claims, frame)}
      >
        <span className={styles.name} title={label} dir="auto">
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
        </span>
        <span className={styles.date} title={when} {...accountData(series.account)}>
          {when}
        </span>
      </a>
    </li>
  );
}

type BriefResultsProps = {
  readonly entries: readonly Entry[];
  readonly view: TileView;
  readonly apart: ReadonlyMap<string, string>;
};

/** What has no curve in this window: nothing of it is lost, it only needs no more than a line. */
export function BriefResults({ entries, view, apart }: BriefResultsProps) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>Few results in this window</h2>
      <ul>
        {entries.map((entry) =>
          entry.kind === 'waiting' ? null : (
            <BriefRow
              key={entry.id}
              name={entry.name}
              apart={apart.get(entry.id)}
              series={entry.series}
              diastolic={entry.kind === 'pair' ? entry.diastolic : undefined}
              view={view}
            />
          ),
        )}
      </ul>
    </section>
  );
}
