import { describe, expect, test } from 'vitest';
import { careEventFrom, stepFrom } from '../../testing/eventsFromFhirFixture.ts';

const dialysis = { status: 'completed', code: { text: 'Hemodialysis' }, performedDateTime: '2026-10-01' };
const SNOMED = 'http://snomed.info/sct';

const NOT_DONE = [
  'Not performed',
  'Procedure not performed',
  'Procedure not performed: patient unwell',
  'Was not done',
  'Not done - equipment failure',
  'Cancelled',
  'Canceled by patient',
  'Procedure was cancelled.',
  'Cancelled due to fever',
  'Aborted',
  'Procedure aborted, hypotension',
  'Abandoned',
  'Patient refused',
  'Patient refused procedure',
  'Refusal of treatment by patient',
  'Procedure refused for religious reason',
  'Procedure contraindicated',
  'Procedure not indicated',
  'Procedure not wanted',
  'Declined by parent',
  'Patient did not attend',
  'No show',
  'Deferred',
  'Postponed until next week',
  'Unable to perform',
  'Hypotension, procedure cancelled',
  'No realizado',
  'Procedimiento no realizado',
  'Cancelada',
  'El paciente rechazó el procedimiento',
  'Nicht durchgeführt',
  'Abgebrochen',
  'Non effectué',
  'Hypotension, treatment cancelled',
  'Treatment declined',
  'Unwell; patient declined',
  'Patient lehnt ab',
  'Patient a refusé',
  'Patient hat abgelehnt',
  'Session cancelled',
  'Session held due to hypotension',
  'Session was held until BP improves',
  'Session not held',
  'Sessions were not held',
  'Hypotensie, behandeling geannuleerd',
  'Uitgesteld tot maandag',
  'Session withheld',
  'Session on hold',
  'Nicht verabreicht',
  'Patient nicht erschienen',
  'Non administré',
  'Acte non réalisé',
  'Non fait',
  'N’a pas été réalisé',
  'Le patient refuse',
  'Refusé par le patient',
  'Ne s’est pas présenté',
  'No acude',
  'El paciente no acude a la cita',
  'No acudió',
  'No se presentó',
  'No asistió',
  'No administrado',
  'Se niega',
  'Non eseguito',
  'Non somministrato',
  'Non effettuata',
  'Il paziente ha rifiutato',
  'Rifiutato dal paziente',
  'Annullato',
  'Rinviata a domani',
  'Paziente non presentato',
  'Não realizado',
  'Procedimento não realizado',
  'Não administrado',
  'O doente recusou',
  'Recusado pelo paciente',
  'Adiado',
  'Não compareceu',
  'Niet uitgevoerd',
  'Niet toegediend',
  'Geweigerd door patiënt',
  'Patiënt weigert',
  'De patiënt heeft geweigerd',
  'Geannuleerd',
  'Uitgesteld',
  'Niet verschenen',
  'Refus du patient',
  'Refus de la patiente',
  'Refus',
  'Refus parental',
  'Refus du patient : douleur',
  'Rechazo del paciente',
  'Rechazo',
  'Rifiuto del paziente',
  'Weigering patiënt',
  'Verweigerung durch Patient',
  'Ablehnung des Patienten',
  'Verweigert durch Patient',
  'Adiado para amanhã',
  'Reporté à demain',
  'Session held back',
  'Session held back until Monday',
  'Sessions were held back',
  'Dose held back',
  'Not attended',
  'Not attended by the patient',
  'Pas indiqué',
  'N’est pas indiqué',
];

const DONE = [
  'Not attended by a physician',
  'Successful',
  'Unsuccessful',
  'Not successful',
  'Failed',
  'Completed',
  'Completed as planned',
  'No complications',
  'No complications, biopsy not performed',
  'Successful; biopsy not performed',
  'Biopsy not performed',
  'Normal. Treatment not required.',
  'Normal study; treatment not necessary',
  'Successful. Medication not needed',
  'CIN2 found, treatment declined',
  'Angiogram done, treatment deferred',
  'Adequate; dose held',
  'Healed (treatment not indicated)',
  'Normal, tratamiento no indicado',
  'Polypectomy cancelled',
  'Complete, second session cancelled',
  'Patient refused sedation',
  'Refused anesthesia, tolerated well',
  'Declined contrast',
  'Not complete',
  'Incomplete',
  'Complete abortion',
  'Abortion',
  'Further surgery not required',
  'Follow-up not needed',
  'Anastomosis not possible, stoma formed',
  'Unable to reach the cecum',
  'No evidence of disease',
  'Patient tolerated the procedure',
  'Performed as scheduled',
  'Exitoso',
  'Sin complicaciones',
  'Erfolgreich',
  'Session held',
  'Session was held',
  'Session held by video',
  'Therapy session held today',
  'Sessions held',
  'Sessions were held',
  'Session held for 60 minutes',
  'Normaal. Behandeling niet nodig.',
  'Normal. Tratamento não necessário.',
  'Normal. Soin non nécessaire',
  'Paziente rinviato per controllo',
  'Non indicato',
  'Não indicado',
  'No aplica',
  'No presenta complicaciones',
  'Non complicato',
  'Nessuna complicanza',
  'Paziente ha rifiutato la sedazione',
  'Biopsia non eseguita',
  'Eseguito',
  'Não houve complicações',
  'Realizado, biópsia não realizada',
  'Recusou sedação',
  'Geen complicaties',
  'Uitgevoerd; biopt niet uitgevoerd',
  'Verdere behandeling niet nodig',
  'Patiënt weigert sedatie',
  'Sans complication',
  'Refuse la sédation',
  'Réalisé sans incident',
  'Reporté au dossier',
  'Non indiqué',
  'Non indiquée',
  'Résultat : non indiqué',
  'Refus de la sédation',
  'Refus alimentaire',
  'Rechazo del injerto',
  'Sin rechazo',
  'Session held back to back',
  'Session held back in March',
  'Rifiuto della sedazione',
  'Refus de transfusion avant le geste',
];

