import { Fragment, useMemo, useState, type ReactNode } from 'react';
import { frameOf, type Frame } from '../../charts/axis/frame.ts';
import { useMonitor } from '../../parts/monitor/useMonitor.ts';
import { useRecord, useSite, useTodayMs } from '../../parts/openRecord/openRecordContexts.ts';
import { completenessOf } from '../../parts/recordStatus/recordCompleteness.ts';
import { emptyTileText } from '../../parts/recordStatus/recordStatusText.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { nameQualifiers } from '../../parts/results/nameQualifiers.ts';
import { usePins } from '../../parts/results/pins.ts';
import { namedPlaceholders, placeholderAnalytes } from '../../parts/results/placeholderAnalytes.ts';
import {
  NEWER_LINE_PX,
  tileEntriesOf,
  type BriefGroup,
  type PlaceholderAnalyte,
  type TileBlock,
} from '../../parts/results/tileLayout.ts';
import type { TileView } from '../../parts/results/tileView.ts';
import type { Layout } from '../../parts/results/useLayout.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { isOfHours } from '../../parts/timeWindow/windowChoice.ts';
import type { Series } from '../../clinical/series/series.ts';
import { deferredPart } from '../../ui/loading/lazyScreen.ts';
import { ResultColumn, useCanLoadLateParts, type ResultColumnProps } from './ResultColumn.tsx';
import { ownFrameAnalytes } from './tileFrames.ts';
import { layoutResults, searchedEntriesOf } from './resultsLayout.ts';
import { useOverviewSearch } from './useOverviewSearch.tsx';
import styles from './Results.module.css';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';
import { overviewTexts } from './overview.messages.ts';

// None of these parts is a curve, so they may come after the first chart.
const BriefResults = deferredPart(
  async () => (await import('./BriefResults.tsx')).BriefResults,
  () => <p>{overviewTexts('resultsNotLoaded')}</p>,
);
const ResultsSoFar = deferredPart(
  async () => (await import('./ResultsSoFar.tsx')).ResultsSoFar,
  () => <p>{overviewTexts('resultsNotLoaded')}</p>,
);
const FurtherResults = deferredPart(
  async () => (await import('./FurtherResults.tsx')).FurtherResults,
  () => <p>{overviewTexts('resultsNotLoaded')}</p>,
);

const NO_SERIES: readonly Series[] = [];

function useTileView(frame: Frame, layout: Layout): TileView {
  const { record, drawing } = useRecord();
  const completeness = completenessOf(record);
  const todayMs = useTodayMs();
  const { scale, plotWidthPx } = layout;
  return useMemo(() => {
    const lowFrames = [1, 2].map((lines) =>
      frameOf({ ...frame, heightPx: Math.round(frame.heightPx - lines * NEWER_LINE_PX * scale) }),
    );
    return { frame, lowFrames, completeness, todayMs, nameWidthPx: plotWidthPx / scale, drawing };
  }, [frame, scale, plotWidthPx, completeness, todayMs, drawing]);
}

type CurveColumnsProps = {
  readonly columns: readonly (readonly TileBlock[])[];
  /** These are the lines at the end of each column. */
  readonly briefGroups: readonly (readonly BriefGroup[])[];
  /** Says in the last column how many results stand further down. */
  readonly moreText: string;
  readonly shared: Pick<ResultColumnProps, 'view' | 'absenceText' | 'qualifiers' | 'layout'>;
};

function CurveColumns({ columns, briefGroups, moreText, shared }: CurveColumnsProps) {
  const canLoadLateParts = useCanLoadLateParts();
  const { view, qualifiers } = shared;
  return (
    <div className={styles.columns} data-tiles="">
      {columns.map((blocks, i) => (
        <ResultColumn key={i} {...shared} blocks={blocks} moreText={i === columns.length - 1 ? moreText : ''}>
          <LazyBoundary>
            {canLoadLateParts && (
              <BriefResults groups={briefGroups[i] ?? []} view={view} qualifiers={qualifiers} />
            )}
          </LazyBoundary>
        </ResultColumn>
      ))}
    </div>
  );
}

/**
 * Returns the analytes that have a frame before their first result. At the first result these are the ones that the record is known to
 * name. If none of them is among the first results, what came instead has the frames, so that there is a curve at once and none moves
 * later.
 */
function useFrameAnalytes(
  record: RecordSnapshot | undefined,
  pins: readonly string[],
): readonly PlaceholderAnalyte[] {
  const common = useMemo(() => placeholderAnalytes(pins), [pins]);
  const [own, setOwn] = useState<readonly PlaceholderAnalyte[]>();
  const drawn = record?.series.filter(({ rows }) => rows.length > 0) ?? NO_SERIES;
  if (own !== undefined || drawn.length === 0) return own ?? common;
  const known = record?.namedAnalytes ? namedPlaceholders(pins, record.namedAnalytes) : common;
  const hasFrame =
    record?.ended === true || known.some(({ id }) => drawn.some((one) => one.analyteId === id));
  const chosen = hasFrame ? known : ownFrameAnalytes(tileEntriesOf(drawn, []));
  setOwn(chosen);
  return chosen;
}

