// This file holds what the three steps of the portal share: who signs in, whose record is opened, and consent.
import type { ConsentRequest } from '../authorization/authorizationServer.ts';
import type { Page } from '../pages/htmlDocument.ts';
import { html, type Html } from '../pages/html.ts';
import type { PatientSummary } from '../pages/patientSummary.ts';
import type { PortalWords } from './englishWords.ts';
import { otherLanguage, speechOf, type Speech } from './portalWords.ts';

/** One step holds this, and its form sends it on to the next. */
export type StepContent = {
  readonly request: ConsentRequest;
  readonly patients: readonly PatientSummary[];
  /** These scopes are ticked. */
  readonly scopes: readonly string[];
  readonly problem: string | undefined;
  readonly speech: Speech;
};

/** A scope that concerns a patient needs one to be chosen. */
export const choosesPatient = ({ requestedScopes }: ConsentRequest): boolean =>
  requestedScopes.some((scope) => scope === 'launch/patient' || scope.startsWith('patient/'));

type StepPage = {
  /** The decision that shows this step once more. */
  readonly step: 'signIn' | 'record' | 'continue';
  /** The title of a window names nobody. */
  readonly title: string;
  readonly heading: Html;
  readonly problem: string | undefined;
  readonly speech: Speech;
  readonly body: Html;
};

export const stepPage = ({ step, title, heading, problem, speech, body }: StepPage): Page => ({
  title: `${problem === undefined ? '' : `${speech.words.errorTitle} `}${title} Sandbox General Hospital`,
  language: speech.language,
  className: 'portal',
  body: html`<header class="bar">
      <span class="hospital" lang="en">Sandbox General Hospital</span>
      <span>${speech.words.portal}</span>
      ${languageSwitch(speech)}
    </header>
    <main>
      <h1>${heading}</h1>
      ${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
      <form method="post" id="step">
        ${hiddenFields('language', [speech.language])} ${hiddenFields('step', [step])} ${body}
      </form>
    </main>`,
});

/**
 * The switch sends the form, so that nothing that was chosen or cleared is lost. A browser presses the first button of a form when
 * somebody presses Enter in a field, and that must be the one that leads on: a copy of it stands first, for nobody to see.
 */
function languageSwitch({ language, words }: Speech): Html {
  const other = otherLanguage(language);
  return html`<button
      class="pressed-by-enter"
      form="step"
      name="decision"
      value="continue"
      tabindex="-1"
      aria-hidden="true"
    >
      ${words.continue}
    </button>
    <button class="language" form="step" name="speak" value="${other}" lang="${other}">
      ${speechOf(other).words.languageName}
    </button>`;
}

export const hiddenFields = (name: string, values: readonly string[]): readonly Html[] =>
  values.map((value) => html`<input type="hidden" name="${name}" value="${value}" />`);

/** A name may run from right to left, within a sentence that does not. */
export const personName = (name: string): Html => html`<bdi>${name}</bdi>`;

type Choice = {
  readonly name: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly label: Html;
  readonly facts: readonly (string | Html)[];
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

export const declineButton = ({ decline }: PortalWords): Html =>
  html`<button name="decision" value="decline">${decline}</button>`;

/** The button leads back to the sign-in, or to the choice of a record. */
export const backButton = (step: 'signIn' | 'record', { back }: PortalWords): Html =>
  html`<button name="decision" value="${step}">${back}</button>`;
