import type { Page } from './htmlDocument.ts';
import { html, type Html } from './html.ts';
import { ageText, type PatientSummary } from './patientSummary.ts';

const TABS = ['Summary', 'Results', 'Medications', 'Notes'];

type AppFrame = {
  readonly appUrl: string;
  /** The hub tells the app of another patient, so that the frame can stay. */
  readonly hasHub: boolean;
};

/**
 * The page shows one patient open in the EHR, with the app in its frame. Opening another patient is a new
 * launch with the same settings; where the launch has a hub, only the chart changes, and the app hears of it.
 */
export const ehrPage = (
  patient: PatientSummary,
  patients: readonly PatientSummary[],
  launchId: string,
  { appUrl, hasHub }: AppFrame,
): Page => ({
  title: `${patient.name}, Sandbox General Hospital`,
  className: 'ehr',
  ...(hasHub && { script: '/ehrPage.js' }),
  body: html`<header class="bar" aria-label="Hospital">
      <span class="hospital">Sandbox General Hospital</span>
      <a href="/">Launch page</a>
    </header>
    ${patientList(patient, patients, launchId)}
    <main aria-label="Chart">
      ${patientHead(patient)}
      <ul class="tabs" aria-label="Chart sections">
        ${TABS.map((tab) => html`<li>${tab}</li>`)}
        <li aria-current="page">Longview</li>
        ${hasHub && chartActions(patient, launchId)}
      </ul>
      <iframe title="Longview" src="${appUrl}"></iframe>
    </main>`,
});

/** The page of the EHR takes these parts over when its chart has changed. No patient is a chart that was closed. */
export const chartPage = (
  patient: PatientSummary | undefined,
  patients: readonly PatientSummary[],
  launchId: string,
): Page => ({
  title: `${patient?.name ?? 'No chart open'}, Sandbox General Hospital`,
  className: 'ehr',
  body: html`${patientList(patient, patients, launchId)}
    ${patient ? patientHead(patient) : html`<div class="patient"><h1>No chart open</h1></div>`}
    <ul class="tabs">
      ${patient && chartActions(patient, launchId, true)}
    </ul>`,
});

const patientList = (
  open: PatientSummary | undefined,
  patients: readonly PatientSummary[],
  launchId: string,
): Html =>
  html`<nav class="others" aria-label="Patients">
    <form method="post" action="/ehr">
      <input type="hidden" name="launch" value="${launchId}" />
      ${patients.map((other) => patientButton(other, other.id === open?.id))}
    </form>
  </nav>`;

const patientHead = (patient: PatientSummary): Html =>
  html`<div class="patient">
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
  </div>`;

/** Once the app has closed its view, only a launch opens it on the patient of the chart. */
const chartActions = (patient: PatientSummary, launchId: string, isChanged = false): Html =>
  html`<li class="actions">
    <form method="post" action="/ehr">
      <input type="hidden" name="launch" value="${launchId}" />
      <input type="hidden" name="patient" value="${patient.id}" />
      <button name="action" value="relaunch" ${isChanged && html`class="primary"`}>
        Open Longview in this chart
      </button>
      <button name="action" value="close">Close chart</button>
      <button name="action" value="sign-out">Sign out</button>
    </form>
  </li>`;

const patientButton = (patient: PatientSummary, isOpen: boolean): Html =>
  html`<button name="patient" value="${patient.id}" ${isOpen && html`aria-current="true"`}>
    <span class="name">${patient.name}</span>
    <span class="facts">${patient.gender}, ${ageText(patient, Date.now())}</span>
  </button>`;
