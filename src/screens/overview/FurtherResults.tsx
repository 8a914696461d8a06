import { memo } from 'react';
import type { SeriesEntry, TileEntry } from '../../parts/results/tileLayout.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { GrowingList } from '../../parts/recordStatus/MoreRows.tsx';
import { BriefRow, fewResultsText, ResultGroupHeading } from './BriefResults.tsx';
import { CalculatedBriefRow } from './CalculatedBriefRow.tsx';
import { CalculatedTile } from './CalculatedTile.tsx';
import { absentInputText, notYetCalculatedText } from '../../parts/results/calculatedText.ts';
import {
  furtherGroups,
  type CalculatedResult,
  type FurtherGroup,
} from '../../parts/results/furtherGroups.ts';
import { listSectionClass } from './listSection.ts';
import { ResultsWithoutChart } from './ResultsWithoutChart.tsx';
import type { TileView } from '../../parts/results/tileView.ts';
import { calculatedByVisit, listedByVisit } from '../../parts/results/visit/listedByVisit.ts';
import { useCalculated } from '../../parts/results/useCalculated.ts';
import listStyles from './ResultsWithoutChart.module.css';
import styles from './FurtherResults.module.css';
import { countText } from '../../charts/format/numberText.ts';
import { lazySectionsTexts } from './lazySections.messages.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';

type ResultListsProps = {
  readonly view: TileView;
  readonly qualifiers: ReadonlyMap<string, string>;
  /** These are the results that have few points in the window and no room beside the curves. */
  readonly brief: readonly TileEntry[];
  /** These are the results whose curves are more than are drawn at once. */
  readonly undrawn: readonly TileEntry[];
  /** These are the results that have no point in the window. */
  readonly outside: readonly TileEntry[];
  /** These are the series of which no row can be drawn. */
  readonly listed: readonly SeriesEntry[];
  /** These are the names of analytes that a complete record does not hold. */
  readonly absentNames: readonly string[];
  /** The window is that of a visit, or of a stay of hours: what has no result in it is folded. */
  readonly isVisit: boolean;
};

type FurtherResultsProps = ResultListsProps & {
  readonly query: string;
  /** This is the record in its reported units, from which values are calculated. */
  readonly reported: RecordSnapshot;
};

function groupCountText({ lines }: FurtherGroup): string {
  const calculated = lines.filter(({ kind }) => kind === 'calculated').length;
  const brief = lines.length - calculated;
  return [
    brief > 0 && fewResultsText(brief),
    calculated > 0 && lazySectionsTexts('calculatedCount', { count: countText(calculated) }),
  ]
    .filter(Boolean)
    .join(', ');
}

type GroupListsProps = Pick<ResultListsProps, 'view' | 'qualifiers' | 'brief'> & {
  readonly calculated: readonly CalculatedResult[];
};

/** Lists results and what is calculated from them, by group. */
const GroupLists = ({ view, qualifiers, brief, calculated }: GroupListsProps) =>
  furtherGroups(brief, calculated).map((group) => (
    <section key={group.heading} className={listSectionClass(group.lines.length)}>
      <ResultGroupHeading heading={group.heading} note={groupCountText(group)} />
      <GrowingList all={group.lines}>
        {(line) =>
          line.kind === 'brief' ? (
            <BriefRow key={line.entry.id} entry={line.entry} {...{ view, qualifiers }} />
          ) : (
            <CalculatedBriefRow key={line.rule.id} rule={line.rule} series={line.series} view={view} />
          )
        }
      </GrowingList>
    </section>
  ));

type OutsideProps = Pick<ResultListsProps, 'view' | 'qualifiers' | 'outside'>;

/** Lists what has no point in the window. */
const OutsideResults = ({ view, qualifiers, outside }: OutsideProps) =>
  outside.length > 0 && (
    <section className={listSectionClass(outside.length)}>
      <ResultGroupHeading
        heading={lazySectionsTexts('otherTimes')}
        note={lazySectionsTexts('outsideWindow', { count: countText(outside.length) })}
      />
      <GrowingList all={outside}>
        {(entry) => <BriefRow key={entry.id} {...{ entry, view, qualifiers }} />}
      </GrowingList>
    </section>
  );

type VisitRestProps = OutsideProps &
  Pick<ResultListsProps, 'listed' | 'absentNames'> &
  Pick<GroupListsProps, 'calculated'>;

