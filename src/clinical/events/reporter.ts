/** Says who told of an event, where it was not the one who did or ordered it. */
import { elementOf, trimmedText } from '../fhirElements/fhirElement.ts';
import { careEventsTexts } from './careEvents.messages.ts';

type Reporter = { readonly name: string; readonly kind: string };

function reporterOf(reference: unknown): Reporter {
  const sent = elementOf(reference);
  const [, kind = trimmedText(sent['type'])] =
    /(?:^|\/)([A-Z][A-Za-z]+)\/[^/]+$/.exec(trimmedText(sent['reference'])) ?? [];
  return { name: trimmedText(sent['display']), kind };
}

/** Returns who said something, as the server names them; a person without a name is said to be the patient or a related person. */
export function reporterText(reference: unknown): string {
  const { name, kind } = reporterOf(reference);
  if (name !== '') return name;
  if (kind === 'Patient') return careEventsTexts('thePatient');
  return kind === 'RelatedPerson' ? careEventsTexts('relatedPerson') : '';
}

/** Returns the same for the patient and a related person, and '' for a professional, who is nobody to be named here. */
export const layReporterText = (reference: unknown): string =>
  ['Patient', 'RelatedPerson'].includes(reporterOf(reference).kind) ? reporterText(reference) : '';
