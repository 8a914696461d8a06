import type { TileEntry } from '../../parts/results/tileLayout.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { BriefRow } from './BriefResults.tsx';
import { CalculatedRow } from './CalculatedRow.tsx';
import { CalculatedTile } from './CalculatedTile.tsx';
import { absentInputText, notYetCalculatedText } from '../../parts/results/calculatedText.ts';
import {
  furtherGroups,
  type CalculatedResult,
  type FurtherGroup,
} from '../../parts/results/furtherGroups.ts';
import { groupHeadingText, ResultGroupHeading } from './ResultGroupHeading.tsx';
import { ResultsWithoutChart } from './ResultsWithoutChart.tsx';
import type { TileView } from '../../parts/results/tileView.ts';
import { useCalculated } from '../../parts/results/useCalculated.ts';
import type { Series } from '../../clinical/series/series.ts';
import listStyles from './ResultsWithoutChart.module.css';
import styles from './FurtherResults.module.css';
import { countText } from '../../charts/format/format.ts';

type FurtherResultsProps = {
  /** In the units as reported: what is calculated is calculated from it. */
  readonly reported: RecordSnapshot;
  readonly query: string;
  readonly view: TileView;
  readonly qualifiers: ReadonlyMap<string, string>;
  /** With few results in the window, and with none. */
  readonly brief: readonly TileEntry[];
  readonly outside: readonly TileEntry[];
  readonly listed: readonly Series[];
  readonly absent: readonly string[];
};

function groupWords({ lines }: FurtherGroup): string {
  const calculated = lines.filter(({ kind }) => kind === 'calculated').length;
  const few = lines.length - calculated;
  return [few > 0 && groupHeadingText(few), calculated > 0 && `${countText(calculated)} calculated`]
    .filter(Boolean)
    .join(', ');
}

type ListsProps = Pick<
  FurtherResultsProps,
  'view' | 'qualifiers' | 'brief' | 'outside' | 'listed' | 'absent'
> & {
  readonly calculated: readonly CalculatedResult[];
};

const Lists = ({ view, qualifiers, brief, outside, listed, absent, calculated }: ListsProps) => (
  <div className={styles.lists}>
    {furtherGroups(brief, calculated).map((group) => (
      <section key={group.heading} className={styles.group}>
        <ResultGroupHeading heading={group.heading} words={groupWords(group)} />
        <ul>
          {group.lines.map((line) =>
            line.kind === 'brief' ? (
              <BriefRow key={line.entry.id} entry={line.entry} {...{ view, qualifiers }} />
            ) : (
              <CalculatedRow key={line.rule.id} rule={line.rule} series={line.series} view={view} />
            ),
          )}
        </ul>
      </section>
    ))}
    {outside.length > 0 && (
      <section>
        <ResultGroupHeading
          heading="Other times"
          words={`${countText(outside.length)} with nothing drawn from this window`}
        />
        <ul>
          {outside.map((entry) => (
            <BriefRow key={entry.id} {...{ entry, view, qualifiers }} />
          ))}
        </ul>
      </section>
    )}
    <ResultsWithoutChart series={listed} absent={absent} qualifiers={qualifiers} />
  </div>
);

/**
 * Under the events, in clinical order: what has few results in the window and found no room beside the curves, and by simple
 * arithmetic what is calculated from the results of a group (rule 25), marked as such. Then what is older, and what is no number.
 */
export function FurtherResults(props: FurtherResultsProps) {
  const { reported, query, view } = props;
  const { found, pinned, notCalculated, calcium } = useCalculated(reported, query);
  const { complete } = reported;
  return (
    <section className={styles.further} aria-label="Further results">
      {pinned.length > 0 && (
        <div className={styles.tiles}>
          {pinned.map(({ rule, series }) => (
            <CalculatedTile key={rule.id} {...{ rule, series }} frame={view.frame} todayMs={view.todayMs} />
          ))}
        </div>
      )}
      <Lists {...props} calculated={found} />
      {reported.ended && !complete && <p className={listStyles.absent}>{notYetCalculatedText(reported)}</p>}
      {notCalculated.length > 0 && (
        <p className={listStyles.absent}>
          Not calculated. {notCalculated.map((one) => `${absentInputText(one)}.`).join(' ')}
        </p>
      )}
      {complete && query === '' && (
        <label className={listStyles.choice}>
          <input
            type="checkbox"
            checked={calcium.isOn}
            onChange={({ target }) => calcium.set(target.checked)}
          />
          Show calcium corrected for albumin. The formula is contested: calcium + 0.8 × (4.0 − albumin).
        </label>
      )}
    </section>
  );
}
