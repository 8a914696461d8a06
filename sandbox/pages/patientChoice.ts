import { html, type Html } from './html.ts';
import { ageWords, type Person } from './patientSummary.ts';

/** The radio list of patients, on the launch page and on the consent page. */
export const patientChoice = (people: readonly Person[], chosen: string | undefined): Html =>
  html`<ul class="patients">
    ${people.map(
      (person) =>
        html`<li>
          <label>
            <input
              type="radio"
              name="patient"
              value="${person.id}"
              required
              ${person.id === chosen && html`checked`}
            />
            <span class="name">${person.name}</span>
            <span class="facts"
              >${person.gender}, born ${person.birthDate}, ${ageWords(person, Date.now())}</span
            >
            <span class="purpose">${person.purpose}</span>
          </label>
        </li>`,
    )}
  </ul>`;
