import { parseClinicalScope } from '../authorization/scopes.ts';
import type { Page } from '../pages/htmlDocument.ts';
import { html, type Html } from '../pages/html.ts';
import type { PatientSummary } from '../pages/patientSummary.ts';
import { durationText } from './durationText.ts';
import type { PortalWords } from './englishWords.ts';
import {
  backButton,
  declineButton,
  hiddenFields,
  personName,
  stepPage,
  type StepContent,
} from './portalPage.ts';
import { relationText, signedInText, type SignedIn } from './recordStep.ts';
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
export function consentStep(content: ConsentContent): Page {
  const { request, person, name, record, scopes, problem, stepBefore, speech } = content;
  const { words } = speech;
  return stepPage({
    step: 'continue',
    title: record && record.id !== person ? words.consentTitle : ownHeading(record, words),
    heading:
      record && record.id !== person
        ? words.consentOf(personName(record.name))
        : html`${ownHeading(record, words)}`,
    problem,
    speech,
    body: html`<p class="lead">${signedInText(name, words)} ${relation(person, record, words)}</p>
      ${record && recordNote(record, words)} ${hiddenFields('person', [person])}
      ${record && hiddenFields('patient', [record.id])}
      <h2>${words.change}</h2>
      <p>${changesSomething(request.requestedScopes) ? words.changesParts : words.changesNothing}</p>
      <h2>${words.howLong}</h2>
      <p>${lifeText(content)}</p>
      <fieldset>
        <legend>${words.sees}</legend>
        <p class="hint">${words.clearABox}</p>
        ${scopeChoices(request.requestedScopes, scopes, words)}
      </fieldset>
      <div class="decision at-end">
        <button class="primary" name="decision" value="approve">${words.approve}</button>
        ${declineButton(words)} ${stepBefore && backButton(stepBefore, words)}
      </div>`,
  });
}

const ownHeading = (record: PatientSummary | undefined, words: PortalWords): string =>
  record ? words.consentOwn : words.consentNobody;

function relation(person: string, record: PatientSummary | undefined, words: PortalWords): Html | undefined {
  const text = record && relationText(person, record, words);
  return record && text !== undefined ? words.relationTo(text, personName(record.name)) : undefined;
}

function recordNote({ isDeceased, isReplaced }: PatientSummary, words: PortalWords): Html | undefined {
  const note = isReplaced ? words.replaced : isDeceased ? words.deceased : undefined;
  return note === undefined ? undefined : html`<p class="note">${note}</p>`;
}

function lifeText({ request, tokenLifeSeconds, speech: { words } }: ConsentContent): string {
  const staysConnected = request.requestedScopes.some((scope) => /^(online|offline)_access$/.test(scope));
  return words.life(durationText(staysConnected ? STAYS_CONNECTED_SECONDS : tokenLifeSeconds, words));
}

const changesSomething = (scopes: readonly string[]): boolean =>
  scopes.some((scope) => /[cud]/.test(parseClinicalScope(scope)?.permissions ?? ''));
