import { memo } from 'react';
import { ChangesFrame } from '../../parts/changes/ChangesFrame.tsx';
import { Notices } from '../../parts/notices/Notices.tsx';
import { useRecord, useSession } from '../../parts/openRecord/openRecordContexts.ts';
import type { Layout } from '../../parts/results/useLayout.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { isPatientUser } from '../../smart/authorization/patientUser.ts';
import { deferredPart } from '../../ui/loading/lazyScreen.ts';
import stripStyles from '../../parts/changes/ChangesStrip.module.css';
import styles from './LazySections.module.css';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';
import { overviewTexts } from './overview.messages.ts';

const LateOverviewChanges = deferredPart(
  async () => (await import('./OverviewChanges.tsx')).OverviewChanges,
  () => <p>{overviewTexts('changesNotLoaded')}</p>,
);
const LateOverviewRibbon = deferredPart(
  async () => (await import('./EventRibbon.tsx')).OverviewRibbon,
  () => <p>{overviewTexts('eventsNotLoaded')}</p>,
);

/** "What changed" has its title from the beginning, and says the same while it is loaded and while the record is read. */
const ReadingFrame = ({ columns }: Pick<Layout, 'columns'>) => (
  <ChangesFrame columns={columns} lead={null} isLow>
    <p className={stripStyles.note}>{overviewTexts('stillReading')}</p>
  </ChangesFrame>
);

type SectionProps = { readonly layout: Layout };
type ChangesSectionProps = {
  /** It is undefined before the screen has been measured. */
  readonly columns: Layout['columns'] | undefined;
};

/**
 * Shows above the curves the warnings of the record and what changed. Their room is kept from the first chart on. What changed is for
 * clinicians, so a user who is known to be a patient has the warnings alone.
 */
export const ChangesSection = memo(function ChangesSection(props: ChangesSectionProps) {
  const { columns } = props;
  const { record, isFirstChartDrawn } = useRecord();
  const { session } = useSession();
  // Without a curve there is no window, and no first chart comes.
  const isWithoutChart = useViewWindow().whole === undefined && record?.ended === true;
  if (isPatientUser(session)) return <Notices />;
  return (
    <div className={styles.room} data-columns={columns}>
      <Notices />
      {columns &&
        (record && (isFirstChartDrawn || isWithoutChart) ? (
          <LazyBoundary fallback={<ReadingFrame columns={columns} />}>
            <LateOverviewChanges columns={columns} />
          </LazyBoundary>
        ) : (
          <ReadingFrame columns={columns} />
        ))}
    </div>
  );
});

/** Shows under the curves, on their time axis, the events around the results. */
export function EventsSection({ layout }: SectionProps) {
  const { record, isFirstChartDrawn } = useRecord();
  const { visible } = useViewWindow();
  return record && isFirstChartDrawn && visible ? (
    <LazyBoundary>
      <LateOverviewRibbon layout={layout} />
    </LazyBoundary>
  ) : null;
}
