/** A line is decided too by the side of the body on which a result was taken (rule 18). */
import { describe, expect, test } from 'vitest';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';

describe('a code that the catalog does not know does not say of which side', () => {
  const pressure = (id: string, fields: object) =>
    observation({ id, code: { text: 'Eye pressure' }, valueQuantity: ucum(14, 'mm[Hg]'), ...fields });
  const at = (text: string) => ({ bodySite: { text } });
  const idsOf = (...fields: readonly object[]) =>
    readRecord(fields.map((one, i) => pressure(`o${i}`, one))).series.map(({ id }) => id);

  test.each([
    ['Left eye', 'Right eye'],
    ['OS', 'OD'],
    ['Linkes Auge', 'Rechtes Auge'],
    ['Ojo izquierdo', 'Ojo derecho'],
  ])('%s and %s are two series', (left, right) => {
    expect(idsOf(at(left), at(right))).toEqual(['text:eye pressure~left', 'text:eye pressure~right']);
  });

  test('the side of a code, of a coding and of a component counts too', () => {
    const coded = { bodySite: { coding: [{ code: '8966001', display: 'Left eye structure' }] } };
    expect(idsOf(coded, at('left eye'))).toEqual(['text:eye pressure~left']);
    const component = [{ code: { text: 'Corrected' }, valueQuantity: ucum(15, 'mm[Hg]') }];
    expect(idsOf({ ...at('Right eye'), component })).toContain('text:corrected~eye pressure~right');
  });

  test('both sides together, and the vein of a sample, say nothing', () => {
    expect(idsOf(at('Os calcis'), {})).toEqual(['text:eye pressure']);
    expect(idsOf(at('left and right eye'), {})).toEqual(['text:eye pressure']);
    const sample = { ...at('Left arm'), specimen: { display: 'Serum' } };
    expect(idsOf(sample, {})).toEqual(['text:eye pressure']);
  });
});

describe('a side of the body that the code does not name', () => {
  const LATERALITY = 'https://guide.example/StructureDefinition/laterality';
  const acuity = (id: string, bodySite: object) =>
    observation({
      id,
      code: { coding: [{ system: 'https://codes.example', code: 'va' }], text: 'Visual acuity' },
      valueQuantity: ucum(0.8, '1'),
      bodySite,
    });
  const ofEye = (side: object) => ({
    text: 'eye',
    extension: [{ url: LATERALITY, valueCodeableConcept: side }],
  });

  test.each([
    ['words of an extension', ofEye({ text: 'links' }), ofEye({ text: 'rechts' })],
    [
      'codes of an extension',
      ofEye({ coding: [{ system: 'http://snomed.info/sct', code: '7771000' }] }),
      ofEye({ coding: [{ system: 'http://snomed.info/sct', code: '24028007' }] }),
    ],
    ['French', { text: 'œil gauche' }, { text: 'œil droit' }],
    ['Italian', { text: 'occhio sinistro' }, { text: 'occhio destro' }],
    ['Spanish', { text: 'ojo izquierdo' }, { text: 'ojo derecho' }],
  ])('is told by %s, so that no line joins both eyes', (_, left, right) => {
    const { series } = readRecord([acuity('a', left), acuity('b', right)]);
    expect(series.map(({ id }) => id.replace(/^.*~/, ''))).toEqual(['left', 'right']);
  });
});
