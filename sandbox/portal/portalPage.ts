// This file holds what the three steps of the portal share: who signs in, whose record is opened, and consent.
import type { ConsentRequest } from '../authorization/authorizationServer.ts';
import type { Page } from '../pages/htmlDocument.ts';
import { html, type Html } from '../pages/html.ts';
import { ageText, type PatientSummary } from '../pages/patientSummary.ts';

/** One step holds this, and its form sends it on to the next. */
export type StepContent = {
  readonly request: ConsentRequest;
  readonly patients: readonly PatientSummary[];
  /** These scopes are ticked. */
  readonly scopes: readonly string[];
  readonly problem: string | undefined;
};

/** A scope that concerns a patient needs one to be chosen. */
export const choosesPatient = ({ requestedScopes }: ConsentRequest): boolean =>
  requestedScopes.some((scope) => scope === 'launch/patient' || scope.startsWith('patient/'));

type StepPage = {
  readonly heading: string;
  readonly problem: string | undefined;
  readonly body: Html;
};

export const stepPage = ({ heading, problem, body }: StepPage): Page => ({
  title: `${problem === undefined ? '' : 'Error: '}${heading} Sandbox General Hospital`,
  className: 'portal',
  body: html`<header class="bar">
      <span class="hospital">Sandbox General Hospital</span>
      <span>Patient portal</span>
    </header>
    <main>
      <h1>${heading}</h1>
      ${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
      <form method="post">${body}</form>
    </main>`,
});

export const hiddenFields = (name: string, values: readonly string[]): readonly Html[] =>
  values.map((value) => html`<input type="hidden" name="${name}" value="${value}" />`);

/** Returns `female, born 14 Aug 2017, 9 years`. */
export function personFacts(patient: PatientSummary): string {
  const { gender, birthDate } = patient;
  return `${gender}, born ${plainDate(birthDate)}, ${ageText(patient, Date.now())}`;
}

/** Returns `2 Jun 1958`; a year of birth alone stays a year. */
const plainDate = (date: string): string =>
  date.length === 10 ? new Date(date).toUTCString().slice(5, 16).replace(/^0/, '') : date;

type Choice = {
  readonly name: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly label: string;
  readonly facts: readonly string[];
};

/** The form is also sent without a choice, so that the answer can say in words what is missing. */
export const personChoice = ({ name, value, isChosen, label, facts }: Choice): Html =>
  html`<li>
    <label>
      <input type="radio" name="${name}" value="${value}" ${isChosen && html`checked`} />
      <span class="name">${label}</span>
      ${facts.map((fact) => html`<span class="facts">${fact}</span>`)}
    </label>
  </li>`;

export const declineButton = html`<button name="decision" value="decline">Decline</button>`;
/** The button leads back to the sign-in, or to the choice of a record. */
export const backButton = (step: 'signIn' | 'record'): Html =>
  html`<button name="decision" value="${step}">Back</button>`;
