import { CLINICIAN_ID } from '../launchRegistry.ts';
import { CLINICIAN_NAME } from '../fhir/practitioner.ts';
import type { Page } from '../pages/htmlDocument.ts';
import { html, type Html } from '../pages/html.ts';
import type { PatientSummary } from '../pages/patientSummary.ts';
import { fullName, PROXIES, recordsOf } from './people.ts';
import { declineButton, personChoice, personFacts, stepPage, type StepContent } from './portalPage.ts';
import { scopeChoices } from './scopeChoices.ts';

type SignInContent = StepContent & { readonly chosen: string | undefined };

/**
 * The first step asks who signs in. Whoever is in a hurry approves here and opens their own record with all that is
 * ticked; `Continue` asks for whose record it is and shows first what the app will see.
 */
export const signInStep = ({ request, patients, scopes, chosen, problem }: SignInContent): Page =>
  stepPage({
    heading: 'Allow Longview to see a health record?',
    problem,
    body: html`<p class="lead">
        The app <strong>Longview</strong> asks to see a record. First sign in. Nothing is shared until you
        approve.
      </p>
      <fieldset>
        <legend>Sign in as</legend>
        <ul class="patients">
          ${patients.map((patient) => patientSignIn(patient, patients, chosen))}
          ${otherSignIns(patients, chosen)}
        </ul>
      </fieldset>
      <details>
        <summary>What Longview asks for</summary>
        ${scopeChoices(request.requestedScopes, scopes)}
      </details>
      <div class="decision">
        <button class="primary" name="decision" value="continue">Continue</button>
        <p id="at-once">Or answer at once, for your own record and all that Longview asks for:</p>
        <button name="decision" value="approve" aria-describedby="at-once">Approve</button>
        ${declineButton}
      </div>`,
  });

function patientSignIn(
  patient: PatientSummary,
  patients: readonly PatientSummary[],
  chosen: string | undefined,
): Html {
  const others = recordsOf(patient.id, idsOf(patients)).length - 1;
  const more = others > 0 ? [`Also opens the records of ${others} family members`] : [];
  return personChoice({
    name: 'patient',
    value: patient.id,
    isChosen: patient.id === chosen,
    label: patient.name,
    facts: [personFacts(patient), ...more, patient.purpose],
  });
}

/** These people have no record here that is their own. */
function otherSignIns(patients: readonly PatientSummary[], chosen: string | undefined): readonly Html[] {
  const ids = idsOf(patients);
  const proxies = PROXIES.filter(({ id }) => !ids.includes(id) && recordsOf(id, ids).length > 0);
  const choices = [
    ...proxies.map((proxy) => ({
      value: proxy.id,
      label: fullName(proxy),
      fact: proxy.isOfEveryone
        ? 'A family member who opens the record of anybody else'
        : 'A daughter who opens the record of her father',
    })),
    { value: CLINICIAN_ID, label: CLINICIAN_NAME, fact: 'A health professional who opens any record' },
  ];
  return choices.map(({ value, label, fact }) =>
    personChoice({ name: 'patient', value, isChosen: value === chosen, label, facts: [fact] }),
  );
}

const idsOf = (patients: readonly PatientSummary[]): readonly string[] => patients.map(({ id }) => id);
