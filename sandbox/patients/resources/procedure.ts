import type { Procedure } from 'fhir/r4';
import { concept, SNOMED } from './codes.ts';
import { encounterOf, eventId, standingSince, subjectOf, type EncounterAt } from './commonElements.ts';
import { sentTime } from './localTime.ts';
import { clinicalTerm } from './terms.ts';
import { tableCells } from './tableParsing.ts';

const KINDS = {
  diagnostic: concept(SNOMED, '103693007', 'Diagnostic procedure'),
  surgical: concept(SNOMED, '387713003', 'Surgical procedure'),
  therapeutic: concept(SNOMED, '277132007', 'Therapeutic procedure'),
};
const isKind = (text: string): text is keyof typeof KINDS => Object.hasOwn(KINDS, text);

/** when | until, where it took time | kind | what | in other words */
export function procedures(
  patient: string,
  table: string,
  encounterAt: EncounterAt = () => undefined,
): readonly Procedure[] {
  return tableCells(table).map(([start = '', end = '', kind = '', name = '', text = name]) => ({
    resourceType: 'Procedure',
    id: eventId(patient, 'procedure', text, start),
    meta: standingSince(end === '' ? start : end),
    status: 'completed',
    ...(isKind(kind) && { category: KINDS[kind] }),
    code: clinicalTerm(name, text),
    subject: subjectOf(patient),
    ...encounterOf(encounterAt(start)),
    ...(end === ''
      ? { performedDateTime: sentTime(start) }
      : { performedPeriod: { start: sentTime(start), end: sentTime(end) } }),
  }));
}
