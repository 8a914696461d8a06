import { Suspense } from 'react';
import { useFragment } from '../../parts/navigation/urlFragment.ts';
import { useShell } from '../../parts/header/shellContext.ts';
import { ResultsList } from './list/ResultsList.tsx';
import { PatientHeader } from './PatientHeader.tsx';
import { patientScreenIn } from './patientScreens.ts';
import styles from './MyResults.module.css';

/** Shows the patient's own view of the record. The address names its screen. */
export function MyResults() {
  const screen = patientScreenIn(useFragment());
  return (
    <div className={styles.page}>
      <PatientHeader current={screen.name} />
      {useShell().sessionNotices}
      <main className={styles.main}>
        <Suspense>
          <ResultsList />
        </Suspense>
      </main>
    </div>
  );
}
