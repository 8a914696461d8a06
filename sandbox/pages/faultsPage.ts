import type { Faults, FaultScenario } from '../faults/faults.ts';
import { describeFaults, scenarioOfFaults, SCENARIO_GROUPS } from '../faults/scenarios.ts';
import type { Page } from './htmlDocument.ts';
import { html, type Html } from './html.ts';

type FaultsPageContent = {
  readonly faults: Faults;
  /** This is the text as it was sent when it was not valid. */
  readonly json?: string;
  readonly problem?: string;
};

/** Shows the faults of /api/faults to a person, with a list to choose from and the JSON to edit. */
export const faultsPage = ({ faults, json, problem }: FaultsPageContent): Page => ({
  title: 'Faults of the sandbox',
  className: 'faults',
  body: html`<header class="bar" aria-label="Hospital">
      <span class="hospital">Sandbox General Hospital</span>
      <a href="/">Launch page</a>
    </header>
    <main>
      <h1>Faults</h1>
      <p class="lead">
        What the sandbox is to do wrong, to see what Longview makes of it. One fault replaces the last; it
        stays on, for everybody who uses this sandbox, until it is cleared.
      </p>
      ${faultBanner(faults, '/faults')}
      <form method="post" action="/faults/scenario">
        ${SCENARIO_GROUPS.map(
          ({ title, scenarios }) =>
            html`<section>
              <h2>${title}</h2>
              <ul class="scenarios">
                ${scenarios.map((one) => scenarioChoice(one, one === scenarioOfFaults(faults)))}
              </ul>
            </section>`,
        )}
      </form>
      <section>
        <h2>By hand</h2>
        <p>
          A short token life is a setting of the launch page. For denied consent launch “Patient standalone”
          and press Decline; for a code used twice send the app’s token request once more from the browser’s
          developer tools.
        </p>
        <form method="post" action="/faults">
          ${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
          <label class="field">
            Faults as JSON, the same as <span class="code">/api/faults</span>
            <textarea name="json" rows="10" spellcheck="false">
${json ?? JSON.stringify(faults, undefined, 2)}</textarea>
          </label>
          <button class="primary">Set these faults</button>
        </form>
      </section>
    </main>`,
});

const scenarioChoice = ({ name, title, description }: FaultScenario, isOn: boolean): Html =>
  html`<li>
    <button
      name="scenario"
      value="${name}"
      aria-describedby="does-${name}"
      ${isOn && html`aria-current="true"`}
    >
      ${title}
    </button>
    <small id="does-${name}">${description}</small>
  </li>`;

/**
 * Returns nothing unless a fault is on. The banner keeps a fault from being taken for a failure of the app.
 */
export function faultBanner(faults: Faults, page: '/' | '/faults'): Html | false {
  const description = describeFaults(faults);
  if (description === '') return false;
  return html`<form class="banner" method="post" action="/faults/clear">
    <p role="status">Faults are on: <strong>${description}</strong></p>
    <button name="page" value="${page}">Clear</button>
  </form>`;
}