/** Shows what a visit has without a chart, and folds the tests that have no result in it, with their number. */
function VisitRest({ view, qualifiers, outside, listed, absentNames, calculated }: VisitRestProps) {
  const { isStay } = useViewWindow();
  const { here, elsewhere } = listedByVisit(listed, view.frame);
  const key = isStay ? 'withoutResultInStay' : 'withoutResultInVisit';
  const count = outside.length + elsewhere.length;
  return (
    <>
      <ResultsWithoutChart listed={here} absentNames={[]} qualifiers={qualifiers} />
      {count > 0 && (
        <details className={styles.folded}>
          <summary>{lazySectionsTexts(key, { count, shown: countText(count) })}</summary>
          <GroupLists brief={[]} {...{ view, qualifiers, calculated }} />
          <OutsideResults {...{ view, qualifiers, outside }} />
          <ResultsWithoutChart listed={elsewhere} {...{ absentNames, qualifiers }} />
        </details>
      )}
    </>
  );
}

const ResultLists = ({
  view,
  qualifiers,
  brief,
  undrawn,
  outside,
  listed,
  absentNames,
  isVisit,
  calculated,
}: ResultListsProps & { readonly calculated: readonly CalculatedResult[] }) => {
  const { shown, elsewhere } = calculatedByVisit(calculated, view.frame);
  return (
    <div className={styles.lists}>
      <GroupLists brief={brief} calculated={isVisit ? shown : calculated} {...{ view, qualifiers }} />
      {undrawn.length > 0 && (
        <section className={listSectionClass(undrawn.length)}>
          <ResultGroupHeading
            heading={lazySectionsTexts('furtherCurves')}
            note={lazySectionsTexts('notDrawnAtOnce', { count: countText(undrawn.length) })}
          />
          <GrowingList all={undrawn}>
            {(entry) => <BriefRow key={entry.id} {...{ entry, view, qualifiers }} />}
          </GrowingList>
        </section>
      )}
      {isVisit ? (
        <VisitRest {...{ view, qualifiers, outside, listed, absentNames }} calculated={elsewhere} />
      ) : (
        <>
          <OutsideResults {...{ view, qualifiers, outside }} />
          <ResultsWithoutChart {...{ listed, absentNames, qualifiers }} />
        </>
      )}
    </div>
  );
};

type CorrectedCalciumProps = ReturnType<typeof useCalculated>['calcium'];

/** A record that is drawn a second time does not draw it again, since React sets every attribute of a field each time. */
const CorrectedCalcium = memo(({ isOn, set }: CorrectedCalciumProps) => (
  <label className={listStyles.choice} data-tooltip={lazySectionsTexts('contestedCalcium')}>
    <input type="checkbox" checked={isOn} onChange={({ target }) => set(target.checked)} />
    {lazySectionsTexts('showCorrectedCalcium')}
  </label>
));

/**
 * Lists under the events, in clinical order, the results that have no room beside the curves, each group with the values that are
 * calculated from it (rule 25). The results of other times and those that are no number follow.
 */
export function FurtherResults(props: FurtherResultsProps) {
  const { reported, query, view, qualifiers, brief, undrawn, outside, listed, absentNames, isVisit } = props;
  const { found: calculated, pinned, notCalculated, calcium } = useCalculated(reported, query);
  const { complete } = reported;
  return (
    <section className={styles.further} aria-label={lazySectionsTexts('furtherResults')} data-tiles="">
      {pinned.length > 0 && (
        <div className={styles.tiles}>
          {pinned.map(({ rule, series }) => (
            <CalculatedTile key={rule.id} {...{ rule, series }} frame={view.frame} todayMs={view.todayMs} />
          ))}
        </div>
      )}
      <ResultLists
        {...{ view, qualifiers, brief, undrawn, outside, listed, absentNames, isVisit, calculated }}
      />
      {reported.ended && !complete && <p className={listStyles.absent}>{notYetCalculatedText(reported)}</p>}
      <div className={styles.calculation}>
        {notCalculated.length > 0 && (
          <details>
            <summary>
              {lazySectionsTexts('notCalculatedCount', {
                count: notCalculated.length,
                shown: countText(notCalculated.length),
              })}
            </summary>
            <p className={listStyles.absent}>
              {lazySectionsTexts('notCalculated', {
                reasons: notCalculated
                  .map((derived) => lazySectionsTexts('reason', { reason: absentInputText(derived) }))
                  .join(' '),
              })}
            </p>
          </details>
        )}
        {complete && query === '' && <CorrectedCalcium {...calcium} />}
      </div>
    </section>
  );
}
