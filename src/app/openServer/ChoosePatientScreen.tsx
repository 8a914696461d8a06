import { useEffect, useId, useState } from 'react';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { FhirError } from '../../fhir/FhirError.ts';
import type { Site } from '../../smart/site/site.ts';
import { Button } from '../../ui/Button.tsx';
import { useFirstFocus } from '../../ui/useFirstFocus.ts';
import { choosePatientTexts } from './choosePatient.messages.ts';
import styles from './ChoosePatientScreen.module.css';
import { openServerSession } from './openServerSession.ts';
import { searchPatients, type FoundPatients } from './patientSearch.ts';

type ChoosePatientScreenProps = { readonly sites: readonly Site[] };

/** Asks for the patient where a server asks for no sign-in. The launch would name the patient elsewhere. */
export function ChoosePatientScreen({ sites }: ChoosePatientScreenProps) {
  const heading = useFirstFocus();
  return (
    <main className={styles.page}>
      <div className={styles.text}>
        <h1 ref={heading} tabIndex={-1}>
          {choosePatientTexts('title')}
        </h1>
        {sites
          .filter(({ open }) => open === true)
          .map((site) => (
            <PatientSearch key={site.id} site={site} />
          ))}
      </div>
    </main>
  );
}

/** A search is running without a result; afterwards it has one, or says why it has none. */
type Search = { readonly found?: FoundPatients; readonly problem?: string };

function PatientSearch({ site }: { readonly site: Site }) {
  const field = useId();
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState({ text: '' });
  const [search, setSearch] = useState<Search>({});
  useEffect(() => {
    const leaving = new AbortController();
    searchPatients(site, wanted.text, leaving.signal).then(
      (found) => !leaving.signal.aborted && setSearch({ found }),
      (error: unknown) => !leaving.signal.aborted && setSearch({ problem: problemText(error, site) }),
    );
    return () => leaving.abort();
  }, [site, wanted]);
  const open = ({ id }: PatientIdentity): void => {
    try {
      openServerSession(site, id);
    } catch {
      return setSearch({ problem: choosePatientTexts('storageBlocked') });
    }
    location.reload();
  };
  return (
    <section className={styles.search} aria-label={site.label}>
      <p>{choosePatientTexts('server', { server: site.iss })}</p>
      <form
        className={styles.form}
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          setSearch({});
          setWanted({ text: typed });
        }}
      >
        <label htmlFor={field}>{choosePatientTexts('search')}</label>
        <input
          id={field}
          type="search"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={100}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button variant="primary" type="submit">
          {choosePatientTexts('find')}
        </Button>
      </form>
      <output className={styles.status}>{statusText(search)}</output>
      {search.problem !== undefined && <p role="alert">{search.problem}</p>}
      <ul className={styles.list} aria-label={choosePatientTexts('patients')}>
        {search.found?.patients.map((patient) => (
          <li key={patient.id}>
            <PatientButton patient={patient} onOpen={open} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type PatientButtonProps = {
  readonly patient: PatientIdentity;
  readonly onOpen: (patient: PatientIdentity) => void;
};

function PatientButton({ patient, onOpen }: PatientButtonProps) {
  const { id, name, born, gender, identifier, deceased } = patient;
  const about = [
    choosePatientTexts('born', { date: born }),
    gender,
    identifier === undefined ? '' : `${identifier.label} ${identifier.value}`,
    choosePatientTexts('id', { id }),
    deceased,
  ]
    .filter((text) => text !== '')
    .join(' · ');
  return (
    <button
      type="button"
      className={styles.patient}
      // The second click of a double click would open the record twice.
      onClick={({ detail }) => {
        if (detail < 2) onOpen(patient);
      }}
    >
      <bdi className={styles.name}>{name}</bdi> <bdi className={styles.about}>{about}</bdi>
    </button>
  );
}

function statusText({ found, problem }: Search): string {
  if (problem !== undefined) return '';
  if (found === undefined) return choosePatientTexts('searching');
  const count = found.patients.length;
  return found.hasMore
    ? choosePatientTexts('foundFirst', { shown: String(count) })
    : choosePatientTexts('found', { count, shown: String(count) });
}

function problemText(error: unknown, { iss }: Site): string {
  const { failure, status } = error instanceof FhirError ? error : { failure: 'network', status: undefined };
  const shownStatus = String(status ?? '');
  if (failure === 'not-allowed') return choosePatientTexts('signInNeeded', { status: shownStatus });
  if (failure === 'server') return choosePatientTexts('status', { status: shownStatus });
  if (failure === 'unreadable') return choosePatientTexts('unreadable', { address: iss });
  return choosePatientTexts('network', { address: iss, origin: location.origin });
}
