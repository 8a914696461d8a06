import { memo, useRef, type ComponentProps } from 'react';
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
import { ListColumns, type ListSection } from './lists/ListColumns.tsx';
import { useFocusFollowsResult } from './lists/useFocusFollowsResult.ts';
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
  /** So many curves stand beside each other, and so many lists. */
  readonly columns: number;
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

type FurtherResultsProps = {
  readonly lists: ResultListsProps;
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
const groupSections = ({ view, qualifiers, brief, calculated }: GroupListsProps): readonly ListSection[] =>
  furtherGroups(brief, calculated).map((group) => ({
    key: group.heading,
    lineCount: group.lines.length,
    content: (
      <>
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
      </>
    ),
  }));

type BriefSectionProps = Pick<ResultListsProps, 'view' | 'qualifiers'> & {
  readonly entries: readonly TileEntry[];
  readonly heading: string;
  readonly note: string;
};

/** Lists these results under one heading, if there are any. */
function briefSection({
  entries,
  heading,
  note,
  view,
  qualifiers,
}: BriefSectionProps): readonly ListSection[] {
  if (entries.length === 0) return [];
  const content = (
    <>
      <ResultGroupHeading {...{ heading, note }} />
      <GrowingList all={entries}>
        {(entry) => <BriefRow key={entry.id} {...{ entry, view, qualifiers }} />}
      </GrowingList>
    </>
  );
  return [{ key: heading, lineCount: entries.length, content }];
}

type OutsideProps = Pick<ResultListsProps, 'view' | 'qualifiers' | 'outside'>;

/** Lists what has no point in the window. */
const outsideSection = ({ view, qualifiers, outside }: OutsideProps): readonly ListSection[] =>
  briefSection({
    view,
    qualifiers,
    entries: outside,
    heading: lazySectionsTexts('otherTimes'),
    note: lazySectionsTexts('outsideWindow', { count: countText(outside.length) }),
  });

/** Lists the results that cannot be drawn, and names what the record does not hold. */
const withoutChartSection = (props: ComponentProps<typeof ResultsWithoutChart>): readonly ListSection[] =>
  props.listed.length === 0 && props.absentNames.length === 0
    ? []
    : [
        {
          key: 'without a chart',
          lineCount: Math.max(props.listed.length, 1),
          content: <ResultsWithoutChart {...props} />,
        },
      ];

type VisitRestProps = OutsideProps &
  Pick<ResultListsProps, 'columns' | 'absentNames'> &
  Pick<GroupListsProps, 'calculated'> & { readonly elsewhere: readonly SeriesEntry[] };

/** Folds the tests that have no result in a visit, with their number. */
function VisitRest(props: VisitRestProps) {
  const { view, qualifiers, outside, elsewhere, absentNames, calculated, columns } = props;
  const { isStay } = useViewWindow();
  const key = isStay ? 'withoutResultInStay' : 'withoutResultInVisit';
  const count = outside.length + elsewhere.length;
  if (count === 0) return null;
  const sections = [
    ...groupSections({ brief: [], view, qualifiers, calculated }),
    ...outsideSection({ view, qualifiers, outside }),
    ...withoutChartSection({ listed: elsewhere, absentNames, qualifiers }),
  ];
  return (
    <details className={styles.folded}>
      <summary>{lazySectionsTexts(key, { count, shown: countText(count) })}</summary>
      <ListColumns {...{ sections, columns }} />
    </details>
  );
}

type CalculatedProps = { readonly calculated: readonly CalculatedResult[] };

const ResultLists = ({
  view,
  columns,
  qualifiers,
  brief,
  undrawn,
  outside,
  listed,
  absentNames,
  isVisit,
  calculated,
}: ResultListsProps & CalculatedProps) => {
  const ofVisit = calculatedByVisit(calculated, view.frame);
  const { here, elsewhere } = listedByVisit(listed, view.frame);
  const sections = [
    ...groupSections({ brief, calculated: isVisit ? ofVisit.shown : calculated, view, qualifiers }),
    ...briefSection({
      view,
      qualifiers,
      entries: undrawn,
      heading: lazySectionsTexts('furtherCurves'),
      note: lazySectionsTexts('notDrawnAtOnce', { count: countText(undrawn.length) }),
    }),
    ...(isVisit
      ? withoutChartSection({ listed: here, absentNames: [], qualifiers })
      : [
          ...outsideSection({ view, qualifiers, outside }),
          ...withoutChartSection({ listed, absentNames, qualifiers }),
        ]),
  ];
  return (
    <>
      <ListColumns {...{ sections, columns }} />
      {isVisit && (
        <VisitRest
          {...{ view, columns, qualifiers, outside, elsewhere, absentNames }}
          calculated={ofVisit.elsewhere}
        />
      )}
    </>
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
export function FurtherResults({ reported, query, lists }: FurtherResultsProps) {
  const { view } = lists;
  const { found: calculated, pinned, notCalculated, calcium } = useCalculated(reported, query);
  const { complete } = reported;
  const section = useRef<HTMLElement>(null);
  useFocusFollowsResult(section);
  return (
    <section
      ref={section}
      className={styles.further}
      aria-label={lazySectionsTexts('furtherResults')}
      data-tiles=""
    >
      {pinned.length > 0 && (
        <div className={styles.tiles}>
          {pinned.map(({ rule, series }) => (
            <CalculatedTile key={rule.id} {...{ rule, series }} frame={view.frame} todayMs={view.todayMs} />
          ))}
        </div>
      )}
      <ResultLists {...lists} calculated={calculated} />
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
