import type { Page } from './htmlDocument.ts';
import { html, type Html } from './html.ts';
import { ageWords, type Person } from './patientSummary.ts';

const TABS = ['Summary', 'Results', 'Medications', 'Notes'];

/** One patient open in the EHR, with the app in its frame. Another patient is a new launch with the same settings. */
export const ehrPage = (person: Person, people: readonly Person[], launch: string, appUrl: string): Page => ({
  title: `${person.name}, Sandbox General Hospital`,
  className: 'ehr',
  body: html`<header class="bar" aria-label="Hospital">
      <span class="hospital">Sandbox General Hospital</span>
      <a href="/">Launch page</a>
    </header>
    <nav class="others" aria-label="Patients">
      <form method="post" action="/ehr">
        <input type="hidden" name="launch" value="${launch}" />
        ${people.map((other) => patientButton(other, other.id === person.id))}
      </form>
    </nav>
    <main aria-label="Chart">
      <div class="patient">
        <h1>${person.name}</h1>
        <dl>
          <div>
            <dt>Born</dt>
            <dd>${person.birthDate} (${ageWords(person, Date.now())})</dd>
          </div>
          <div>
            <dt>Sex</dt>
            <dd>${person.gender}</dd>
          </div>
          <div>
            <dt>MRN</dt>
            <dd>${person.mrn}</dd>
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

const patientButton = (person: Person, open: boolean): Html =>
  html`<button name="patient" value="${person.id}" ${open && html`aria-current="true"`}>
    <span class="name">${person.name}</span>
    <span class="facts">${person.gender}, ${ageWords(person, Date.now())}</span>
  </button>`;
