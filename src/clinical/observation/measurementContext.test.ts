import { describe, expect, test } from 'vitest';
import {
  bodyPositionOf,
  codeWordsOf,
  containedOf,
  measurementContextOf,
  measurementFactsOf,
  specimenOf,
  withRoute,
} from './measurementContext.ts';

const POSITION = 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition';
const [first, second] = [
  { id: 'a', type: { text: 'Serum' } },
  { id: 'b', type: { text: 'Urine' } },
];

describe('a contained resource', () => {
  test('is the one with the id of its reference, and no other', () => {
    const contained = [first, second, { id: '', type: {} }, { type: { text: 'nameless' } }];
    const named = (reference: unknown) => containedOf({ contained }, { reference });
    expect([named('#b'), named('b'), named(' #a ')]).toEqual([second, second, first]);
    expect(['#c', '#', '', undefined, 'b#', '##b'].map(named)).toEqual([{}, {}, {}, {}, {}, {}]);
    expect(containedOf({}, { reference: '#a' })).toEqual({});
    expect(containedOf({ contained }, undefined)).toEqual({});
  });

  test('says what the specimen is where its reference has no words', () => {
    const reference = '#b';
    expect(specimenOf({ contained: [second], specimen: { reference } })).toBe('Urine');
    expect(specimenOf({ contained: [second], specimen: { reference, display: 'Tube 7' } })).toBe('Tube 7');
    expect(specimenOf({})).toBe('');
  });
});

describe('the label of a tube', () => {
  const shown = (display: string) => specimenOf({ specimen: { reference: 'Specimen/1', display } });

  test.each([
    'Specimen 24U-ID-0290004',
    'Specimen 23U-299CH0012',
    '24U-CHEM-0290004',
    'Accession No. 123456',
    'Sample ID: 2026-01-02/00417',
  ])('"%s" tells nothing of a result', (display) => {
    expect(shown(display)).toBe('');
    expect(measurementFactsOf({ specimen: { display } }).specimen).toBe('');
  });

  test.each([
    'Blood',
    'Tube 4',
    'Specimen 2',
    'Urine, 24 hour',
    '24 h urine 1500 mL',
    'Blood, venous 24-301-0012',
    'CSF 24U-ID-0290004',
    'Drain 2 24U-ID-0290004 left flank',
    '122552005',
    'Specimen from Laboratory',
  ])('"%s" is more than that', (display) => {
    expect(shown(display)).toBe(display);
  });
});

describe('rule 18: the facts of a measurement', () => {
  const none = { specimen: '', method: '', device: '', bodySite: '', position: '' };
  const coding = [{ code: '1', display: 'One' }, { code: '2' }];

  test('are every word of its elements and of what it contains', () => {
    const specimen = {
      id: 's',
      type: { text: 'Blood' },
      collection: { bodySite: { text: 'Finger' }, method: { text: 'Prick' } },
    };
    const device = {
      id: 'd',
      type: { text: 'Meter' },
      deviceName: [{ name: 'Accu' }, { name: 'Chek' }],
      manufacturer: 'Maker',
      modelNumber: '7',
    };
    const facts = measurementFactsOf({
      contained: [specimen, device],
      specimen: { reference: '#s', display: 'Tube' },
      device: { reference: '#d', display: 'Ward device' },
      method: { text: 'Strip', coding },
      category: [{ coding: [{ code: 'laboratory' }] }, { text: 'Bedside' }],
      bodySite: { text: 'Hand', coding },
      extension: [
        { url: 'x', valueCodeableConcept: { text: 'not this' } },
        { url: POSITION, valueCodeableConcept: { text: 'Sitting', coding } },
      ],
    });
    const words = Object.entries(facts).map(([name, text]) => [name, text.trim().split(/\s+/).join(' ')]);
    expect(Object.fromEntries(words)).toEqual({
      specimen: 'Tube Blood Finger Prick',
      method: 'Strip One 1 2 laboratory Bedside',
      device: 'Ward device Meter Accu Chek Maker 7',
      bodySite: 'Hand One 1 2',
      position: 'Sitting One 1 2',
    });
  });

  test('are empty when nothing was sent, and as long as is looked at', () => {
    expect(measurementFactsOf({})).toEqual(none);
    const long = 'x'.repeat(500);
    const facts = measurementFactsOf({
      specimen: { display: long },
      method: { text: long },
      bodySite: { text: long },
      device: { display: long },
    });
    const cut = 'x'.repeat(240);
    expect(facts).toMatchObject({ specimen: cut, method: cut, bodySite: cut });
    expect(facts.device.length).toBeLessThanOrEqual(240);
    expect(codeWordsOf({ text: long })).toBe(cut);
  });

  test('the words of a code are its text and its displays, and no code', () => {
    expect(
      codeWordsOf({ text: 'Glucose', coding: [{ code: '1' }, { display: 'Sugar' }, { display: 'GLU' }] }),
    ).toBe('Glucose Sugar GLU');
    expect(codeWordsOf(undefined)).toBe('');
  });

  test('the position is that of its own extension', () => {
    const other = { url: 'x', valueCodeableConcept: { text: 'not this' } };
    expect(bodyPositionOf({ extension: [other] })).toBeUndefined();
    expect(bodyPositionOf({})).toBeUndefined();
  });
});

