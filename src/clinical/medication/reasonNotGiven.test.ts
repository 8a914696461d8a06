import { describe, expect, test } from 'vitest';
import { stepFrom } from '../../testing/eventsFromFhirFixture.ts';

const given = { status: 'completed', effectiveDateTime: '2026-10-01T08:00:00Z' };
const marksOf = (fields: object) => {
  const { isNotDone, isUnknown } = stepFrom('MedicationAdministration', { ...given, ...fields });
  return { isNotDone, isUnknown };
};
const UNKNOWN = { isNotDone: true, isUnknown: true };
const GIVEN = { isNotDone: undefined, isUnknown: undefined };

/** Each of these tells what keeps a dose from being given, and none of them says that it was not. */
const PREVENTED = {
  english: `Asleep|Patient sleeping|Patient away|Off ward|Patient not on unit|In theatre|At dialysis|NPO|Nil by mouth|NBM
    |Hold for low BP|Parameters not met|Patient declines|Would not take|No IV access|Lost IV access|IV infiltrated|PICC occluded
    |Awaiting pharmacy|Not in stock|Ran out|Patient absent|On leave|LOA|Left against medical advice|Self-discharged|Unable to swallow
    |Could not be given|Vomiting|Duplicate order|Order discontinued|Not due|Charted in error|Too drowsy|SBP < 90|Awaiting INR
    |Already given by day shift|Given elsewhere|Taken earlier|No consent|Doctor's instructions`,
  german: `Patient schläft|Abwesend|Nicht auf Station|Nüchtern|Erbrechen|Pausiert|Kein Zugang|Keine Vene|Beurlaubt|Medikament fehlt
    |Abgesetzt|Im OP|RR zu niedrig|Kann nicht schlucken|Bedarf nicht gegeben|Nahrungskarenz|Bereits gegeben`,
  french: `Endormi|Patient absent|À jeun|Suspendu|Vomissements|Pas de voie veineuse|Rupture de stock|En permission|Au bloc
    |Ne peut pas avaler|Patient non réveillé|Déjà donné`,
  spanish: `Dormido|Paciente ausente|En ayunas|Dieta absoluta|Vómitos|Sin vía|Fuera de planta|Retenido|En quirófano|TA baja
    |No puede tragar|No hay medicación|Ya administrado|No se ha dado`,
};
const listOf = (texts: string): readonly string[] => texts.split('|').map((text) => text.trim());

describe.each(Object.entries(PREVENTED))('a dose called completed, in %s', (_, texts) => {
  test.each(listOf(texts))('is not known to be given where the reason is "%s"', (text) => {
    expect(marksOf({ statusReason: [{ text }] })).toEqual(UNKNOWN);
    expect(marksOf({ statusReason: [{ coding: [{ display: text }] }] })).toEqual(UNKNOWN);
    expect(marksOf({ statusReason: [{ text: '12', coding: [{ display: text }] }] })).toEqual(UNKNOWN);
  });
});

