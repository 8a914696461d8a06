import { parseClinicalScope } from '../authorization/scopes.ts';
import type { Page } from '../pages/htmlDocument.ts';
import { html, type Html } from '../pages/html.ts';
import type { PatientSummary } from '../pages/patientSummary.ts';
import { durationText } from './durationText.ts';
import { backButton, declineButton, hiddenFields, stepPage, type StepContent } from './portalPage.ts';
import { relationText, type SignedIn } from './recordStep.ts';
import { scopeChoices } from './scopeChoices.ts';

type ConsentContent = StepContent &
  SignedIn & {
    /** It is undefined when the app asks for nobody's record. */
    readonly record: PatientSummary | undefined;
    readonly tokenLifeSeconds: number;
    /** An app that asks for nobody's record has no step before this one. */
    readonly stepBefore: 'signIn' | 'record' | undefined;
  };

/** A refresh token is good for this long, whatever the life of the access token. */
const STAYS_CONNECTED_SECONDS = 86_400;

/** The last step says what the app will see, for how long, and that it cannot change anything. */
export const consentStep = (content: ConsentContent): Page => {
  const { request, person, name, record, scopes, problem, stepBefore } = content;
  return stepPage({
    heading: headingOf(person, record),
    problem,
    body: html`<p class="lead">You are signed in as <strong>${name}</strong>. ${relation(person, record)}</p>
      ${record && recordNote(record)} ${hiddenFields('person', [person])}
      ${record && hiddenFields('patient', [record.id])}
      <h2>What Longview can change</h2>
      <p>${changeText(request.requestedScopes)}</p>
      <h2>For how long</h2>
      <p>${lifeText(content)}</p>
      <fieldset>
        <legend>What Longview will see</legend>
        <p class="hint">Clear a box to keep that part to yourself.</p>
        ${scopeChoices(request.requestedScopes, scopes)}
      </fieldset>
      <div class="decision at-end">
        <button class="primary" name="decision" value="approve">Approve</button>
        ${declineButton} ${stepBefore && backButton(stepBefore)}
      </div>`,
  });
};

function headingOf(person: string, record: PatientSummary | undefined): string {
  if (!record) return 'Allow Longview to know who you are?';
  if (record.id === person) return 'Allow Longview to see your record?';
  return `Allow Longview to see the record of ${record.name}?`;
}

function relation(person: string, record: PatientSummary | undefined): string {
  const text = record && relationText(person, record);
  return record && text !== undefined ? `${text} of ${record.name}.` : '';
}

function recordNote({ isDeceased, isReplaced }: PatientSummary): Html | undefined {
  if (isReplaced)
    return html`<p class="note">
      This is an older record. It was joined to another record of the same person, and nothing new is added to
      it.
    </p>`;
  return isDeceased ? html`<p class="note">This is the record of a person who has died.</p>` : undefined;
}

function lifeText({ request, tokenLifeSeconds }: ConsentContent): string {
  const staysConnected = request.requestedScopes.some((scope) => /^(online|offline)_access$/.test(scope));
  const life = durationText(staysConnected ? STAYS_CONNECTED_SECONDS : tokenLifeSeconds);
  return `For ${life} at most. It ends sooner when you sign out of Longview.`;
}

const changeText = (scopes: readonly string[]): string =>
  scopes.some((scope) => /[cud]/.test(parseClinicalScope(scope)?.permissions ?? ''))
    ? 'Longview asks to change parts of the record. Clear those boxes if you do not want that.'
    : 'Nothing. It can read, but it cannot add, change or delete anything in the record.';
