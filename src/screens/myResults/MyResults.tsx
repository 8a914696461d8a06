import { Suspense } from 'react';
import { useFragment } from '../../parts/navigation/urlFragment.ts';
import { useShell } from '../../parts/header/shellContext.ts';
import { ResultsList } from './list/ResultsList.tsx';
import { lazyScreen } from '../../ui/loading/lazyScreen.ts';
import { PrintedVisit } from './PrintedVisit.tsx';
import { PatientHeader } from './PatientHeader.tsx';
import { patientScreenIn } from './patientScreens.ts';
import { useReturnToCard } from './useReturnToCard.ts';
import styles from './MyResults.module.css';

const ResultScreen = lazyScreen(async () => (await import('./result/ResultScreen.tsx')).ResultScreen);

/** Shows the patient's own view of the record. The address names its screen. */
export function MyResults() {
  const screen = patientScreenIn(useFragment());
  const { sessionNotices } = useShell();
  useReturnToCard(screen);
  return (
    <>
      <PrintedVisit seriesId={screen.name === 'result' ? screen.seriesId : undefined} />
      <div className={styles.page}>
        <PatientHeader current={screen.name} />
        {sessionNotices}
        <main className={styles.main}>
          <Suspense>
            {screen.name === 'result' ? <ResultScreen seriesId={screen.seriesId} /> : <ResultsList />}
          </Suspense>
        </main>
      </div>
    </>
  );
}
