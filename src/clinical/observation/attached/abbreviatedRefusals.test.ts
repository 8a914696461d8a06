import { describe, expect, test } from 'vitest';
import { readPotassium } from '../observationFixture.ts';
import { kindWithNote } from './namedRefusalFixture.ts';
import { textsInLanguages } from './textLinesFixture.ts';

/** A heading of a result, or the name of the test, stands before letters that say that it was not determined. */
const MARKED = textsInLanguages({
  k: [
    'Result: ND | Result: n.d. | Result: n. d. | Test result: ND | Lab result: N.D. | Final result: n/d | Value: ND',
    'Resultado: ND | Resultado: n. d. | Resultado : N/D | Valor: n.d. | Résultat : n.d. | Valeur : ND | Risultato: n.d.',
    'Befund: n. b. | Befund: n.b. | Ergebnis: n. b. | Ergebnis: n.d. | Wert: n. d. | Messung: n. b. | Bestimmung: n.d.',
    'Befund: n. a. | Ergebnis: n.a. | Result: n.a. | Result: N/A | Result: NA | RESULT: NA | Valor: n/a | Uitslag: n.b.',
    'Kalium: n. b. | Kalium: n.b. | K: n. b. | Kalium n. b. | Kalium n.b. | Kaliumwert: n. b.',
    'Kalium: n. a. | Potassium: N/A | Potassium N/A | Potassium: NA | Potassium: n.a. | Kalium: k. A. | Befund: k.A.',
    'Befund: n. v. | Befund: n. m. | Kalium: n. m. | Result: NT | Result: NP | Potassio: n. e. | Potassium: N.T.',
    'Result - ND | Befund – n. b. | Result ND | Befund n. b. | Result:\nND | Resultado:\n n.d. | *Befund: n. b.*',
    'n. b. | n.b. | *n. b.* | n. m. | Result: ND. Please resend. | Nachforderung. Befund: n. b.',
  ],
  hb: ['Hb: n. b. | Hämoglobin: n. a. | Hämoglobin n. b. | Hémoglobine : N/A | Blutbild: n. b.'],
  na: ['Natrium: n. b. | Na: n. a. | Na: NA | Sodium: N/A | Result: NA'],
  crea: ['Kreatinin: n. b. | Créatinine : n.a. | Kreatinin 1.1, Ergebnis: n. b.'],
});

/** The letters are of something else, or are a way to say that there is nothing to be noted. */
const GOOD = textsInLanguages({
  k: [
    'Fasting: n.a. | Dilution: N/A | Fasting: NA | Fasting: n. b. | Nüchtern: n. b. | Dilution: n.a. | Verdünnung: n. a.',
    'Comment: N/A | Comment: n.a. | Note: N/A | Notes: NA | Kommentar: n. b. | Bemerkung: k. A. | Remark: N/A | Reason: N/A',
    'N/A | n. a. | n.a. | NA | N.A. | k. A. | NB | N.B. | N.B. repeated | NB: repeated twice | Note: n.b. repeated',
    'Previous result: N/A | Previous value: n.a. | Prior result: NA | Vorwert: n. b. | Vorbefund: n. b. | Last result: n.a.',
    'Reference value: N/A | Reference range: n.a. | Critical value: N/A | Critical result: N/A | Target value: n. a.',
    'Method: N/A | Status: N/A | Order: N/A | Collection time: N/A | Clinical data: N/A | Hemolysis: N/A | Specimen: N/A',
    'Natrium: n. b. | Na: n. a. | K, Na | Potassium, Na | Chloride, Na, K | Repeat K, Na | Confirmed by Na | LDH: n. a.',
    'HIV: n. b. | Troponin T: n. a. | Blutgruppe: n. b. | Urine potassium: N/A | Kalium im Urin: n. b. | CRP n. b.',
    'Sodium:\nnot performed | Chloride:\n not done | Volume n. a. | Material: n. b. | Serum: n. a. | Tube: N/A',
    'Reported at 10:15, Result: 4.2 | Befund: unauffällig | Result: normal | Sent to N. A. Doe | Dr. N. B. Doe | n. v. Chr.',
    "Le potassium n'a pas varié | Result: N | Result: n. s. | Result: A | Result: na 139",
  ],
  na: ['K: n. b. | Kalium: n. a. | Potassium: NA | Na | Na, K | K, Na, Cl | Serum Na | Na repeated | Na+'],
  hb: [
    'A1c: n. b. | HbA1c: n.a. | Glukose: n. b. | Differenzierung: n. b. | Retikulozyten: n. b. | Diff: N/A',
  ],
  plt: ['MPV: n. b. | IPF: N/A | Mean platelet volume: n.a.'],
});

describe('letters that say that a test was not determined', () => {
  test.each(MARKED)('stand beside the number of %s: "%s"', (id, text) => {
    const { drawing, condition } = kindWithNote(id, text);
    expect(drawing).toBe('line');
    expect(condition).not.toBe('');
  });

  test.each(GOOD)('leave %s where they are of something else: "%s"', (id, text) => {
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'line', condition: '', absentReason: '' });
  });

  test.each(['n. b.', 'n.a.', 'N/A', 'n. v.', 'NA', 'NB'])('leave no mark as a flag: "%s"', (text) => {
    const { drawing, condition } = readPotassium({ interpretation: [{ text }] }).kind;
    expect({ drawing, condition }).toEqual({ drawing: 'line', condition: '' });
  });

  test('are shown with their heading', () => {
    expect(kindWithNote('k', 'Befund: n. b.').condition).toBe('Befund: n. b');
    expect(kindWithNote('k', 'Result: ND').condition).toBe('Result: ND');
  });

  test('and name a part of a panel only where they name it', () => {
    expect(kindWithNote('k', 'Not performed:\nPotassium').drawing).toBe('listed');
    expect(kindWithNote('na', 'Not performed:\nPotassium').drawing).toBe('line');
  });
});

