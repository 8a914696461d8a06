import { useMemo, type ReactNode } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { useMonitor } from '../../parts/monitor/useMonitor.ts';
import { useRecord, useSite, useTodayMs } from '../../parts/openRecord/openRecordContexts.ts';
import { completenessOf } from '../../parts/recordStatus/recordCompleteness.ts';
import { absenceText } from '../../parts/recordStatus/recordStatusText.ts';
import { nameQualifiers } from '../../parts/results/nameQualifiers.ts';
import { readPins } from '../../parts/results/pins.ts';
import type { BriefGroup, TileBlock } from '../../parts/results/tileLayout.ts';
import type { TileView } from '../../parts/results/tileView.ts';
import type { Layout } from '../../parts/results/useLayout.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import type { Series } from '../../clinical/series/series.ts';
import { latePart } from '../../ui/loading/lazyScreen.ts';
import { ResultColumn, useCanLoadLateParts, type ResultColumnProps } from './ResultColumn.tsx';
import { layoutResults, searchedEntriesOf } from './resultsLayout.ts';
import { useOverviewSearch } from './useOverviewSearch.tsx';
import styles from './Results.module.css';
import { Late } from '../../ui/loading/Late.tsx';

// None of these parts is a curve, so they may come after the first chart.
const BriefResults = latePart(
  async () => (await import('./BriefResults.tsx')).BriefResults,
  () => <p>Further results could not be loaded. Reload the page to try again.</p>,
);
const FurtherResults = latePart(
  async () => (await import('./FurtherResults.tsx')).FurtherResults,
  () => <p>Further results could not be loaded. Reload the page to try again.</p>,
);

const NO_SERIES: readonly Series[] = [];

/** The approximate widths of the count beside a name and of one letter, at a text size of 16 px. */
const COUNT_PX = 36;
const LETTER_PX = 6.2;

function useTileView(frame: Frame, layout: Layout): TileView {
  const completeness = completenessOf(useRecord().record);
  const todayMs = useTodayMs();
  const maxNameLength = Math.floor((layout.plotWidthPx / layout.scale - COUNT_PX) / LETTER_PX);
  return useMemo(
    () => ({ frame, completeness, todayMs, maxNameLength }),
    [frame, completeness, todayMs, maxNameLength],
  );
}

type CurveColumnsProps = {
  readonly columns: readonly (readonly TileBlock[])[];
  /** The lines at the end of each column. */
  readonly briefGroups: readonly (readonly BriefGroup[])[];
  /** Says in the last column how many results stand further down. */
  readonly moreText: string;
  readonly shared: Pick<ResultColumnProps, 'view' | 'absenceText' | 'qualifiers' | 'layout'>;
};

function CurveColumns({ columns, briefGroups, moreText, shared }: CurveColumnsProps) {
  const canLoadLateParts = useCanLoadLateParts();
  const { view, qualifiers } = shared;
  return (
    <div className={styles.columns}>
      {columns.map((blocks, i) => (
        <ResultColumn key={i} {...shared} blocks={blocks} moreText={i === columns.length - 1 ? moreText : ''}>
          <Late>
            {canLoadLateParts && (
              <BriefResults groups={briefGroups[i] ?? []} view={view} qualifiers={qualifiers} />
            )}
          </Late>
        </ResultColumn>
      ))}
    </div>
  );
}

type ResultsProps = {
  readonly query: string;
  /** The query for which Enter was pressed; '' once its first match has been opened. */
  readonly enteredQuery: string;
  readonly onEnteredQuery: (query: string) => void;
  readonly layout: Layout;
  readonly frame: Frame;
  /** The section between the curves and the further results. */
  readonly children?: ReactNode;
};

/** Shows the curves in columns, what the search did, and the results without a curve as lines. */
export function Results(props: ResultsProps) {
  const { query, enteredQuery, onEnteredQuery, layout, frame, children } = props;
  const { record, reported } = useRecord();
  const viewWindow = useViewWindow();
  const canLoadLateParts = useCanLoadLateParts();
  const { id: siteId, label: siteLabel } = useSite();
  const pins = useMemo(() => readPins(siteId), [siteId]);
  const search = useOverviewSearch(query !== '');
  const monitor = useMonitor(record);
  const view = useTileView(frame, layout);
  const searched = searchedEntriesOf(record, pins, query, search);
  const { entries, explanation, listed, absentNames, hiddenCount } = searched;
  const listedCount = listed.length;
  const placed = layoutResults(entries, { record, listedCount, query, layout, frame, pins, monitor });
  const { monitorParts, columns, inColumns, undrawn, below, outside, moreText } = placed;
  const qualifiers = nameQualifiers(record?.series ?? NO_SERIES);
  const shared = { view, absenceText: absenceText(record, siteLabel), qualifiers, layout };
  return (
    <>
      {query && search && (
        <search.SearchResults
          {...{ query, enteredQuery, onEnteredQuery, explanation, hiddenCount }}
          className={styles.searchResults}
          matches={[...entries, ...listed]}
        />
      )}
      {monitorParts && monitor && record && (
        <monitor.MonitorSection
          strips={monitorParts.strips}
          sideBlocks={monitorParts.sideBlocks}
          {...{ record, qualifiers, frame, layout }}
          view={canLoadLateParts ? viewWindow : undefined}
        >
          <ResultColumn blocks={monitorParts.sideBlocks} {...shared} moreText="" />
        </monitor.MonitorSection>
      )}
      <CurveColumns columns={columns} briefGroups={inColumns} moreText={moreText} shared={shared} />
      {!monitorParts && children}
      {canLoadLateParts && reported && (
        <Late>
          <FurtherResults
            brief={below}
            {...{ reported, query, view, qualifiers, undrawn, outside, listed, absentNames }}
          />
        </Late>
      )}
    </>
  );
}
