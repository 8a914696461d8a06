import { textsOf } from '../../words/catalog.ts';

export const capabilityTexts = textsOf({
  noCapabilities: 'absent',
  noCapabilitiesWhy:
    'SMART requires this list. Longview tries the launch anyway, with v1 scopes unless scopes_supported lists v2 scopes.',

  announced: 'listed',
  announcedAs: 'listed as {name}',
  notAnnounced: 'not listed',

  ehrLaunch: 'The EHR can launch apps from a chart.',
  noEhrLaunch:
    'Many servers leave this out, so Longview tries the launch anyway. If it fails, this server does not launch apps from a chart.',
  ehrPatient: 'The token response names the patient whose chart is open.',
  noPatientContext:
    'Many servers leave this out, so Longview tries the launch anyway. A token response without a patient ends in E10.',
  banner:
    'The server can say that the EHR already shows the patient. Longview then shows a compact patient banner.',
  noBanner: 'Optional. Without it Longview shows the full patient banner.',
  standaloneLaunch: 'Patients can sign in without an EHR.',
  noStandaloneLaunch:
    'Many servers leave this out, so Longview tries the launch anyway. If it fails, remove standalone from launch in the site file.',
  standalonePatient: 'The sign-in page asks which patient to open.',
  publicClient: 'Accepts public clients. Longview is one: it has no secret.',
  noPublicClient:
    'Many servers leave this out, so Longview tries the launch anyway. If the token request is refused (E06), register Longview as a public client, without a secret.',
  patientScopes: 'Supports patient/ scopes.',
  noPatientScopes:
    'Many servers leave this out, so Longview tries the launch anyway. Longview requests patient/ scopes only.',
  openIdConnect: 'The id_token says who signed in.',
  noOpenIdConnect:
    'Many servers leave this out, so Longview tries the launch anyway. Without an id_token the menu does not say who signed in.',
  refresh: 'Supports {scope}.',
  noRefresh:
    'Many servers leave this out, so Longview tries the launch anyway. Without a refresh token the session ends when its first token expires.',

  noScopeForm: 'neither listed',
  scopesOfSiteFile: 'The site file lists the scopes itself.',
  scopeFormAnnounced:
    'Longview requests {form} scopes ({example}). If the registration holds only the other version, the server drops them: set “scopes” in the site file.',
  scopeFormNotAnnounced:
    'Longview requests {form} scopes ({example}). The server does not list this version and may drop them silently (E11). Set “scopes” in the site file to the version in the registration.',

  authorizePost:
    'Optional. With it Longview sends an authorization request longer than 2000 characters as a form (POST); without it, as a URL.',
});
