import { textsOf } from '../../words/catalog.ts';

export const capabilityTexts = textsOf({
  noCapabilities: 'not named',
  noCapabilitiesWhy:
    'SMART requires the list. The launch is tried all the same, with v1 scopes unless scopes_supported shows v2 ones.',

  announced: 'announced',
  announcedAs: 'announced as {name}',
  notAnnounced: 'not announced',

  ehrLaunch: 'Opens from the chart.',
  noEhrLaunch:
    'Many servers leave this out, so the launch is tried all the same. If it fails, this server opens no app from a chart.',
  ehrPatient: 'The token names the patient of the chart.',
  noPatientContext:
    'Many servers leave this out, so the launch is tried all the same. A token without patient ends in E10.',
  banner: 'The server may say that its own frame shows who the patient is; then one line is enough here.',
  noBanner: 'Optional. Without it the patient’s line is shown in full.',
  standaloneLaunch: 'Patients may sign in on their own.',
  noStandaloneLaunch:
    'Many servers leave this out, so the launch is tried all the same. If it fails, take standalone out of the site’s launch.',
  standalonePatient: 'The sign-in page asks for the patient.',
  publicClient: 'Takes clients without a secret, as this one is.',
  noPublicClient:
    'Many servers leave this out, so the launch is tried all the same. If the token request is refused (E06), register Longview as a public client, without a secret.',
  patientScopes: 'Knows patient/ scopes.',
  noPatientScopes:
    'Many servers leave this out, so the launch is tried all the same. All clinical scopes asked for begin with patient/.',
  openIdConnect: 'Says who signs in.',
  noOpenIdConnect:
    'Many servers leave this out, so the launch is tried all the same. Without an id_token nobody is named in the menu.',
  refresh: 'Honours {scope}.',
  noRefresh:
    'Many servers leave this out, so the launch is tried all the same. Without a refresh token the session ends with its first token.',

  noScopeForm: 'neither announced',
  scopesOfSiteFile: 'The site file lists its scopes itself.',
  scopeFormAnnounced:
    'Longview asks in the {form} form ({example}). The registration may know the other form only: then scopes are dropped, and “scopes” of the site file chooses.',
  scopeFormNotAnnounced:
    'Longview asks in the {form} form ({example}). The server does not announce that form and may drop it without a word (E11). Set “scopes” of the site file to the form of the registration.',

  authorizePost:
    'Optional. With it a request longer than 2000 characters goes as a form; without it, as an address.',
});
