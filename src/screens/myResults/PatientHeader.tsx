import { LanguageSwitch } from '../../parts/language/LanguageSwitch.tsx';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useShell } from '../../parts/header/shellContext.ts';
import { myResultsTexts } from './myResults.messages.ts';
import {
  CARE_FRAGMENT,
  MEASUREMENTS_FRAGMENT,
  RESULTS_FRAGMENT,
  type PatientScreen,
} from '../../parts/navigation/patientScreens.ts';
import { BirthAndDeath, WhoseRecordHeading } from './whose/WhoseRecord.tsx';
import { useWhoseRecord } from './whose/whoseRecord.ts';
import { GrowthTab } from './growth/GrowthTab.tsx';
import styles from './PatientHeader.module.css';

const skip = (): void => {
  const main = document.querySelector('main');
  if (main === null) return;
  main.tabIndex = -1;
  main.focus();
};

type PatientHeaderProps = { readonly current: PatientScreen['name'] };

/** Shows whose record it is at the top of every screen, the screens, the language and the menu (rules 46, 47 and 55). */
export function PatientHeader({ current }: PatientHeaderProps) {
  const { patient } = useRecord();
  const { isOwn } = useWhoseRecord();
  const { menu } = useShell();
  const hooks = patient ? { 'data-patient-banner': '', 'data-mode': 'full' } : {};
  return (
    <header className={styles.bar}>
      <button type="button" className={styles.skip} onClick={skip}>
        {myResultsTexts('skipToResults')}
      </button>
      <div className={styles.identity} {...hooks}>
        {patient ? (
          <>
            <WhoseRecordHeading patient={patient} />
            <BirthAndDeath patient={patient} />
          </>
        ) : (
          <h1>{myResultsTexts('readingName')}</h1>
        )}
      </div>
      <div className={styles.tools}>
        <LanguageSwitch />
        {menu}
      </div>
      <nav className={styles.tabs} aria-label={myResultsTexts('screens')}>
        <a href={RESULTS_FRAGMENT} aria-current={current === 'results' ? 'page' : undefined}>
          {myResultsTexts(isOwn ? 'title' : 'titleOfOther')}
        </a>
        <a href={MEASUREMENTS_FRAGMENT} aria-current={current === 'measurements' ? 'page' : undefined}>
          {myResultsTexts(isOwn ? 'measurements' : 'measurementsOfOther')}
        </a>
        <a href={CARE_FRAGMENT} aria-current={current === 'care' ? 'page' : undefined}>
          {myResultsTexts('careTitle')}
        </a>
        <GrowthTab current={current} />
      </nav>
    </header>
  );
}
