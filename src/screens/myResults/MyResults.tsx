import { Suspense } from 'react';
import { useFragment } from '../../parts/navigation/urlFragment.ts';
import { useShell } from '../../parts/header/shellContext.ts';
import { LazyGrowthScreen } from './growth/lazyGrowthScreen.ts';
import { ResultsList } from './list/ResultsList.tsx';
import { lazyScreen } from '../../ui/loading/lazyScreen.ts';
import { PrintedVisit } from './PrintedVisit.tsx';
import { PatientHeader } from './PatientHeader.tsx';
import { patientScreenIn, type PatientScreen } from '../../parts/navigation/patientScreens.ts';
import { useReturnToCard } from './useReturnToCard.ts';
import { DateOfDeathNotice, DetailsNotice, RecordStateNotice } from './whose/WhoseRecord.tsx';
import styles from './MyResults.module.css';

const ResultScreen = lazyScreen(async () => (await import('./result/ResultScreen.tsx')).ResultScreen);
const MedicinesAndVisits = lazyScreen(
  async () => (await import('./care/MedicinesAndVisits.tsx')).MedicinesAndVisits,
);
const Measurements = lazyScreen(async () => (await import('./measurements/Measurements.tsx')).Measurements);

/** Shows the patient's own view of the record. The address names its screen. */
export function MyResults() {
  const screen = patientScreenIn(useFragment());
  const { sessionNotices } = useShell();
  const isReturn = useReturnToCard(screen);
  return (
    <>
      <PrintedVisit screen={screen} />
      <div className={styles.page}>
        <PatientHeader current={screen.name} />
        <DetailsNotice />
        <RecordStateNotice />
        <DateOfDeathNotice />
        {sessionNotices}
        <main className={styles.main}>
          <Suspense>
            <NamedScreen screen={screen} isReturn={isReturn} />
          </Suspense>
        </main>
      </div>
    </>
  );
}

type NamedScreenProps = {
  readonly screen: PatientScreen;
  /** A result was opened before, so that the list may be asked for its card. */
  readonly isReturn: boolean;
};

function NamedScreen({ screen, isReturn }: NamedScreenProps) {
  switch (screen.name) {
    case 'result':
      return <ResultScreen seriesId={screen.seriesId} />;
    case 'care':
      return <MedicinesAndVisits />;
    case 'growth':
      return <LazyGrowthScreen />;
    case 'measurements':
      return <Measurements />;
    case 'results':
      return <ResultsList isStepwise={!isReturn} />;
    default:
      return screen satisfies never;
  }
}
