import type { PatientSummary } from '../pages/patientSummary.ts';
import { html, type Html } from '../pages/html.ts';
import type { Page } from '../pages/htmlDocument.ts';
import { kindChoices, moreSettings } from '../pages/launchPage.ts';
import { patientChoice } from '../pages/patientChoice.ts';
import { ENGLISH_WORDS } from '../portal/englishWords.ts';
import { scopeChoices } from '../portal/scopeChoices.ts';

export type PeopleContent = {
  /** This is what was typed. */
  readonly find: string;
  readonly people: readonly PatientSummary[];
  /** This is the address of the next page of people. */
  readonly nextAddress: string | undefined;
  /** Why no people can be shown, in words. */
  readonly problem: string | undefined;
  readonly chosen: string | undefined;
};

const searchForm = ({ find }: PeopleContent): Html =>
  html`<form method="get" role="search">
    <label class="field">
      Name or id of a patient
      <input type="search" name="find" value="${find}" maxlength="100" />
    </label>
    <button type="submit">Search</button>
  </form>`;

const peopleChoice = ({ people, nextAddress, problem, chosen }: PeopleContent): Html =>
  html`<fieldset class="choose">
    <legend>Patient</legend>
    ${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
    ${problem === undefined && people.length === 0 && html`<p>The server found nobody.</p>`}
    ${patientChoice(people, chosen)}
    ${nextAddress !== undefined && html`<p><a href="${nextAddress}">More patients</a></p>`}
  </fieldset>`;

/** This is the launch page for the people of another server. It shows those that were searched for, a page at a time. */
export const upstreamLaunchPage = (content: PeopleContent, server: string): Page => ({
  title: 'Sandbox EHR: launch Longview',
  className: 'launch',
  body: html`<header class="bar"><span class="hospital">Sandbox before ${server}</span></header>
    <main>
      <h1>Launch Longview</h1>
      <p class="lead">
        The patients are those of ${server}. The sandbox asks for no password, so use a server with test data
        only.
      </p>
      ${searchForm(content)}
      <form class="choices" method="post" action="/launch">
        ${peopleChoice(content)}
        <div class="settings">
          <fieldset>
            <legend>How the app is launched</legend>
            ${kindChoices}
          </fieldset>
          <details>
            <summary>Scopes, banner, token life and look</summary>
            ${moreSettings}
          </details>
          <button type="submit" class="primary">Launch</button>
        </div>
      </form>
    </main>`,
});

type ConsentContent = PeopleContent & {
  readonly scopes: readonly string[];
  readonly choosesPatient: boolean;
};

/** The sign-in of a standalone launch: who signs in, whose record it is, and consent, in one step. */
export const upstreamConsentPage = (content: ConsentContent, server: string): Page => ({
  title: `Allow Longview to see a health record? Sandbox before ${server}`,
  className: 'portal',
  body: html`<header class="bar"><span class="hospital">Sandbox before ${server}</span></header>
    <main>
      <h1>Allow Longview to see a health record?</h1>
      ${content.choosesPatient && searchForm(content)}
      <form method="post">
        ${content.choosesPatient && peopleChoice(content)}
        <fieldset>
          <legend>Who signs in</legend>
          <label class="option"
            ><input type="radio" name="person" value="patient" checked /> <span>The patient</span></label
          >
          <label class="option"
            ><input type="radio" name="person" value="clinician" /> <span>A clinician</span></label
          >
        </fieldset>
        <details>
          <summary>What Longview asks for</summary>
          ${scopeChoices(content.scopes, content.scopes, ENGLISH_WORDS)}
        </details>
        <div class="decision">
          <button class="primary" name="decision" value="approve">Approve</button>
          <button name="decision" value="decline" formnovalidate>Decline</button>
        </div>
      </form>
    </main>`,
});