describe('a dose called completed', () => {
  test.each(
    listOf(`Given as planned|Given late: patient asleep|Administered late - patient off unit|Given via NG, NPO|NPO except meds, given
      |Held for 30 min then given|Refused initially, then taken|Given despite vomiting|Unable to swallow, given via NG|Self-administered
      |Taken at home|Given before patient left on pass|Given earlier than scheduled|Tolerated well|Infusion completed|Pain|Breakthrough pain
      |PRN|Per protocol|As ordered|Scheduled|Stat|Late entry|Scanner down|Witnessed by RN|Patient request|First dose|Left deltoid
      |Rate changed|Home medication|None|Not applicable|N/A|-|Keine|No aplica|No adverse reaction|Nüchtern gegeben|Gegeben, Patient schläft|Bei Bedarf|Schmerzen
      |Wie verordnet gegeben|Donné à jeun|Pris à jeun|Si besoin|Douleur|Administrado en ayunas|Administrado con retraso, paciente dormido
      |Según pauta|Dolor|Tomado en ayunas`),
  )('was given where its reason is "%s"', (text) => {
    expect(marksOf({ statusReason: [{ text }] })).toEqual(GIVEN);
  });

  test.each(
    listOf(`Sepsis|Essential (primary) hypertension|Type 2 diabetes mellitus without complications|Pneumonia|Atrial fibrillation
      |DVT prophylaxis|Chest pain|Post-op pain|Pain (finding)|Pain 7/10|Moderate pain (4-6)|For pain|Indication: fever|Pharyngitis
      |Constipation|Shortness of breath|Anemia|Anämie|Scheduled dose|Per order of Dr|Maintenance dose|PRN for pain`),
  )('was given for "%s"', (text) => {
    expect(marksOf({ statusReason: [{ text }] })).toEqual(GIVEN);
  });

  test.each(
    listOf(`Pain, patient asleep|Fever, patient away|Pain resolved|Pain controlled|No pain|Prophylaxis held|Routine hold|PRN not needed
      |Scheduled surgery|Scheduled dialysis|Bag not available|Site infiltrated|Site leaking|Own supply ran out|None in stock
      |Other: patient asleep|Emergency - patient to OR|Self administration refused|Patient request to skip|First dose not due
      |Right arm fistula|Urgent CT|Taken to OR|Patient taken for CT|Treatment completed|Hypotension|Bradycardia|Hypoglycemia
      |Sepsis resolved|Hypertensive crisis, NPO`),
  )('is not known to be given where words like those go on as "%s"', (text) => {
    expect(marksOf({ statusReason: [{ text }] }).isNotDone).toBe(true);
  });

  test('has nothing to do with the reason why it was given', () => {
    for (const name of ['reasonCode', 'reasonReference', 'reason', 'reasonGiven'])
      for (const text of ['Vomiting', 'Asleep', 'Sepsis'])
        expect([name, text, marksOf({ [name]: [{ text, display: text, concept: { text } }] })]).toEqual([
          name,
          text,
          GIVEN,
        ]);
  });

  test('reads the reasons of HL7 by their system', () => {
    const coded = (system: string, code: string) => ({
      statusReason: [{ coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }] }],
    });
    for (const code of ['b', 'c', 'd'])
      expect([code, marksOf(coded('reason-medication-not-given', code))]).toEqual([code, UNKNOWN]);
    const absent = { system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' };
    for (const reason of [{}, { coding: [absent] }, { coding: [{ ...absent, display: 'Unknown' }] }])
      expect([reason, marksOf({ statusReason: [reason] })]).toEqual([reason, GIVEN]);
    // "None" stands for no reason.
    expect(marksOf(coded('reason-medication-not-given', 'a'))).toEqual(GIVEN);
    for (const code of ['a', 'b', 'c'])
      expect([code, marksOf(coded('reason-medication-given', code))]).toEqual([code, GIVEN]);
  });

  test('has its reason told, and what was refused in words of its code alone is known not to be given', () => {
    const asleep = stepFrom('MedicationAdministration', { ...given, statusReason: [{ text: 'Asleep' }] });
    expect(asleep.note).toContain('Asleep');
    const statusReason = [{ text: 'See note', coding: [{ display: 'Patient refused' }] }];
    expect(marksOf({ statusReason })).toEqual({ isNotDone: true, isUnknown: undefined });
  });

  test('is not known to be given where the words of its dosage say that it was not', () => {
    const dose = { value: 5, unit: 'mg' };
    for (const text of ['Not given', 'Held', 'Patient refused', 'Nicht gegeben'])
      expect([text, marksOf({ dosage: { text, dose } })]).toEqual([text, UNKNOWN]);
    for (const text of ['5 mg', 'Hold if SBP < 100', 'Given with food', 'IV push'])
      expect([text, marksOf({ dosage: { text, dose } })]).toEqual([text, GIVEN]);
  });
});

test('a dose in progress that somebody refused is not known to go on, and one whose rate was changed goes on', () => {
  const running = { ...given, status: 'in-progress' };
  for (const text of ['Patient refused', 'Held', 'Not given'])
    expect([text, marksOf({ ...running, statusReason: [{ text }] })]).toEqual([text, UNKNOWN]);
  expect(marksOf({ ...running, statusReason: [{ text: 'Rate changed' }] })).toEqual(GIVEN);
});

test('a dose that was stopped was begun, whatever the reason', () => {
  expect(marksOf({ status: 'stopped', statusReason: [{ text: 'Vomiting' }] })).toEqual(GIVEN);
});
