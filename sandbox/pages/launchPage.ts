import type { LaunchKind } from '../launchSettings.ts';
import type { Faults } from '../faults/faults.ts';
import type { Page } from './htmlDocument.ts';
import { describeFaults, scenarioOfFaults, SCENARIO_GROUPS } from '../faults/scenarios.ts';
import { faultBanner } from './faultsPage.ts';
import { html, type Html } from './html.ts';
import { STYLES } from '../smartStyles.ts';
import { VENDOR_SITES, VENDORS } from '../vendors/vendor.ts';
import { importedChoice, importedSearch, type ImportedContent } from './importedChoice.ts';
import { patientChoice } from './patientChoice.ts';
import type { PatientSummary } from './patientSummary.ts';

const KINDS: readonly { readonly kind: LaunchKind; readonly label: string; readonly hint: string }[] = [
  { kind: 'frame', label: 'Inside the EHR', hint: 'in a frame beside the chart' },
  { kind: 'tab', label: 'From the EHR, in a new tab', hint: 'the app has the window to itself' },
  {
    kind: 'standalone',
    label: 'Patient standalone',
    hint: 'the app starts without a chart; its “Sign in” proposes the chosen patient',
  },
];

export const launchPage = (
  patients: readonly PatientSummary[],
  faults: Faults,
  imported: ImportedContent | undefined,
): Page => ({
  title: 'Sandbox EHR: launch Longview',
  className: 'launch',
  script: '/launchPage.js',
  body: html`<header class="bar">
      <span class="hospital">Sandbox General Hospital</span>
      <a href="/faults">Faults</a>
    </header>
    <main>
      <h1>Launch Longview</h1>
      <p class="lead">
        A pretend EHR with invented patients. Choose a patient and press Launch; the other settings are
        already good.
      </p>
      ${faultBanner(faults, '/')} ${imported && importedSearch(imported)}
      <form class="choices" method="post" action="/launch">
        ${
          imported
            ? html`<div>${importedChoice(imported)} ${inventedChoice(patients)}</div>`
            : inventedChoice(patients)
        }
        <div class="settings">
          <fieldset>
            <legend>How the app is launched</legend>
            ${kindChoices}
          </fieldset>
          ${userChoice} ${vendorChoice} ${faultChoice(faults)}
          <details>
            <summary>Scopes, banner, encounter, token life and look</summary>
            ${moreSettings}
          </details>
          <button type="submit" class="primary">Launch</button>
        </div>
      </form>
    </main>`,
});

const inventedChoice = (patients: readonly PatientSummary[]): Html =>
  html`<fieldset class="choose">
    <legend>Patient</legend>
    ${patientChoice(patients, undefined)}
  </fieldset>`;

const kindChoice = ({ kind, label, hint }: (typeof KINDS)[number]): Html =>
  html`<label class="option">
    <input type="radio" name="kind" value="${kind}" ${kind === 'frame' && html`checked`} />
    <span>${label} <small>${hint}</small></span>
  </label>`;

export const kindChoices = KINDS.map(kindChoice);

const userChoice = html`<label class="field">
  Who signs in
  <select name="user" aria-describedby="user-hint">
    <option value="">Asked at the sign-in</option>
    <option value="self">The patient</option>
    <option value="proxy">A parent or another relative</option>
    <option value="clinician">A clinician</option>
  </select>
  <small id="user-hint"
    >For a standalone launch: a patient and a relative see “My results”. From the EHR it is the
    clinician.</small
  >
</label>`;

const vendorChoice = html`<label class="field">
  Record system
  <select name="vendor" aria-describedby="vendor-hint">
    ${VENDORS.map((vendor) => html`<option value="${vendor}">${VENDOR_SITES[vendor].label}</option>`)}
  </select>
  <small id="vendor-hint"
    >Whose habits the server has. Patients sign in themselves at the generic one alone.</small
  >
</label>`;

/** The launch form sends this for faults that were set by hand and stay as they are. */
export const KEEP_FAULTS = 'keep';

/** Sets a fault, or clears the last one, in the same step as the launch. */
function faultChoice(faults: Faults): Html {
  const chosen = scenarioOfFaults(faults)?.name;
  const isByHand = chosen === undefined && describeFaults(faults) !== '';
  return html`<label class="field">
    Fault
    <select name="fault" aria-describedby="fault-hint">
      <option value="">None</option>
      ${isByHand && html`<option value="${KEEP_FAULTS}" selected>As set by hand</option>`}
      ${SCENARIO_GROUPS.map(
        ({ title, scenarios }) =>
          html`<optgroup label="${title}">
            ${scenarios.map(
              ({ name, title: text }) =>
                html`<option value="${name}" ${name === chosen && html`selected`}>${text}</option>`,
            )}
          </optgroup>`,
      )}
    </select>
    <small id="fault-hint">What the sandbox does wrong from this launch on, until another choice.</small>
  </label>`;
}

export const moreSettings = html`<label class="field">
    Scopes granted
    <textarea name="scopes" rows="3" spellcheck="false" aria-describedby="scopes-hint"></textarea>
    <small id="scopes-hint">Empty: as the app asks. Otherwise at most these, separated by spaces.</small>
  </label>
  <label class="field">
    Patient banner
    <select name="banner">
      <option value="true">The app must show one</option>
      <option value="false">The EHR shows it already</option>
      <option value="absent">Not said</option>
    </select>
  </label>
  <label class="field">
    Encounter
    <select name="encounter">
      <option value="latest">The patient’s latest, if any</option>
      <option value="none">None</option>
    </select>
  </label>
  <label class="field">
    Access token life in seconds
    <input type="number" name="tokenLifeSeconds" min="1" max="86400" step="1" value="3600" required />
  </label>
  <label class="field">
    When the chart changes
    <select name="hub" aria-describedby="hub-hint">
      <option value="on">A hub tells the app (FHIRcast)</option>
      <option value="off">The app is told nothing</option>
    </select>
    <small id="hub-hint">Of a launch from the EHR.</small>
  </label>
  <label class="field">
    Intent
    <input name="intent" maxlength="200" spellcheck="false" aria-describedby="intent-hint" />
    <small id="intent-hint">A named view, such as kidney or timeline.</small>
  </label>
  <label class="field">
    App context
    <input name="appContext" maxlength="4000" spellcheck="false" aria-describedby="context-hint" />
    <small id="context-hint">A view as its address has it, such as #compare=k,creat, or JSON with one.</small>
  </label>
  <label class="field">
    The EHR’s own look
    <select name="style" aria-describedby="style-hint">
      <option value="">None</option>
      ${Object.entries(STYLES).map(([name, { label }]) => html`<option value="${name}">${label}</option>`)}
    </select>
    <small id="style-hint">Offered in the token answer as smart_style_url.</small>
  </label>`;