describe('rule 22: the words that stand with a result', () => {
  const contextOf = (fields: object, more: readonly string[] = []) =>
    measurementContextOf({ ...fields }, '', '', more);

  test('the side of a body site that was sent apart from it', () => {
    const left = { valueCodeableConcept: { text: 'Left' } };
    const site = (bodySite: object) => contextOf({ bodySite });
    expect(site({ text: 'Arm', coding: [{ display: 'Upper arm' }, { display: 'Right side' }] })).toBe(
      'Arm (Right side)',
    );
    expect(site({ text: 'Arm', extension: [left] })).toBe('Arm (Left)');
    expect(site({ text: 'Left arm', extension: [left] })).toBe('Left arm');
    expect(site({ text: 'Arm', coding: [{ display: 'Leftover' }] })).toBe('Arm');
  });

  test('a device by its reference, its name or its type', () => {
    const device = { reference: '#d' };
    const contained = (more: object) => [{ id: 'd', type: { text: 'Cuff' }, ...more }];
    expect(contextOf({ device: { display: 'Ward device', ...device }, contained: contained({}) })).toBe(
      'Ward device',
    );
    expect(contextOf({ device, contained: contained({ deviceName: [{ name: 'Cuff L' }] }) })).toBe('Cuff L');
    expect(contextOf({ device, contained: contained({}) })).toBe('Cuff');
  });

  test('each is said once whatever its capitals, and "…" says that there are more than twenty-four', () => {
    expect(contextOf({}, ['Arm', 'ARM', '', 'leg', 'arm'])).toBe('Arm, leg');
    const words = Array.from({ length: 25 }, (_, i) => `w${i}`);
    expect(contextOf({}, words.slice(1))).toBe(words.slice(1).join(', '));
    expect(contextOf({}, words)).toBe(`${words.slice(0, 24).join(', ')}, …`);
    expect([contextOf({}), contextOf({}, ['one'])]).toEqual(['', 'one']);
  });

  test('the route and the state that only the words of the code say', () => {
    expect(withRoute('', { text: 'Temperature Oral' })).toBe('Oral');
    expect(withRoute('', { coding: [{ display: 'Temperature' }, { display: 'Oral route' }] })).toBe('Oral');
    expect(withRoute('Tube 7', { text: 'Glucose - fasting' })).toBe('fasting, Tube 7');
    expect(withRoute('ORAL cavity', { text: 'Temperature oral' })).toBe('ORAL cavity');
    expect(withRoute('', { text: 'oral', coding: [{ display: 'axillary' }] })).toBe('oral');
    expect(withRoute('', { coding: [{ display: 'at' }, { display: 'rest' }] })).toBe('rest');
    expect(withRoute('Tube 7', undefined)).toBe('Tube 7');
  });
});
