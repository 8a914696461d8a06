import type { ReactNode } from 'react';
import type { PatientIdentity as Patient } from '../../clinical/patient/patient.ts';
import styles from './PatientLine.module.css';

type PatientLineProps = {
  readonly patient: Patient | undefined;
  readonly banner: 'full' | 'compact';
  /** "Opened at 14:05; does not follow the chart", in a chart. */
  readonly openedText?: string | undefined;
  /** Stands at the right end, or below where there is no room: the screens, search, export. */
  readonly children?: ReactNode;
};

type FactProps = { readonly label: string; readonly value: string };

const Fact = ({ label, value }: FactProps) => (
  <div>
    <dt>{label}</dt>
    <dd dir="auto">{value}</dd>
  </div>
);

/** "Died" with date and age at death, or "Deceased" where no date is known. */
function Death({ deceased, age }: { readonly deceased: string; readonly age: string }) {
  const date = deceased.replace(/^Died /, '');
  const isDateKnown = date !== deceased;
  return (
    <div className={styles.death}>
      <dt>{isDateKnown ? 'Died' : deceased}</dt>
      <dd>{[isDateKnown ? date : 'date not known', age && `(${age})`].filter(Boolean).join(' ')}</dd>
    </div>
  );
}

function Facts({ patient, banner }: { readonly patient: Patient; readonly banner: 'full' | 'compact' }) {
  const { born, age, gender, identifier, deceased } = patient;
  return (
    <dl>
      <Fact label="Born" value={age && !deceased ? `${born} (${age})` : born} />
      {deceased && <Death deceased={deceased} age={age} />}
      {banner === 'full' && <Fact label="Administrative gender" value={gender} />}
      {banner === 'full' && (
        <Fact label={identifier?.label ?? 'MRN'} value={identifier?.value ?? 'Not known'} />
      )}
    </dl>
  );
}

/** Rules 46 and 47: on top of every screen, over its whole width, with labels; the compact line never goes away. */
export function PatientLine({ patient, banner, openedText, children }: PatientLineProps) {
  const line = patient ? { 'data-patient-banner': '', 'data-mode': banner } : {};
  return (
    <header className={patient?.deceased ? `${styles.bar} ${styles.deceased}` : styles.bar}>
      <div className={styles.identity} {...line}>
        <div className={styles.facts}>
          {patient ? (
            <>
              <h1>{patient.name}</h1>
              <Facts patient={patient} banner={banner} />
              {openedText && <p className={styles.opened}>{openedText}</p>}
            </>
          ) : (
            <h1 className={styles.waiting}>Reading the patient’s name</h1>
          )}
        </div>
      </div>
      {children}
    </header>
  );
}
