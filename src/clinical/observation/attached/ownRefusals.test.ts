import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, readPotassium, readRow } from '../observationFixture.ts';
import { textsIn } from './textLinesFixture.ts';

const note = (text: string) => ({ note: [{ text }] });
const potassium = (text: string) => readPotassium(note(text)).kind;

describe('words that disown a number', () => {
  test.each(
    textsIn([
      'Ne pas utiliser | Niet gebruiken | No usar | No utilizar | Não utilizar',
      'Non utilizzare | Ikke bruk | Använd ej | Använd inte | Niet bruikbaar | Do not use',
      'No serum received | No plasma received | No blood received | Kein Serum erhalten',
      'Geen bloed ontvangen',
      'Serum insufficient | Plasma insufficient | Serum nicht ausreichend | Suero insuficiente',
      'Sérum insuffisant | Insufficient serum | Siero insufficiente | Not measured due to hemolysis',
      'Disregard potassium result | Please disregard potassium | Ignore potassium | Do not use potassium result',
      'Disregard this potassium value | Potassium: not performed',
      'Makuleret | Makulerad | Makuliert | Muestra rota | Status: cancelled | Status: not performed',
    ]),
  )('"%s" list it', (text) => {
    expect(potassium(text)).toMatchObject({ drawing: 'listed', reason: 'not-measured' });
  });

  test('name it in the words of the laboratory', () => {
    const code = { coding: loinc('2823-3').coding, text: 'Kalium Serum' };
    expect(readPotassium({ code, ...note('Kalium Serum: nicht durchgeführt') }).kind.drawing).toBe('listed');
    expect(readPotassium({ code, ...note('Please disregard kalium serum') }).kind.drawing).toBe('listed');
  });
});

describe('words about something else leave a number', () => {
  test.each(
    textsIn([
      'Mancini test | Mancini-Test | Rota-Test | Rota test | Status: not available | Status: nicht verfügbar',
      'Fibrinogen: not performed | Clotting screen: not done | Clotting factors: not performed',
      'Clotting studies: not available | Specimen for lithium | Specimen for lipase | Sample for lead level',
      'Specimen for LDH | Makulaödem | Makulopathie | Analysis failed; repeat 4.2 | Assay failed, repeated 4.2',
      'Analysis failed; repeat result: 4.2 | Disregard sodium result | Please ignore sodium | Sodium: not performed',
      'Glucose: not done | No blood seen | Kein Blut | No urine output | No blood in urine | No serum needed | Serum insufficient; plasma used',
    ]),
  )('"%s"', (text) => {
    expect(potassium(text)).toMatchObject({ drawing: 'line', reason: '' });
  });

  test('unless it is the repetition of another number', () => {
    expect(potassium('Analysis failed; repeat 5.9').drawing).toBe('listed');
  });

  test('and a test that was not done is its own', () => {
    const fibrinogen = { code: loinc('3255-7'), valueQuantity: quantity(285, 'mg/dL') };
    expect(readRow({ ...fibrinogen, ...note('Fibrinogen: not performed') }).kind.drawing).toBe('listed');
    expect(readRow({ ...fibrinogen, ...note('Potassium: not performed') }).kind.drawing).toBe('line');
  });
});

describe('the state of a specimen', () => {
  test.each(
    textsIn([
      'Tubes with clots will be rejected | Hemolyzed specimens will be rejected | Clotted samples are rejected',
      'Hemolyzed specimens must be discarded | Menorrhagia with clots | Bleeding with clots',
      'Orina con coágulos | Hematuria with clots | Overfilled bladder | Bladder overfilled | Fibrinogen present',
    ]),
  )('"%s" says nothing of it', (text) =>
    expect(potassium(text)).toMatchObject({ drawing: 'line', condition: '' }),
  );

  test.each([
    ['Specimen with clots', 'with clots'],
    ['Tube underfilled', 'underfilled'],
    ['Hemolyzed specimen, rejected samples are kept', 'Hemolyzed'],
    ['Nueva muestra por hemólisis', 'hemólisis'],
    ['Delayed separation of cells from serum', 'Delayed separation'],
    ['Late centrifugation', 'Late centrifugation'],
    ['Serum not separated from cells', 'not separated'],
    ['Received unseparated', 'unseparated'],
    ['Verzögerte Zentrifugation', 'Verzögerte Zentrifugation'],
    ['Retraso en la centrifugación', 'Retraso en la centrifugación'],
  ])('"%s" is said with the number: %s', (text, condition) =>
    expect(potassium(text)).toMatchObject({ drawing: 'line', condition }),
  );
});

describe('the name of a test before words that it was not done', () => {
  test.each(
    textsIn([
      'Potassium not performed | Potassium - not performed | Potassium not performed - specimen hemolyzed',
      'Sodium and potassium not performed | Potassium and sodium: not done | Sodium: 140. Potassium: not performed.',
      'Potassium cancelled | Potassium test not performed | Potassium should be disregarded | K: not done',
      'Disregard sodium and potassium | Disregard sodium and potassium results | Ignore potassium and sodium',
    ]),
  )('"%s" disowns it', (text) => {
    expect(potassium(text)).toMatchObject({ drawing: 'listed', reason: 'not-measured' });
  });

  test.each(
    textsIn([
      'Potassium chloride not given | Potassium supplement not done | Potassium excretion not calculated',
      'Urine potassium not performed | Potassium, urine: not performed | Potassium not measured by ISE',
      'Potassium not repeated | Sodium and chloride not performed | Potassium not received | Disregard potassium chloride',
    ]),
  )('"%s" says nothing of it', (text) => {
    expect(potassium(text).drawing).toBe('line');
  });

  test.each([
    ['718-7', 'g/dL', 'Hemoglobin A1c not performed'],
    ['2160-0', 'mg/dL', 'Creatinine clearance not performed'],
    ['18262-6', 'mg/dL', 'LDL not calculated due to high triglycerides'],
    ['777-3', '10*3/uL', 'Platelets not received'],
    ['5902-2', 's', 'Pt cancelled'],
  ])('leaves code %s in %s beside "%s"', (code, unit, text) => {
    const fields = { code: loinc(code), valueQuantity: quantity(10, unit), ...note(text) };
    expect(readRow(fields).kind.reason).not.toBe('not-measured');
  });

  test.each([
    ['Disregard this potassium value', 'Disregard this potassium value'],
    ['Please disregard potassium', 'Please disregard potassium'],
    ['Potassium: not performed', 'Potassium: not performed'],
  ])('"%s" is shown whole: "%s"', (text, shown) => {
    expect(potassium(text).absentReason).toBe(shown);
  });
});

describe('what disowns a number, with the thing it names', () => {
  test.each(
    textsIn([
      'No usar este resultado | No utilizar este valor | Não utilizar este resultado | Ne pas utiliser ce résultat',
      'Non utilizzare questo risultato | Non usare | Niet gebruiken deze uitslag | Ikke bruk dette resultatet',
      'Dieses Ergebnis nicht verwenden | Disregard all results | Disregard the above result | Ignore above results',
      'Sample unsuitable; serum must be used | Specimen unsuitable, plasma should be used',
    ]),
  )('"%s" lists it', (text) => {
    expect(potassium(text).drawing).toBe('listed');
  });

  test.each(
    textsIn([
      'No urine received | No urine available | Geen urine ontvangen | Urine insufficient',
      'Specimen insufficient; plasma was used | No usar este resultado en niños | Disregard all other results',
    ]),
  )('"%s" leaves a potassium', (text) => {
    expect(potassium(text).drawing).toBe('line');
  });
});
