import type { Page } from './htmlDocument.ts';
import { html, type Html } from './html.ts';
import { ageText, type PatientSummary } from './patientSummary.ts';

const TABS = ['Summary', 'Results', 'Medications', 'Notes'];

/**
 * The page shows one patient open in the EHR, with the app in its frame. Opening another patient is a new
 * launch with the same settings.
 */
export const ehrPage = (
  patient: PatientSummary,
  patients: readonly PatientSummary[],
  launchId: string,
  appUrl: string,
): Page => ({
  title: `${patient.name}, Sandbox General Hospital`,
  className: 'ehr',
  body: html`<header class="bar" aria-label="Hospital">
      <span class="hospital">Sandbox General Hospital</span>
      <a href="/">Launch page</a>
    </header>
    <nav class="others" aria-label="Patients">
      <form method="post" action="/ehr">
        <input type="hidden" name="launch" value="${launchId}" />
        ${patients.map((other) => patientButton(other, other.id === patient.id))}
      </form>
    </nav>
    <main aria-label="Chart">
      <div class="patient">
        <h1>${patient.name}</h1>
        <dl>
          <div>
            <dt>Born</dt>
            <dd>${patient.birthDate} (${ageText(patient, Date.now())})</dd>
          </div>
          <div>
            <dt>Sex</dt>
            <dd>${patient.gender}</dd>
          </div>
          <div>
            <dt>MRN</dt>
            <dd>${patient.mrn}</dd>
          </div>
        </dl>
      </div>
      <ul class="tabs" aria-label="Chart sections">
        ${TABS.map((tab) => html`<li>${tab}</li>`)}
        <li aria-current="page">Longview</li>
      </ul>
      <iframe title="Longview" src="${appUrl}"></iframe>
    </main>`,
});

const patientButton = (patient: PatientSummary, isOpen: boolean): Html =>
  html`<button name="patient" value="${patient.id}" ${isOpen && html`aria-current="true"`}>
    <span class="name">${patient.name}</span>
    <span class="facts">${patient.gender}, ${ageText(patient, Date.now())}</span>
  </button>`;
