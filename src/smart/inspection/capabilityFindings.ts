import { capabilityTexts } from './capability.messages.ts';
import { textListField } from '../site/untrustedJson.ts';
import type { Finding } from './finding.ts';
import { scopesFor } from '../authorization/scopesFor.ts';
import type { Site } from '../site/site.ts';

type Wanted = { readonly names: readonly string[]; readonly use: string; readonly absent: string };

/**
 * Returns a finding for each capability that the launches of this site rely on. A missing one stops no launch, because many
 * servers under-declare (client-rules.md row 9). https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html
 */
export function capabilityFindings(document: object, site: Site): Finding[] {
  const announced = textListField(document, 'capabilities');
  if (announced.length === 0)
    return [
      {
        field: 'capabilities',
        value: capabilityTexts('noCapabilities'),
        state: 'missing',
        why: capabilityTexts('noCapabilitiesWhy'),
      },
    ];
  return [
    ...wantedOf(site).map(({ names, use, absent }): Finding => {
      const found = names.find((name) => announced.includes(name));
      return {
        field: names[0] ?? '',
        value:
          found === undefined
            ? capabilityTexts('notAnnounced')
            : found === names[0]
              ? capabilityTexts('announced')
              : capabilityTexts('announcedAs', { name: found }),
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
        use: capabilityTexts('ehrLaunch'),
        absent: capabilityTexts('noEhrLaunch'),
      },
      {
        names: ['context-ehr-patient'],
        use: capabilityTexts('ehrPatient'),
        absent: capabilityTexts('noPatientContext'),
      },
      {
        names: ['context-banner', 'context-passthrough-banner'],
        use: capabilityTexts('banner'),
        absent: capabilityTexts('noBanner'),
      },
    );
  if (launch.includes('standalone'))
    kinds.push(
      {
        names: ['launch-standalone'],
        use: capabilityTexts('standaloneLaunch'),
        absent: capabilityTexts('noStandaloneLaunch'),
      },
      {
        names: ['context-standalone-patient'],
        use: capabilityTexts('standalonePatient'),
        absent: capabilityTexts('noPatientContext'),
      },
    );
  kinds.push(
    {
      names: ['client-public'],
      use: capabilityTexts('publicClient'),
      absent: capabilityTexts('noPublicClient'),
    },
    {
      names: ['permission-patient'],
      use: capabilityTexts('patientScopes'),
      absent: capabilityTexts('noPatientScopes'),
    },
  );
  if (identity)
    kinds.push({
      names: ['sso-openid-connect'],
      use: capabilityTexts('openIdConnect'),
      absent: capabilityTexts('noOpenIdConnect'),
    });
  if (refresh !== 'none')
    kinds.push({
      names: [`permission-${refresh}`],
      use: capabilityTexts('refresh', { scope: `${refresh}_access` }),
      absent: capabilityTexts('noRefresh'),
    });
  return kinds;
}

function scopeFormFinding(announced: readonly string[], document: object, site: Site): Finding {
  const forms = ['permission-v1', 'permission-v2'].filter((form) => announced.includes(form));
  const finding = {
    field: 'permission-v1, permission-v2',
    value: forms.join(', ') || capabilityTexts('noScopeForm'),
  };
  if (typeof site.scopes !== 'string')
    return { ...finding, state: 'ok', why: capabilityTexts('scopesOfSiteFile') };
  const kind = site.launch[0] ?? 'ehr';
  const offered = { capabilities: announced, scopesSupported: textListField(document, 'scopes_supported') };
  const form = scopesFor(site, kind, offered).includes('Patient.read') ? 'v1' : 'v2';
  const example = form === 'v1' ? 'patient/Observation.read' : 'patient/Observation.rs';
  if (forms.includes(`permission-${form}`))
    return {
      ...finding,
      state: 'ok',
      why: capabilityTexts('scopeFormAnnounced', { form, example }),
    };
  return {
    ...finding,
    state: 'missing',
    why: capabilityTexts('scopeFormNotAnnounced', { form, example }),
  };
}

const formFinding = (announced: readonly string[]): Finding => ({
  field: 'authorize-post',
  value: capabilityTexts(announced.includes('authorize-post') ? 'announced' : 'notAnnounced'),
  state: 'ok',
  why: capabilityTexts('authorizePost'),
});
