import { describe, expect, test } from 'vitest';
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
