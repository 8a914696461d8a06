/**
 * This file reads one result as its server sent it, again for a reader who wants to see where a number comes from
 * (rule 12). The words are as they were sent, in the order of a reader's questions. Nothing is converted or parsed,
 * and nothing is left out because it is odd.
 */
import { fhirDateText, readMoment } from '../time/date.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import { elementOf, firstText, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import { normalizedStatus } from '../observation/status.ts';
import { sourceFacts, sourcePart, sourceParts, type SourceFact, type SourcePart } from './sourceFacts.ts';
import { readSubject } from '../fhirElements/subject.ts';
import { sourceTexts } from './source.messages.ts';

/** The source is what the server sent about one result, ready to be shown. */
export type Source = {
  /** The title says what was measured, in the words of the server. */
  readonly title: string;
  readonly status: string;
  /** The version reads "version 2"; it is '' when the server keeps no versions. */
  readonly version: string;
  /** Value, range and flag are undefined when they must not be shown (rules 34 and 36). */
  readonly result: SourcePart | undefined;
  /** These are the components of the Observation. */
  readonly parts: readonly SourcePart[];
  readonly facts: readonly SourceFact[];
};

/** The Observation is read, withdrawn, or refused. */
export type SourceReading =
  | { readonly outcome: 'read'; readonly source: Source }
  /** The result was entered in error: what was measured and when is kept, never a value (rule 33). */
  | { readonly outcome: 'withdrawn'; readonly title: string; readonly day: string }
  /**
   * It is another result than the one asked for, or not certainly one of this patient, so nothing of it is shown
   * (rule 48).
   */
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  | { readonly outcome: 'refused'; readonly why: 'another result' | 'another patient' | 'no patient' };

/** The context says which result is asked for, and of which patient. */
export type SourceContext = {
  readonly id: string;
  readonly patientId: string;
  readonly fhirBase: string;
  readonly hidePreliminary: boolean;
};

/** Reads an Observation as the source of a result, if it is the one asked for and of the patient in context. */
export function readSource(resource: unknown, context: SourceContext): SourceReading {
  const observation = elementOf(resource);
  if (observation['resourceType'] !== 'Observation' || observation['id'] !== context.id)
    // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
    return { outcome: 'refused', why: 'another result' };
  const subject = readSubject(observation, context);
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  if (subject === 'other-patient') return { outcome: 'refused', why: 'another patient' };
  const title = conceptText(observation['code']) || sourceTexts('resultWithoutName');
  const status = normalizedStatus(observation['status']);
  // A server may leave nothing of a withdrawn result but its status (US Core), so the subject may be missing.
  if (status === 'entered-in-error') return { outcome: 'withdrawn', title, day: dayText(observation) };
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  if (subject === 'no-subject') return { outcome: 'refused', why: 'no patient' };
  const versionId = trimmedText(elementOf(observation['meta'])['versionId']);
  const isHidden = isWithheld(status, context.hidePreliminary);
  return {
    outcome: 'read',
    source: {
      title,
      status: status || sourceTexts('noStatus'),
      version: versionId && sourceTexts('version', { number: versionId }),
      result: isHidden ? undefined : sourcePart(observation),
      parts: isHidden ? [] : sourceParts(observation),
      facts: sourceFacts(observation, isHidden),
    },
  };
}

/**
 * A cancelled result has no value, and a preliminary one must not show it where the vendor says so (rules 34 and 36).
 */
const isWithheld = (status: string, hidePreliminary: boolean): boolean =>
  /^cancell?ed$/.test(status) || (status === 'preliminary' && hidePreliminary);

/** Returns the day of a result, and each of several that were sent. */
const dayText = (observation: FhirElement): string => {
  const { start, end } = elementOf(observation['effectivePeriod']);
  const sent = [observation['effectiveDateTime'], observation['effectiveInstant'], firstText(end, start)];
  const days = sent.map((one) => fhirDateText(readMoment(trimmedText(one).slice(0, 10))));
  return [...new Set(days)].filter(Boolean).join('; ');
};