describe('words beside a procedure that is called completed', () => {
  test.each(NOT_DONE)('"%s" says that it was not done, as outcome and as reason', (text) => {
    for (const fields of [{ outcome: { text } }, { statusReason: { coding: [{ display: text }] } }]) {
      const event = careEventFrom('Procedure', { ...dialysis, ...fields });
      expect(event).toMatchObject({ status: 'completed', isNotDone: true });
      expect(event.deniedBy).toBe('outcome' in fields ? text : undefined);
      expect(event.note).toContain(text);
    }
  });

  test.each(DONE)('"%s" leaves it done', (text) => {
    for (const fields of [{ outcome: { text } }, { statusReason: { coding: [{ display: text }] } }]) {
      const event = careEventFrom('Procedure', { ...dialysis, ...fields });
      expect(event.isNotDone).toBeUndefined();
      expect(event.deniedBy).toBeUndefined();
    }
  });

  test.each(['385660001', '262008008', '183944003', '105480006'])('and so does the code %s', (code) => {
    const outcome = { coding: [{ system: SNOMED, code, display: 'Nein' }] };
    expect(careEventFrom('Procedure', { ...dialysis, outcome }).isNotDone).toBe(true);
  });

  test('of a procedure that was stopped, or not done, the status says it', () => {
    const outcome = { text: 'Aborted' };
    expect(careEventFrom('Procedure', { ...dialysis, status: 'stopped', outcome }).isNotDone).toBeUndefined();
    expect(careEventFrom('Procedure', { ...dialysis, status: 'not-done', outcome }).deniedBy).toBeUndefined();
  });
});

describe('the reason why something was not done', () => {
  test.each([
    ['Procedure', { ...dialysis, reasonNotPerformed: [{ text: 'Clotted access' }] }, 'Clotted access'],
    ['Procedure', { ...dialysis, notDoneReason: { text: 'Clotted access' } }, 'Clotted access'],
    [
      'Immunization',
      {
        status: 'completed',
        vaccineCode: { text: 'Influenza' },
        occurrenceDateTime: '2026-10-01',
        statusReason: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'PATOBJ' }],
        },
      },
      'PATOBJ',
    ],
    [
      'Immunization',
      {
        status: 'completed',
        vaccineCode: { text: 'Influenza' },
        explanation: { reasonNotGiven: [{ text: 'Out of stock' }] },
      },
      'Out of stock',
    ],
  ])('of a %s that is called completed means that it was not: %o', (type, fields, reason) => {
    const event = careEventFrom(type, fields);
    expect(event).toMatchObject({ isNotDone: true, statusReason: reason });
    expect(event.note).toContain(reason);
  });

  test.each([
    { statusReason: [{ text: 'Patient refused' }] },
    { statusReason: [{ text: 'Dose not given' }] },
    { statusReason: [{ coding: [{ display: 'Drug declined by patient' }] }] },
    { statusReason: [{ text: 'Medication not administered' }] },
    { statusReason: [{ text: 'Patient refused medication' }] },
    { statusReason: [{ text: 'Patient asleep; dose held' }] },
    { statusReason: [{ text: 'NPO - medication not given' }] },
    { reasonNotGiven: [{ text: 'NPO' }] },
  ])('of a dose that is called completed means that it was not given: %o', (fields) => {
    const step = stepFrom('MedicationAdministration', {
      status: 'completed',
      effectiveDateTime: '2026-10-01T08:00:00Z',
      ...fields,
    });
    expect(step.isNotDone).toBe(true);
  });

  test('of a report that is called active means that it is not taken', () => {
    const report = stepFrom('MedicationStatement', { reasonNotTaken: [{ text: 'Nausea' }] });
    expect(report).toMatchObject({ isNotDone: true, statusReason: 'Nausea' });
  });

  test.each([
    { statusReason: [{ text: 'Given early' }] },
    { statusReason: [{ text: 'Patient refused injection, given by mouth' }] },
    { reasonCode: [{ text: 'Pain' }] },
  ])('and no other reason does: %o', (fields) => {
    const step = stepFrom('MedicationAdministration', {
      status: 'completed',
      effectiveDateTime: '2026-10-01T08:00:00Z',
      ...fields,
    });
    expect(step.isNotDone).toBeUndefined();
  });
});
