import type { ConsentRequest } from '../authorization/authorizationServer.ts';
import type { Page } from './htmlDocument.ts';
import { html, type Html } from './html.ts';
import { patientChoice } from './patientChoice.ts';
import type { PatientSummary } from './patientSummary.ts';
import { describeScope } from './scopeDescription.ts';

type ConsentPageContent = {
  readonly request: ConsentRequest;
  readonly patients: readonly PatientSummary[];
  readonly chosen: string | undefined;
  /** Returns whether a scope is ticked at first; the person can change it on the page. */
  readonly isAllowed: (scope: string) => boolean;
  readonly problem: string | undefined;
};

export const consentPage = ({ request, patients, chosen, isAllowed, problem }: ConsentPageContent): Page => ({
  title: 'Allow Longview?',
  className: 'dialog',
  body: html`<main>
    <p class="hospital">Sandbox General Hospital</p>
    <h1>Allow Longview to use a record?</h1>
    <p>
      The app <strong>Longview</strong> (<span class="code">${request.clientId}</span>) asks for access.
      Nothing is shared until you approve.
    </p>
    ${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
    <form method="post">
      ${
        choosesPatient(request) &&
        html`<fieldset>
          <legend>Whose record</legend>
          ${patientChoice(patients, chosen)}
        </fieldset>`
      }
      <fieldset>
        <legend>What the app may do</legend>
        ${request.requestedScopes.map((scope) => scopeChoice(scope, isAllowed(scope)))}
      </fieldset>
      <div class="decision">
        <button class="primary" name="decision" value="approve">Approve</button>
        <button name="decision" value="decline" formnovalidate>Decline</button>
      </div>
    </form>
  </main>`,
});

/** A scope that concerns a patient needs one to be chosen. */
export const choosesPatient = ({ requestedScopes }: ConsentRequest): boolean =>
  requestedScopes.some((scope) => scope === 'launch/patient' || scope.startsWith('patient/'));

const scopeChoice = (scope: string, isAllowed: boolean): Html =>
  html`<label class="option">
    <input type="checkbox" name="scope" value="${scope}" ${isAllowed && html`checked`} />
    <span>${describeScope(scope)} <small class="code">${scope}</small></span>
  </label>`;
