import { CLINICIAN_ID } from '../launchRegistry.ts';
import type { PatientSummary } from '../pages/patientSummary.ts';
import type { Page } from '../pages/htmlDocument.ts';
import { html, type Html } from '../pages/html.ts';
import { proxyNamed, roleFor } from './people.ts';
import {
  backButton,
  declineButton,
  hiddenFields,
  personChoice,
  personFacts,
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
export const recordStep = ({ person, name, records, scopes, chosen, problem }: RecordContent): Page =>
  stepPage({
    heading: 'Whose record do you want to open?',
    problem,
    body: html`<p class="lead">You are signed in as <strong>${name}</strong>.</p>
      ${hiddenFields('person', [person])} ${hiddenFields('scope', scopes)}
      <fieldset>
        <legend>${person === CLINICIAN_ID ? 'Patient' : 'Record of'}</legend>
        <ul class="patients">
          ${records.map((record) => recordChoice(person, record, chosen))}
        </ul>
      </fieldset>
      <div class="decision">
        <button class="primary" name="decision" value="continue">Continue</button>
        ${backButton('signIn')} ${declineButton}
      </div>`,
  });

function recordChoice(person: string, record: PatientSummary, chosen: string | undefined): Html {
  const isOwn = record.id === person;
  const facts = personFacts(record);
  const relation = relationText(person, record);
  return personChoice({
    name: 'patient',
    value: record.id,
    isChosen: record.id === chosen,
    label: isOwn ? `Me, ${record.name}` : record.name,
    facts: relation === undefined ? [facts] : [relation, facts],
  });
}

/** Returns `You are the mother`, or nothing for one's own record and for the clinician. */
export function relationText(person: string, record: PatientSummary): string | undefined {
  const proxy = person === record.id ? undefined : proxyNamed(person);
  const role = proxy && roleFor(proxy, record.id);
  return role && `You are ${role.display === 'family member' ? 'a' : 'the'} ${role.display}`;
}
