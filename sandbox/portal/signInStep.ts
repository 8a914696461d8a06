import { CLINICIAN_ID } from '../launchRegistry.ts';
import { CLINICIAN_NAME } from '../fhir/practitioner.ts';
import type { Page } from '../pages/htmlDocument.ts';
import { html, type Html } from '../pages/html.ts';
import type { PatientSummary } from '../pages/patientSummary.ts';
import type { PortalWords } from './englishWords.ts';
import { fullName, PROXIES, recordsOf } from './people.ts';
import { personFacts } from './personFacts.ts';
import { declineButton, personChoice, personName, stepPage, type StepContent } from './portalPage.ts';
import type { Speech } from './portalWords.ts';
import { scopeChoices } from './scopeChoices.ts';
import { storyPurpose } from './storyPurposes.ts';

type SignInContent = StepContent & { readonly chosen: string | undefined };

/**
 * The first step asks who signs in. Whoever is in a hurry approves here and opens their own record with all that is
 * ticked; `Continue` asks for whose record it is and shows first what the app will see.
 */
export function signInStep({ request, patients, scopes, chosen, problem, speech }: SignInContent): Page {
  const { words } = speech;
  return stepPage({
    step: 'signIn',
    title: words.signInHeading,
    heading: html`${words.signInHeading}`,
    problem,
    speech,
    body: html`<p class="lead">${words.signInLead}</p>
      <fieldset>
        <legend>${words.signInAs}</legend>
        <ul class="patients">
          ${patients.map((patient) => patientSignIn(patient, patients, chosen, speech))}
          ${otherSignIns(patients, chosen, words)}
        </ul>
      </fieldset>
      <details>
        <summary>${words.asksFor}</summary>
        ${scopeChoices(request.requestedScopes, scopes, words)}
      </details>
      <div class="decision">
        <button class="primary" name="decision" value="continue">${words.continue}</button>
        <p id="at-once">${words.atOnce}</p>
        <button name="decision" value="approve" aria-describedby="at-once">${words.approve}</button>
        ${declineButton(words)}
      </div>`,
  });
}

function patientSignIn(
  patient: PatientSummary,
  patients: readonly PatientSummary[],
  chosen: string | undefined,
  { language, words }: Speech,
): Html {
  const others = recordsOf(patient.id, idsOf(patients)).length - 1;
  const more = others > 0 ? [words.opensOthers(others)] : [];
  return personChoice({
    name: 'patient',
    value: patient.id,
    isChosen: patient.id === chosen,
    label: personName(patient.name),
    facts: [personFacts(patient, words), ...more, storyPurpose(patient, language)],
  });
}

/** These people have no record here that is their own. */
function otherSignIns(
  patients: readonly PatientSummary[],
  chosen: string | undefined,
  words: PortalWords,
): readonly Html[] {
  const ids = idsOf(patients);
  const proxies = PROXIES.filter(({ id }) => !ids.includes(id) && recordsOf(id, ids).length > 0);
  const choices = [
    ...proxies.map((proxy) => ({
      value: proxy.id,
      label: fullName(proxy),
      fact: proxy.isOfEveryone ? words.proxyOfEveryone : words.proxyOfFather,
    })),
    { value: CLINICIAN_ID, label: CLINICIAN_NAME, fact: words.clinician },
  ];
  return choices.map(({ value, label, fact }) =>
    personChoice({
      name: 'patient',
      value,
      isChosen: value === chosen,
      label: personName(label),
      facts: [fact],
    }),
  );
}

const idsOf = (patients: readonly PatientSummary[]): readonly string[] => patients.map(({ id }) => id);
