import { EVENTS_SUPPORTED } from './hubEvents.ts';

/** The hub says that it can do this. https://build.fhir.org/ig/HL7/fhircast-docs/2-7-Conformance.html */
export const HUB_CONFIGURATION = {
  eventsSupported: EVENTS_SUPPORTED,
  websocketSupport: true,
  fhircastVersion: '3.0.0',
  capabilities: { supportsGetCurrentContext: true, supportsNonCurrentContextUpdates: false },
  fhirVersion: 'R4',
};