type ResultsProps = {
  readonly query: string;
  readonly layout: Layout;
  readonly frame: Frame;
  /** This is the section between the curves and the further results. */
  readonly children?: ReactNode;
};

/** Returns the record whose results are drawn. Curves that a monitor would push down wait for it, as long as none has been drawn. */
function useDrawnRecord() {
  const { record, isFirstChartDrawn } = useRecord();
  const { monitor, isAwaited } = useMonitor(record);
  return { monitor, record: isAwaited && !isFirstChartDrawn ? undefined : record };
}

/** Decides which results are shown where. */
function usePlacedResults({ query, layout, frame }: ResultsProps) {
  const { record, monitor } = useDrawnRecord();
  const { isAwaited, choice, encounterChoice, isStay } = useViewWindow();
  const { id: siteId } = useSite();
  const pins = usePins(siteId);
  const search = useOverviewSearch(query !== '');
  const frameAnalytes = useFrameAnalytes(record, pins);
  const searched = searchedEntriesOf(record, pins, frameAnalytes, query, search);
  const { entries, listed } = searched;
  const isArranged = record?.ended === true && isAwaited !== true;
  const isShort = !isStay || isOfHours(encounterChoice);
  const isVisit = isShort && encounterChoice !== '' && choice === encounterChoice && query === '';
  const options = { record, isArranged, listed, query, layout, frame, pins, frameAnalytes, monitor, isVisit };
  return { record, monitor, search, searched, isArranged, isVisit, placed: layoutResults(entries, options) };
}

type LowerResultsProps = Pick<ResultsProps, 'query' | 'layout' | 'children'> &
  Pick<ReturnType<typeof usePlacedResults>, 'searched' | 'isArranged' | 'isVisit' | 'placed'> &
  Pick<ResultColumnProps, 'view' | 'qualifiers'>;

/** Shows what stands under the curves: lines while the record is read, and then the events and the further results. */
function LowerResults({
  query,
  layout,
  searched,
  isArranged,
  isVisit,
  placed,
  view,
  qualifiers,
  children,
}: LowerResultsProps) {
  const { reported } = useRecord();
  const canLoadLateParts = useCanLoadLateParts();
  const { monitorParts, below, undrawn, outside, soFar } = placed;
  const { columns } = layout;
  const { listed, absentNames } = searched;
  return (
    <>
      {soFar.length > 0 && canLoadLateParts && (
        <LazyBoundary>
          <ResultsSoFar entries={soFar} {...{ view, qualifiers }} />
        </LazyBoundary>
      )}
      {isArranged && !monitorParts && children}
      {(isArranged || query !== '') && canLoadLateParts && reported && (
        <LazyBoundary>
          <FurtherResults
            {...{ reported, query }}
            lists={{
              view,
              columns,
              qualifiers,
              brief: below,
              undrawn,
              outside,
              listed,
              absentNames,
              isVisit,
            }}
          />
        </LazyBoundary>
      )}
    </>
  );
}

/** Shows the curves in columns, what the search did, and the results without a curve as lines. */
export function Results(props: ResultsProps) {
  const { query, layout, frame, children } = props;
  const { record, monitor, search, searched, isArranged, isVisit, placed } = usePlacedResults(props);
  const viewWindow = useViewWindow();
  const canLoadLateParts = useCanLoadLateParts();
  const { label: siteLabel } = useSite();
  const { wait } = useRecord();
  const view = useTileView(frame, layout);
  const { entries, explanation, listed, hiddenCount } = searched;
  const { monitorParts, columns, inColumns, moreText } = placed;
  const qualifiers = nameQualifiers(record?.series ?? NO_SERIES);
  const shared = {
    view,
    absenceText: emptyTileText(record, wait, siteLabel),
    qualifiers,
    layout,
  };
  return (
    <>
      {query && search && (
        <search.SearchResults
          {...{ query, explanation, hiddenCount }}
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
      {/* A monitor takes the place of the frames that stood there, and what stands below it is drawn anew. */}
      <Fragment key={monitorParts ? 'below' : 'alone'}>
        <CurveColumns columns={columns} briefGroups={inColumns} moreText={moreText} shared={shared} />
        <LowerResults {...{ query, layout, searched, isArranged, isVisit, placed, view, qualifiers }}>
          {children}
        </LowerResults>
      </Fragment>
    </>
  );
}
