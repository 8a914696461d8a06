import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, read, readRow, readRows } from '../observationFixture.ts';
import { kindWithNote } from './namedRefusalFixture.ts';
import { textsInLanguages } from './textLinesFixture.ts';

/** The words behind the comma say why another test, or another specimen, was refused. */
const OF_ANOTHER = textsInLanguages({
  k: [
    'Lactate not performed, wrong tube | CBC cancelled - wrong tube | Lactate not performed. Wrong tube received.',
    'Coagulation not performed. Wrong tube received. | Urine culture cancelled, wrong container',
    'Troponin: not performed - wrong sample type | Gerinnung nicht durchgeführt, falsches Röhrchen',
    'Hemograma anulado, tubo incorrecto | First tube cancelled, wrong tube | Quick storniert, falsches Röhrchen',
    'Replaces cancelled specimen (wrong tube) | NFS non réalisée, mauvais tube | Emocromo annullato, provetta errata',
    'CBC cancelled; wrong specimen type | CBC cancelled, tube broken',
  ],
  ca: ['Ionized calcium cancelled, wrong tube'],
});

/** Nobody knows of which test, or of which specimen, the last words are. */
const MARKED = textsInLanguages({
  k: [
    'Type and screen rejected, wrong tube | Unable to add on ammonia, wrong tube | Ammonia, wrong tube',
    'Hémostase annulée, tube incorrect | Lactate not performed, specimen rejected',
    'Sodium not performed, wrong specimen | Lactate not performed, specimen unsuitable | Lactate not performed. Specimen rejected.',
    'LDH falsely elevated; result unreliable | LDH affected by hemolysis. Result unreliable.',
    'Troponin may be affected by hemolysis; results unreliable | LDH elevada; resultado no fiable',
    'First sample hemolyzed, unreliable; this is a redraw',
    'Called to ward. Wrong tube received. | Sodium not performed. Redraw. Wrong tube. | Sodium 139. Wrong tube received.',
  ],
});

/** These are of this test, or of the patient, whatever else was refused. */
const DISOWNED = textsInLanguages({
  k: [
    'Lactate not performed. Potassium: wrong tube | Lactate not performed; potassium, wrong tube',
    'Lactate not performed. Potassium, QNS | Potassium, wrong tube | Sodium 139. Specimen rejected.',
    'CBC cancelled, suspected WBIT | Lactate not performed, wrong patient | Wrong patient. Wrong tube.',
    'CBC cancelled, wrong blood in tube | CBC cancelled, specimen from another patient',
    'CBC cancelled, specimen from wrong patient | Natrium storniert, Proben vertauscht',
    'Wrong specimen type | Hemograma anulado. Muestra equivocada.',
    'Sodium 139. QNS | Sodium 139, specimen insufficient | Sodium 139. Tube broken.',
  ],
});

describe('words behind the refusal of another test', () => {
  test.each(OF_ANOTHER)('leave %s without a mark: "%s"', (id, text) => {
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'line', condition: '', absentReason: '' });
  });

  test.each(MARKED)('that may be of it stand beside %s: "%s"', (id, text) => {
    const { drawing, condition } = kindWithNote(id, text);
    expect(drawing).toBe('line');
    expect(condition).not.toBe('');
  });

  test.each(DISOWNED)('that name %s or the patient list it: "%s"', (id, text) => {
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'listed', reason: 'not-measured' });
  });
});

/** Hemoglobin, electrolytes and lactate may have been measured with the gases that were refused. */
const REFUSED_GASES =
  'Blood gas not performed | ABG cancelled | ABG: not performed | Venous blood gas not reported | Blood gas, not done' +
  ' | Blood gas - not performed | ABG not available | BGA nicht durchgeführt | Blutgase storniert | Gasometría anulada' +
  ' | Gazométrie non réalisée | EGA non eseguita | Astrup ikke utført';
const WITH_GASES = textsInLanguages({
  hb: [
    REFUSED_GASES,
    'ABG cancelled, QNS | Blood gases not done. BMP reported | Blood gases not done. Called to ward.',
  ],
  hbArt: [REFUSED_GASES],
  kBld: [REFUSED_GASES],
  kArt: ['ABG cancelled | Blood gas not performed'],
  ica: ['ABG cancelled | Blood gas not performed'],
  ph: ['ABG cancelled | Blood gas not reported | Gaz du sang annulés'],
  cohb: ['ABG cancelled | Blood gas not performed'],
});
const WITHOUT_GASES = textsInLanguages({
  k: [REFUSED_GASES],
  wbc: ['ABG cancelled | Blood gas not performed | Gasometría anulada'],
  plt: ['ABG cancelled | Blood gas not performed'],
  crea: ['ABG cancelled | Blood gas not performed'],
  hct: ['ABG cancelled | Blood gas not performed'],
  hb: [
    'Blood gas reported separately | ABG drawn at 10:15 | No blood gas needed | CABG cancelled | Blood gas: see below',
    'Lactate not performed | Co-oximetry available on request | Gas exchange not assessed | Blood gas performed | ABG done',
    'Urine culture cancelled | Blood gas analysis to follow | Gasometría: ver informe | Gastrin not reported',
    'Blood gases not done. CBC reported. | ABG not performed; CBC reported | ABG cancelled. Hemoglobin verified.',
    'BGA nicht durchgeführt, Blutbild ok | Gasometría no realizada, hemograma informado | Gaz du sang non réalisés, NFS rendue',
    'Repeat blood gas refused | Duplicate blood gas cancelled | Blood gas: patient refused repeat | Second ABG cancelled',
  ],
  kBld: ['Lactate not performed | CBC cancelled | Blood gas performed | ABG drawn at 10:15'],
  ph: ['CBC cancelled | Blood gas performed on ice | ABG site: left radial'],
});

describe('a panel of gases that was refused', () => {
  test.each(WITH_GASES)('stands beside %s, which may have been a part of it: "%s"', (id, text) => {
    const { drawing, condition } = kindWithNote(id, text);
    expect(drawing).toBe('line');
    expect(condition).not.toBe('');
  });

  test.each(WITHOUT_GASES)('leaves %s, or was not refused: "%s"', (id, text) => {
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'line', condition: '', absentReason: '' });
  });

  test('is named beside the number', () => {
    expect(kindWithNote('hb', 'Blood gas - not performed').condition).toBe('Blood gas - not performed');
    expect(kindWithNote('hb', 'Seen. ABG cancelled').condition).toBe('ABG cancelled');
  });

  test('stands beside a hematocrit of an analyser of gases', () => {
    const method = { text: 'Blood gas analyser' };
    const note = [{ text: 'ABG cancelled' }];
    const fields = { code: loinc('4544-3'), valueQuantity: quantity(41, '%'), note };
    expect(readRow({ ...fields, method }).kind.condition).toBe('ABG cancelled');
    expect(readRow(fields).kind.condition).toBe('');
  });

  test('stands beside each part of a panel that may be one of it', () => {
    const component = [
      { code: loinc('718-7'), valueQuantity: quantity(12.1, 'g/dL') },
      { code: loinc('6690-2'), valueQuantity: quantity(7, '10*3/uL') },
    ];
    const rows = readRows(read({ code: loinc('58410-2'), component, note: [{ text: 'ABG cancelled' }] }));
    expect(rows.map(({ kind }) => [kind.drawing, kind.condition])).toEqual([
      ['line', 'ABG cancelled'],
      ['line', ''],
    ]);
  });
});
