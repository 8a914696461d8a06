import { textListField } from '../site/untrustedJson.ts';
import type { Finding } from './finding.ts';
import { scopesFor } from '../authorization/scopes.ts';
import type { Site } from '../site/site.ts';

type Wanted = { readonly names: readonly string[]; readonly use: string; readonly absent: string };

const UNDER_DECLARED = 'Many servers leave this out, so the launch is tried all the same.';

/**
 * Returns a finding for each capability that the launches of this site rely on. A missing one stops no launch, because many
 * servers under-declare (rules.md row 9). https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html
 */
export function capabilityFindings(document: object, site: Site): Finding[] {
  const announced = textListField(document, 'capabilities');
  if (announced.length === 0)
    return [
      {
        field: 'capabilities',
        value: 'not named',
        state: 'missing',
        why: 'SMART requires the list. The launch is tried all the same, with v1 scopes unless scopes_supported shows v2 ones.',
      },
    ];
  return [
    ...wantedOf(site).map(({ names, use, absent }): Finding => {
      const found = names.find((name) => announced.includes(name));
      return {
        field: names[0] ?? '',
        value:
          found === undefined ? 'not announced' : found === names[0] ? 'announced' : `announced as ${found}`,
        state: found === undefined ? 'missing' : 'ok',
        why: found === undefined ? absent : use,
      };
    }),
    scopeFormFinding(announced, document, site),
    formFinding(announced),
  ];
}

function wantedOf({ launch, identity, refresh }: Site): Wanted[] {
  const kinds: Wanted[] = [];
  if (launch.includes('ehr'))
    kinds.push(
      {
        names: ['launch-ehr'],
        use: 'Opens from the chart.',
        absent: `${UNDER_DECLARED} If it fails, this server opens no app from a chart.`,
      },
      {
        names: ['context-ehr-patient'],
        use: 'The token names the patient of the chart.',
        absent: `${UNDER_DECLARED} A token without patient ends in E10.`,
      },
      {
        names: ['context-banner', 'context-passthrough-banner'],
        use: 'The server may say that its own frame shows who the patient is; then one line is enough here.',
        absent: 'Optional. Without it the patient’s line is shown in full.',
      },
    );
  if (launch.includes('standalone'))
    kinds.push(
      {
        names: ['launch-standalone'],
        use: 'Patients may sign in on their own.',
        absent: `${UNDER_DECLARED} If it fails, take standalone out of the site’s launch.`,
      },
      {
        names: ['context-standalone-patient'],
        use: 'The sign-in page asks for the patient.',
        absent: `${UNDER_DECLARED} A token without patient ends in E10.`,
      },
    );
  kinds.push(
    {
      names: ['client-public'],
      use: 'Takes clients without a secret, as this one is.',
      absent: `${UNDER_DECLARED} If the token request is refused (E06), register Longview as a public client, without a secret.`,
    },
    {
      names: ['permission-patient'],
      use: 'Knows patient/ scopes.',
      absent: `${UNDER_DECLARED} All clinical scopes asked for begin with patient/.`,
    },
  );
  if (identity)
    kinds.push({
      names: ['sso-openid-connect'],
      use: 'Says who signs in.',
      absent: `${UNDER_DECLARED} Without an id_token nobody is named in the menu.`,
    });
  if (refresh !== 'none')
    kinds.push({
      names: [`permission-${refresh}`],
      use: `Honours ${refresh}_access.`,
      absent: `${UNDER_DECLARED} Without a refresh token the session ends with its first token.`,
    });
  return kinds;
}

function scopeFormFinding(announced: readonly string[], document: object, site: Site): Finding {
  const forms = ['permission-v1', 'permission-v2'].filter((form) => announced.includes(form));
  const finding = { field: 'permission-v1, permission-v2', value: forms.join(', ') || 'neither announced' };
  if (typeof site.scopes !== 'string')
    return { ...finding, state: 'ok', why: 'The site file lists its scopes itself.' };
  const kind = site.launch[0] ?? 'ehr';
  const offered = { capabilities: announced, scopesSupported: textListField(document, 'scopes_supported') };
  const form = scopesFor(site, kind, offered).includes('Patient.read') ? 'v1' : 'v2';
  const example = form === 'v1' ? 'patient/Observation.read' : 'patient/Observation.rs';
  const asks = `Longview asks in the ${form} form (${example}).`;
  if (forms.includes(`permission-${form}`))
    return {
      ...finding,
      state: 'ok',
      why: `${asks} The registration may know the other form only: then scopes are dropped, and “scopes” of the site file chooses.`,
    };
  return {
    ...finding,
    state: 'missing',
    why: `${asks} The server does not announce that form and may drop it without a word (E11). Set “scopes” of the site file to the form of the registration.`,
  };
}

const formFinding = (announced: readonly string[]): Finding => ({
  field: 'authorize-post',
  value: announced.includes('authorize-post') ? 'announced' : 'not announced',
  state: 'ok',
  why: 'Optional. With it a request longer than 2000 characters goes as a form; without it, as an address.',
});
