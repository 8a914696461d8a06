import { memo, type ReactNode } from 'react';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { patientTexts } from '../../clinical/patient/patient.messages.ts';
import { AFTER_USUAL_NAME, BEFORE_USUAL_NAME, namesIn } from '../../clinical/patient/usualName.ts';
import { headerTexts } from './header.messages.ts';
import styles from './PatientLine.module.css';

type PatientLineProps = {
  readonly patient: PatientIdentity | undefined;
  readonly banner: 'full' | 'compact';
  /** In a chart this says when the view was opened, and whether it follows the chart. */
  readonly openedText?: ReactNode;
  /** The screens, search and export stand at the right end, or below if there is no room. */
  readonly children?: ReactNode;
};

/** Shows the name and the usual name, each in its own direction: one in Arabic would turn both around. */
function Names({ person }: { readonly person: string }) {
  const [name, usualName] = namesIn(person);
  return (
    <>
      <bdi>{name}</bdi>
      {usualName !== undefined && (
        <>
          {BEFORE_USUAL_NAME}
          <bdi>{usualName}</bdi>
          {AFTER_USUAL_NAME}
        </>
      )}
    </>
  );
}

type FactProps = { readonly label: string; readonly value: string };

const Fact = ({ label, value }: FactProps) => (
  <div>
    <dt>{label}</dt>
    <dd dir="auto">{value}</dd>
  </div>
);

/** Shows "Died" with date and age at death, or "Deceased" if no date is known. */
function Death({ deceased, age }: { readonly deceased: string; readonly age: string }) {
  const date = deceased.replace(/^Died /, '');
  const isDateKnown = date !== deceased;
  return (
    <div className={styles.death}>
      <dt>{isDateKnown ? headerTexts('died') : deceased}</dt>
      <dd>{isDateKnown ? dateOfDeath(date, age) : unknownDateOfDeath(age)}</dd>
    </div>
  );
}

const dateOfDeath = (date: string, age: string): string =>
  age === '' ? date : headerTexts('diedWithAge', { date, age });
const unknownDateOfDeath = (age: string): string =>
  age === '' ? headerTexts('diedDateUnknown') : headerTexts('diedDateUnknownWithAge', { age });

function Facts({
  patient,
  banner,
}: {
  readonly patient: PatientIdentity;
  readonly banner: 'full' | 'compact';
}) {
  const { born, age, gender, identifier, deceased, recordState } = patient;
  return (
    <dl>
      <Fact
        label={headerTexts('born')}
        value={age && !deceased ? headerTexts('bornWithAge', { date: born, age }) : born}
      />
      {deceased && <Death deceased={deceased} age={age} />}
      {recordState && <Fact label={headerTexts('record')} value={patientTexts(recordState)} />}
      {banner === 'full' && <Fact label={headerTexts('gender')} value={gender} />}
      {banner === 'full' && (
        <Fact
          label={identifier?.label ?? headerTexts('identifier')}
          value={identifier?.value ?? headerTexts('notKnown')}
        />
      )}
    </dl>
  );
}

type IdentityProps = Omit<PatientLineProps, 'children'>;

/** A letter that is typed in the search beside it draws it not again. */
const Identity = memo(function Identity({ patient, banner, openedText }: IdentityProps) {
  const line = patient ? { 'data-patient-banner': '', 'data-mode': banner } : {};
  return (
    <div className={styles.identity} {...line}>
      <div className={styles.facts}>
        {patient ? (
          <>
            <h1>
              <Names person={patient.name} />
            </h1>
            <Facts patient={patient} banner={banner} />
            {openedText && <p className={styles.opened}>{openedText}</p>}
          </>
        ) : (
          <h1 className={styles.waiting}>{headerTexts('readingName')}</h1>
        )}
      </div>
    </div>
  );
});

/**
 * Shows the patient over the whole width at the top of every screen, with labels (rules 46 and 47). The
 * compact line never goes away.
 */
export const PatientLine = ({ children, ...identity }: PatientLineProps) => (
  <header className={identity.patient?.deceased ? `${styles.bar} ${styles.deceased}` : styles.bar}>
    <Identity {...identity} />
    {children}
  </header>
);