test.each([
  'Laborinformation:\nProbe verworfen',
  'Result comment:\nSpecimen rejected',
  'Message from the laboratory:\nTest not performed',
  'Hinweis des Labors:\nKalium nicht bestimmbar',
  'Tests affected:\nPotassium not reported',
  'Potassium not reported - Na, Cl unaffected',
  'Specimen hemolyzed: K not reported - Na ok',
  'K not reported - NT-proBNP not affected',
])('a heading or a dash hides no refusal: "%s"', (text) => {
  expect(kindWithNote('k', text).drawing).toBe('listed');
});

test.each(['Specimen contaminated - Na not reported', 'Sample rejected - Na, K, Cl not performed'])(
  'sodium behind a dash is refused: "%s"',
  (text) => {
    expect(kindWithNote('na', text).drawing).toBe('listed');
  },
);

test.each([
  'Results: Na, K, Cl verified by repeat',
  'Bestimmung: Na, K mittels indirekter ISE',
  'Tests: Na, K',
  'Sodium: Na',
])('sodium is no "not analyzed": "%s"', (text) => {
  for (const id of ['k', 'na', 'wbc'])
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'line', condition: '' });
});

test.each(['Clotted; CBC ok', 'Clot in sample; CBC, BMP ok', 'Clotted, CBC and coag redrawn'])(
  'a clot that is of no named tube stays with an INR: "%s"',
  (text) => {
    expect(kindWithNote('inr', text).condition).not.toBe('');
  },
);

test.each([
  'Probe geronnen, Quick nicht bestimmbar',
  'Clotted specimen; PT/INR cancelled',
  'Muestra coagulada, TP no realizado',
])('and with platelets: "%s"', (text) => {
  expect(kindWithNote('plt', text).condition).not.toBe('');
});

/** A heading may have dots, and a list may be joined by a plus. */
const WITH_DOTS = textsInLanguages({
  k: [
    'Kalium i. S.: n. b. | Kalium i.S.: n.b. | Kalium i. S. n. b. | Kalium i. Pl.: n. b. | Kalium i.P.: n. b. | K i. S.: n. b.',
    'K.: n. b. | Kal.: n. b. | Na + K: n. b.',
    'Kalium i. U.: nicht bestimmbar',
  ],
  crea: ['Krea i. S.: n. b.'],
  inr: ['Quick i. P.: n. b.'],
  tsh: ['T.S.H.: n. b.'],
  hb: ['NFS + formule non réalisée | NFS+formule non réalisée | BB + Diff: n. b.'],
});
const DISOWNED = textsInLanguages({
  k: [
    'Kalium i.S. nicht bestimmbar | Kalium i. S.: nicht bestimmbar | Pot. : non dosé | Potass.: no realizado | Pot. sérique : non réalisé',
    'Na + K non dosés | Hb 12. Kalium nicht bestimmbar | Hepatitis A. Potassium not performed | Befund: n. b. Röhrchen leer',
    'Niet uitgevoerd i.v.m. hemolyse',
  ],
  crea: ['Creat.: not performed | Ionogramme + créat. non réalisés'],
  crp: ['C.R.P. : non réalisée'],
  hb: ['N.F.S. non réalisée | N.F.S. : non réalisée | C.B.C. not performed'],
});
const OF_OTHERS = textsInLanguages({
  k: ['Kalium i. U.: n. b. | K i. U.: n. b. | Na i. S.: n. b. | Mg + PO4 not performed'],
  hb: ['VS + CRP non réalisés | CRP + PCT: n. b.'],
});

describe('a name with dots or a plus', () => {
  test.each(WITH_DOTS)('is that of %s, and the words stand beside its number: "%s"', (id, text) => {
    const { drawing, condition } = kindWithNote(id, text);
    expect(drawing).toBe('line');
    expect(condition).not.toBe('');
  });

  test.each(DISOWNED)('is that of %s, and its number is no result: "%s"', (id, text) => {
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'listed', reason: 'not-measured' });
  });

  test.each(OF_OTHERS)('is not that of %s: "%s"', (id, text) => {
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'line', condition: '' });
  });

  test('is shown as it was sent', () => {
    expect(kindWithNote('k', 'Kalium i. S.: n. b.').condition).toBe('Kalium i. S.: n. b');
  });
});

test.each([
  'Befund: N.B. nüchtern abgenommen',
  'Result: N.B. fasting sample',
  'Result: N.B.: fasting sample',
  'Kalium: N.B. fasting sample',
  'Potassium: N.B. - repeated',
  'Résultat : N.B. prélèvement à jeun',
  'Risultato: N.B. campione a digiuno',
  'Resultado: NB. amostra em jejum',
  'Potassium N.B. fasting sample',
  'Ergebnis: NB! Patient nüchtern',
])('a nota bene before a remark is no mark: "%s"', (text) => {
  expect(kindWithNote('k', text)).toMatchObject({ drawing: 'line', condition: '' });
});

test.each([
  'Befund: N.B.',
  'Kalium: n. b. Bitte neu einsenden.',
  'Kalium: N.B. Natrium: 139',
  'Kalium: N.B.\nNatrium: 139',
  'Kalium: n.b. (Hämolyse)',
  'Kalium: N.B., CRP 3',
  'Kalium: N.B. CRP 3',
  'Kalium: N.B. Bitte neu einsenden',
  'Kalium: N.B. Neue Probe erbeten',
  'Kalium: N.B. siehe Kommentar',
  'Ergebnis: N.B. wird wiederholt',
])('and without one it is: "%s"', (text) => {
  expect(kindWithNote('k', text).condition).toMatch(/: n\.? ?b/i);
});
