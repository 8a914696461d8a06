import { describe, expect, test } from 'vitest';
import { medicationStepOf } from './medicationSteps.ts';
import { careEventOf } from '../events/careEvents.ts';

const context = {
  patientId: 'p1',
  fhirBase: 'https://ehr.example/r4',
  nowMs: Date.UTC(2026, 10, 24),
  hidePreliminary: false,
};
const LONGEST = 40_000;

/** Returns a resource of the patient with this text in each field that is told. */
function resourceOf(resourceType: string, text: string): object {
  const concept = { text };
  return {
    resourceType,
    id: 'e1',
    subject: { reference: 'Patient/p1' },
    patient: { reference: 'Patient/p1' },
    status: resourceType === 'MedicationRequest' ? 'active' : 'completed',
    intent: 'order',
    code: concept,
    type: [concept],
    vaccineCode: concept,
    medicationCodeableConcept: concept,
    reasonCode: [concept],
    statusReason: concept,
    bodySite: [concept],
    outcome: concept,
    performer: [{ actor: { display: text }, display: text }],
    note: [{ text }],
    dosageInstruction: [{ text, route: concept }],
    dosage: resourceType === 'MedicationAdministration' ? { text, route: concept } : [{ text }],
    performedDateTime: '2026-01-01',
    occurrenceDateTime: '2026-01-01',
    effectiveDateTime: '2026-01-01',
    authoredOn: '2026-01-01',
    period: { start: '2026-01-01' },
  };
}

function read(resourceType: string, text: string) {
  const sent = resourceOf(resourceType, text);
  const reading = resourceType.startsWith('Medication')
    ? medicationStepOf(sent, context)
    : careEventOf(sent, context);
  if (reading.outcome !== 'read') throw new Error(reading.outcome);
  return 'event' in reading ? reading.event : reading.step;
}

const TYPES = [
  'Encounter',
  'Procedure',
  'Condition',
  'Immunization',
  'MedicationRequest',
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
];

describe('a text of a million letters in every field', () => {
  test.each(TYPES)('of a %s is cut visibly where it is told', (type) => {
    const event = read(type, 'take 1 daily '.repeat(80_000));
    const note = event.note ?? '';
    const told = ['reason', 'statusReason', 'text', 'doseText'].flatMap((name) => {
      const text: unknown = Reflect.get(event, name);
      return typeof text === 'string' ? [text] : [];
    });
    expect(Math.max(...told.map(({ length }) => length))).toBeLessThan(LONGEST);
    // Each of some notes has a text of its own.
    expect(note.length).toBeLessThan(6 * LONGEST);
    expect(note).toContain('…');
  });

  test.each(TYPES)('of a %s leaves what Longview says itself at its end', (type) => {
    const sent = { ...resourceOf(type, 'x'.repeat(1_000_000)), modifierExtension: [{ url: 'x' }] };
    const reading = type.startsWith('Medication')
      ? medicationStepOf(sent, context)
      : careEventOf(sent, context);
    if (reading.outcome !== 'read') throw new Error(reading.outcome);
    const { note = '' } = 'event' in reading ? reading.event : reading.step;
    expect(note).toMatch(/modif|changes|mean/i);
  });
});

test.each(TYPES)('the long note of a person in a %s stays whole', (type) => {
  const text = `${'Seen on the ward, slept well, no pain. '.repeat(500)}End.`;
  const { note = '' } = read(type, text);
  expect(note).toContain(text);
});
