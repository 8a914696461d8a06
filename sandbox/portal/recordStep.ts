import { CLINICIAN_ID } from '../launchRegistry.ts';
import type { PatientSummary } from '../pages/patientSummary.ts';
import type { Page } from '../pages/htmlDocument.ts';
import { html, type Html } from '../pages/html.ts';
import type { PortalWords } from './englishWords.ts';
import { proxyNamed, roleFor } from './people.ts';
import { personFacts } from './personFacts.ts';
import {
  backButton,
  declineButton,
  hiddenFields,
  personChoice,
  personName,
  stepPage,
  type StepContent,
} from './portalPage.ts';

export type SignedIn = { readonly person: string; readonly name: string };

type RecordContent = StepContent &
  SignedIn & {
    /** These are the records that this person may open. */
    readonly records: readonly PatientSummary[];
    readonly chosen: string | undefined;
  };

/** The second step asks whose record it is, of somebody who may open more than one. */
export function recordStep(content: RecordContent): Page {
  const { person, name, records, scopes, chosen, problem, speech } = content;
  const { words } = speech;
  return stepPage({
    step: 'record',
    title: words.recordHeading,
    heading: html`${words.recordHeading}`,
    problem,
    speech,
    body: html`<p class="lead">${signedInText(name, words)}</p>
      ${hiddenFields('person', [person])} ${hiddenFields('scope', scopes)}
      <fieldset>
        <legend>${person === CLINICIAN_ID ? words.patient : words.recordOf}</legend>
        <ul class="patients">
          ${records.map((record) => recordChoice(person, record, chosen, words))}
        </ul>
      </fieldset>
      <div class="decision">
        <button class="primary" name="decision" value="continue">${words.continue}</button>
        ${backButton('signIn', words)} ${declineButton(words)}
      </div>`,
  });
}

export const signedInText = (name: string, words: PortalWords): Html =>
  words.signedIn(html`<strong>${personName(name)}</strong>`);

function recordChoice(
  person: string,
  record: PatientSummary,
  chosen: string | undefined,
  words: PortalWords,
): Html {
  const isOwn = record.id === person;
  const facts = personFacts(record, words);
  const relation = relationText(person, record, words);
  return personChoice({
    name: 'patient',
    value: record.id,
    isChosen: record.id === chosen,
    label: isOwn ? words.me(personName(record.name)) : personName(record.name),
    facts: relation === undefined ? [facts] : [relation, facts],
  });
}

/** Returns `You are the mother`, or nothing for one's own record and for the clinician. */
export function relationText(
  person: string,
  record: PatientSummary,
  { relations }: PortalWords,
): string | undefined {
  const proxy = person === record.id ? undefined : proxyNamed(person);
  const role = proxy && roleFor(proxy, record.id);
  return role && relations[role.code];
}
