import { html, type Html } from './html.ts';
import { patientChoice } from './patientChoice.ts';
import type { PatientSummary } from './patientSummary.ts';

export type ImportedContent = {
  /** This is what was typed. */
  readonly find: string;
  readonly people: readonly PatientSummary[];
  /** So many were found in all. */
  readonly found: number;
  /** So many have the id of an invented person, who is opened in their place. */
  readonly hidden: number;
  readonly nextAddress: string | undefined;
};

export const importedSearch = ({ find }: ImportedContent): Html =>
  html`<form method="get" action="/" role="search">
    <label class="field">
      Name, number or id of an imported person
      <input type="search" name="find" value="${find}" maxlength="100" />
    </label>
    <button type="submit">Search</button>
  </form>`;

/** Shows a page of the people whom `npm run cohort` has brought. */
export const importedChoice = ({ people, found, hidden, nextAddress }: ImportedContent): Html =>
  html`<fieldset class="choose imported">
    <legend>Imported people (${found})</legend>
    ${people.length === 0 && html`<p>Nobody was found.</p>`} ${patientChoice(people, undefined)}
    ${hidden > 0 && html`<p>${hidden} have the id of an invented person, who is opened in their place.</p>`}
    ${nextAddress !== undefined && html`<p><a href="${nextAddress}">More imported people</a></p>`}
  </fieldset>`;
