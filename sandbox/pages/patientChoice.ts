import { html, type Html } from './html.ts';
import { ageText, type PatientSummary } from './patientSummary.ts';

/** Shows the radio list of patients on the launch page. */
export const patientChoice = (patients: readonly PatientSummary[], chosen: string | undefined): Html =>
  html`<ul class="patients">
    ${patients.map(
      (patient) =>
        html`<li>
          <label>
            <input
              type="radio"
              name="patient"
              value="${patient.id}"
              required
              ${patient.id === chosen && html`checked`}
            />
            <span class="name">${patient.name}</span>
            <span class="facts"
              >${patient.gender}, born ${patient.birthDate}, ${ageText(patient, Date.now())}</span
            >
            <span class="purpose">${patient.purpose}</span>
          </label>
        </li>`,
    )}
  </ul>`;
