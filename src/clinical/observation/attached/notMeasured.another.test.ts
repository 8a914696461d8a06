import { describe, expect, test } from 'vitest';
import { quantity, readPotassium } from '../observationFixture.ts';
import { notMeasuredWords } from './refusal.ts';

/** The number beside these is a result: something else was not done, or by somebody else, or not in another way. */
const OF_ANOTHER = [
  'Cancelled by physician; result already reported',
  'Cancelled: result already reported',
  'Canceled; the result has already been released',
  'Order cancelled after result was reported',
  'Result already reported; cancelled by ward',
  'Test not performed by patient',
  'Test not performed by the patient',
  'Not performed by this laboratory',
  'Test not performed by our laboratory, sent to a reference laboratory',
  'Not measured by nephelometry',
  'Not calculated by the Friedewald equation',
  'Nicht durchgeführt durch Patient',
  'No realizado por el paciente',
  'Non réalisé par le patient',
  'Non eseguito dal paziente',
  'QNS - dilution not performed',
  'QNS, repeat not performed',
  'QNS; unable to repeat',
  'QNS. Could not be repeated.',
  'Insufficient specimen, not repeated',
  'Insufficient volume - dilution could not be performed',
  'Insufficient sample; confirmation not done',
  'Quantity not sufficient; not diluted',
  'Specimen insufficient, unable to confirm',
  'QNS for dilution',
  'Insufficient volume to dilute',
  'Material nicht ausreichend, Wiederholung nicht möglich',
  'Probe unzureichend, nicht verdünnt',
  'Muestra insuficiente, no se pudo repetir',
  'Quantité insuffisante, dilution non réalisée',
  'Campione insufficiente, ripetizione non eseguita',
  'Onvoldoende materiaal, herhaling niet uitgevoerd',
  'Previous specimen hemolyzed, not reported',
  'Previous sample clotted - not performed',
  'Specimen source - not reported',
  'Sample collection date; not reported',
  'Collection time, not recorded',
  'Not reported as critical',
  'Not performed since 2019',
  'Not calculated by Friedewald; measured directly',
  'Not done by us: sent to another laboratory',
  'The result was not reported by phone',
  'Value suppressed by steroid',
  'Test suppressed by dexamethasone',
  'Not performed: free T4',
  'Cancelled: lipid panel',
  'Anulado: TSH duplicada',
  'Interpretation nicht möglich',
  'Vurdering ikke mulig',
  'Invalid below 18 years',
  'Kein Material für Zusatzuntersuchung',
  'Specimen voided midstream',
  'No tests were cancelled',
  'No results were rejected due to hemolysis',
  'No results were cancelled',
  'No specimens rejected',
  'No result has been withdrawn',
  'None of the tests were cancelled',
  'Keine Probe wurde verworfen',
  'Ninguna muestra fue rechazada',
  'Ningún resultado fue anulado',
  'Aucun résultat annulé',
  'Nessun campione rifiutato',
];

/** These still refuse it. */
const OF_THIS = [
  'Cancelled by physician',
  'Cancelled by lab; hemolyzed',
  'Cancelled. Previously reported as 4.5.',
  'Result previously reported in error; cancelled',
  'Cancelled, please reorder',
  'Cancelled. Not reported.',
  'Test not performed by laboratory',
  'Not performed by lab due to hemolysis',
  'Not performed as specimen was hemolyzed',
  'Not reported since specimen clotted',
  'Not performed because of a broken tube',
  'QNS - test not performed',
  'QNS; repeat specimen not received',
  'QNS; please repeat',
  'QNS, unable to perform test',
  'QNS, dilution performed',
  'Insufficient specimen. Repeat requested.',
  'Test not performed; dilution not performed',
  'Specimen hemolyzed, not reported',
  'Storniert durch Labor',
  'No realizado por hemólisis',
  'Non eseguito per emolisi',
  'Cannot be calculated',
  'Result cannot be reported',
  'Hemolyzed; cannot be reported',
  'Cancelled: wrong tube',
  'Cancelled: specimen mislabeled',
  'Test not done: no specimen',
  'Not performed: specimen hemolyzed',
  'Test not performed: see comment',
  'No specimen received',
  'Insufficient specimen volume',
  'Sample quantity insufficient for testing',
  'Invalid result',
  'Not tested due to hemolysis',
  'Sample cancelled',
  'Keine Bestimmung möglich',
  'Kein Probenmaterial eingegangen',
  'Material reicht nicht aus',
  'Bepaling niet mogelijk',
  'Prøven ikke mottatt',
  'Prøven annulleret',
  'Analyse ikke mulig',
];

describe('words about another thing', () => {
  test.each(OF_ANOTHER)('"%s" refuse no number', (text) => expect(notMeasuredWords([text])).toBe(''));
  test.each(OF_THIS)('"%s" refuses it', (text) => expect(notMeasuredWords([text])).not.toBe(''));
});

describe('words in other languages', () => {
  test.each(['Non réalisé', 'Campione insufficiente', 'Niet bepaald', 'Não realizado', 'Ej utförd'])(
    'beside a number list it with them: "%s"',
    (text) => {
      for (const value of [0, 4.2]) {
        const { kind } = readPotassium({ valueQuantity: quantity(value, 'mmol/L'), note: [{ text }] });
        expect(kind).toMatchObject({ drawing: 'listed', reason: 'not-measured', absentReason: text });
      }
    },
  );
});

describe('words that a result cannot be determined', () => {
  test.each([
    'nicht bestimmbar',
    'Not determinable',
    'Non determinabile',
    'No determinable',
    'niet te bepalen',
  ])(
    'list a number, which may fill a field, and leave a limit, which says that there was too little: "%s"',
    (text) => {
      const note = [{ text }];
      const limit = { ...quantity(0.4, 'mmol/L'), comparator: '<' };
      for (const value of [0, 4.2])
        expect(readPotassium({ valueQuantity: quantity(value, 'mmol/L'), note }).kind.reason).toBe(
          'not-measured',
        );
      expect(readPotassium({ valueQuantity: limit, note }).kind.reason).toBe('');
    },
  );

  test('leave no limit where they say why, or where no sample came', () => {
    for (const text of ['Nicht durchgeführt', 'Probe unbrauchbar', 'QNS']) {
      const valueQuantity = { ...quantity(0.4, 'mmol/L'), comparator: '<' };
      expect(readPotassium({ valueQuantity, note: [{ text }] }).kind.reason).toBe('not-measured');
    }
  });
});

describe('a flag or the state of a specimen that was not told', () => {
  const specimenIn = (text: string) => ({
    contained: [{ resourceType: 'Specimen', id: 's', condition: [{ text }] }],
    specimen: { reference: '#s' },
  });

  test.each([
    'Not available',
    'Not reported',
    'not determined',
    'No disponible',
    'Nicht verfügbar',
    'Not recorded',
  ])('refuses no number: "%s"', (text) => {
    expect(readPotassium({ interpretation: [{ text }] }).kind.drawing).toBe('line');
    expect(readPotassium({ interpretation: [{ coding: [{ display: text }] }] }).kind.drawing).toBe('line');
    expect(readPotassium(specimenIn(text)).kind.drawing).toBe('line');
  });

  test.each(['Test not performed', 'Specimen rejected', 'Rejected', 'Result not available'])(
    'refuses it where the test or the specimen is meant: "%s"',
    (text) => {
      expect(readPotassium({ interpretation: [{ text }] }).kind.reason).toBe('not-measured');
      expect(readPotassium(specimenIn(text)).kind.reason).toBe('not-measured');
    },
  );
});
