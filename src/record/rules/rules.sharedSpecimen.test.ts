/** A result tells the state of its specimen for all results of that specimen (rule 22, decision 72). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, ucum } from '../../testing/readRecordFixture.ts';
import { toldBeside } from './toldBesideFixture.ts';

const TUBE = { specimen: { reference: 'Specimen/tube-1' } };
const HEMOLYZED = { note: [{ text: 'Specimen hemolyzed' }] };

const potassium = (fields: object = TUBE): object =>
  observation({ id: 'k', code: loinc('2823-3'), valueQuantity: ucum(6.8, 'mmol/L'), ...fields });
const lactateDehydrogenase = (fields: object): object =>
  observation({ id: 'ldh', code: loinc('2532-0'), valueQuantity: ucum(610, 'U/L'), ...fields });
const check = (value: object, text = 'Hemolysis index', more: object = TUBE): object =>
  observation({ id: 'check', code: { text }, ...value, ...more });

describe('a potassium of a hemolyzed tube says so', () => {
  const note = lactateDehydrogenase({ ...TUBE, ...HEMOLYZED });

  test('although another result of the tube has the note', () => {
    expect(toldBeside('k', [potassium(), note])).toBe('hemolyzed (per another result)');
  });

  test('on whichever page the two come, and in either order', () => {
    const told = 'hemolyzed (per another result)';
    expect(toldBeside('k', [potassium()], [note])).toBe(told);
    expect(toldBeside('k', [note], [potassium()])).toBe(told);
  });

  test.each([
    ['an address of the same server', { specimen: { reference: 'https://fhir.example/r4/Specimen/tube-1' } }],
    ['a version of it', { specimen: { reference: 'Specimen/tube-1/_history/3' } }],
  ])('by %s', (_, specimen) => {
    expect(toldBeside('k', [potassium(specimen), note])).toMatch(/^hemolyzed/);
  });

  test('by the same identifier, and by the same accession number of contained specimens', () => {
    const identifier = { system: 'urn:accession', value: 'A-100' };
    const byIdentifier = { specimen: { identifier } };
    expect(
      toldBeside('k', [potassium(byIdentifier), lactateDehydrogenase({ ...byIdentifier, ...HEMOLYZED })]),
    ).toMatch(/^hemolyzed/);
    const contained = [{ resourceType: 'Specimen', id: 's', accessionIdentifier: identifier }];
    const within = { contained, specimen: { reference: '#s' } };
    expect(toldBeside('k', [potassium(within), lactateDehydrogenase({ ...within, ...HEMOLYZED })])).toMatch(
      /^hemolyzed/,
    );
  });

  test('when the other result was refused for it', () => {
    const refused = observation({
      id: 'ldh',
      code: loinc('2532-0'),
      status: 'cancelled',
      dataAbsentReason: { text: 'Specimen hemolyzed' },
      ...TUBE,
      ...HEMOLYZED,
    });
    expect(toldBeside('k', [potassium(), refused])).toMatch(/^hemolyzed/);
  });

  test('until the other result is corrected', () => {
    const corrected = lactateDehydrogenase({ ...TUBE, status: 'corrected', meta: { versionId: '2' } });
    expect(toldBeside('k', [potassium(), note], [corrected])).toBe('');
  });

  test.each([
    ['another tube', { specimen: { reference: 'Specimen/tube-2' } }],
    ['a tube that nobody named', {}],
    ['a contained specimen of the same local name', { specimen: { reference: '#tube-1' } }],
    ['the same name, years earlier', { ...TUBE, effectiveDateTime: '2024-01-02T18:30:00Z' }],
    ['the same name, weeks later', { ...TUBE, effectiveDateTime: '2026-01-22T18:30:00Z' }],
    [
      'a specimen of no name',
      { specimen: { identifier: { value: 'N/A' } } },
      { specimen: { identifier: { value: 'N/A' } } },
    ],
  ])('and not where it is of %s', (_, specimen, other: object = TUBE) => {
    expect(toldBeside('k', [potassium(specimen), lactateDehydrogenase({ ...other, ...HEMOLYZED })])).toBe('');
  });

  test.each([
    ['Falsely low due to hemolysis', 'hemolysis (per another result)'],
    ['Elevated by hemolysis', 'hemolysis (per another result)'],
    ['Decreased due to hemolysis', 'hemolysis (per another result)'],
    ['Wegen Hämolyse erhöht', 'Hämolyse (per another result)'],
    ['Influenzato da emolisi', 'emolisi (per another result)'],
    ['Hemolysis affects this result', 'Hemolysis (per another result)'],
    ['Durch Hämolyse erhöht', 'Hämolyse (per another result)'],
    ['Falsely low at 3.1 mmol/L', ''],
    ['Hemólisis moderada', 'Hemólisis (per another result)'],
  ])('and of a number that is doubted, "%s", by the hemolysis alone', (text, told) => {
    expect(toldBeside('k', [potassium(), lactateDehydrogenase({ ...TUBE, note: [{ text }] })])).toBe(told);
  });

  test('although its own number is doubted in mmol/L', () => {
    const doubted = { ...TUBE, note: [{ text: 'Result falsely low at 3.1 mmol/L' }] };
    expect(toldBeside('k', [potassium(doubted), note])).toContain('hemolyzed (per another');
  });

  test('as often as it is told, and as long as any result does', () => {
    const [other, unnoted] = [HEMOLYZED, {}].map((more) =>
      observation({ id: 'ast', code: loinc('1920-8'), ...TUBE, ...more, meta: { versionId: '2' } }),
    );
    const corrected = lactateDehydrogenase({ ...TUBE, status: 'corrected', meta: { versionId: '2' } });
    expect(toldBeside('k', [potassium(), note, other!], [corrected])).toMatch(/^hemolyzed/);
    expect(toldBeside('ldh', [potassium(), note, other!], [corrected])).toMatch(/^hemolyzed/);
    expect(toldBeside('k', [potassium(), note], [corrected, unnoted!])).toBe('');
  });

  test('in the words of the specimen alone, where these say more of its own number', () => {
    const identifier = { system: 'urn:accession', value: 'A-100' };
    const condition = [{ text: 'Falsely low by hemolysis' }];
    const contained = [{ resourceType: 'Specimen', id: 's', accessionIdentifier: identifier, condition }];
    const more = lactateDehydrogenase({ contained, specimen: { reference: '#s' } });
    expect(toldBeside('k', [potassium({ specimen: { identifier } }), more])).toBe(
      'hemolysis (per another result)',
    );
  });

  test('once, where it says so itself', () => {
    expect(toldBeside('k', [potassium({ ...TUBE, ...HEMOLYZED }), note])).toBe('hemolyzed');
  });

  test.each([
    ['Not hemolyzed'],
    ['Quantity not sufficient'],
    ['Icteric specimen'],
    ['Hemolysis may raise LDH'],
    ['LDH not performed'],
  ])('and not where the note of the other says "%s"', (text) => {
    expect(toldBeside('k', [potassium(), lactateDehydrogenase({ ...TUBE, note: [{ text }] })])).toBe('');
  });
});

test('hemolysis says nothing beside a sodium, which it hardly moves; contamination and lipemia do', () => {
  const sodium = (text: string): string =>
    toldBeside('na', [
      observation({ id: 'na', code: loinc('2951-2'), valueQuantity: ucum(118, 'mmol/L'), ...TUBE }),
      lactateDehydrogenase({ ...TUBE, note: [{ text }] }),
    ]);
  expect(sodium('Specimen hemolyzed')).toBe('');
  expect(sodium('Specimen contaminated with IV fluid')).toMatch(/^contaminated/);
  expect(sodium('Grossly lipemic specimen')).toMatch(/lipemic/);
});

describe('a check of the specimen is told beside the results of that specimen', () => {
  test.each([
    ['Hemolysis index', { valueString: '2+' }, 'Hemolysis index: 2+'],
    ['Hemolysis', { valueCodeableConcept: { text: 'Gross' } }, 'Hemolysis: Gross'],
    ['Hemolysis [Presence] in Serum or Plasma', { valueString: 'Moderate' }, ': Moderate'],
    ['Hemolysis Index -B', { valueString: 'Marked hemolysis' }, ': Marked hemolysis'],
    ['Hämolyse-Index', { valueString: 'stark' }, 'Hämolyse-Index: stark'],
    ['Lipemia index', { valueString: '3+' }, 'Lipemia index: 3+'],
    ['HEMOLYSIS IND', { valueString: '3+' }, 'HEMOLYSIS IND: 3+'],
    ['HEMOLYSIS Idx', { valueString: '3+' }, 'HEMOLYSIS Idx: 3+'],
    ['Lipemia Ix', { valueString: '3+' }, 'Lipemia Ix: 3+'],
    ['Lipämischer Index', { valueString: '3+' }, 'Lipämischer Index: 3+'],
    ['Índice de hemólisis', { valueString: '3+' }, 'Índice de hemólisis: 3+'],
    [
      'Hemolysis index',
      { valueQuantity: { value: 250 }, interpretation: [{ coding: [{ code: 'H' }] }] },
      'Hemolysis index: 250',
    ],
    [
      'Hemolysis index',
      { valueQuantity: { value: 250 }, referenceRange: [{ high: { value: 50 } }] },
      'Hemolysis index: 250',
    ],
  ])('"%s" of %j', (name, value, words) => {
    const told = toldBeside('k', [potassium(), check(value, name)]);
    expect(told).toContain(`${words} (per another result)`);
  });

  test.each([
    ['Hemolysis index', { valueString: 'None' }],
    ['Hemolysis index', { valueString: '0' }],
    ['Hemolysis index', { valueString: 'Not performed' }],
    ['Hemolysis index', { valueString: 'See comment' }],
    ['Hemolysis', { valueString: 'Negative' }],
    ['Hemolysis', { valueCodeableConcept: { text: 'Absent' } }],
    ['Hemolysis index', { valueQuantity: { value: 12 } }],
    [
      'Hemolysis index',
      { valueQuantity: { value: 12, comparator: '<' }, interpretation: [{ coding: [{ code: 'A' }] }] },
    ],
    ['Hemolysis index', { valueQuantity: { value: 12 }, referenceRange: [{ high: { value: 50 } }] }],
    ['Icterus index', { valueString: '3+' }],
    ['Icterus IDX', { valueString: '3+' }],
    ['Hemolysis IDX', { valueString: 'None' }],
    ['Hemolysis induction', { valueString: '3+' }],
    ['Acid hemolysis test', { valueString: 'Positive' }],
    ['Osmotic fragility hemolysis', { valueString: 'Present' }],
    ['Hemolysin antibody', { valueString: 'Positive' }],
    ['Hemolysis of urine', { valueString: '2+' }],
    ['Hemolysis index', { valueString: '3+', status: 'entered-in-error' }],
    ['Hemolysis index', { valueString: '3+', status: 'cancelled' }],
  ])('and nothing of "%s" that is %j', (name, value) => {
    expect(toldBeside('k', [potassium(), check(value, name)])).toBe('');
  });
});

describe('where no specimen is named', () => {
  test('a check of the same time is told beside what hemolysis moves', () => {
    expect(toldBeside('k', [potassium({}), check({ valueString: '3+' }, 'Hemolysis index', {})])).toBe(
      'Hemolysis index: 3+ (per another result of this time)',
    );
  });

  test.each([
    ['a result of another minute', potassium({ effectiveDateTime: '2026-01-02T18:31:00Z' }), {}],
    ['a result of a named specimen', potassium(TUBE), {}],
    ['the check of a named specimen', potassium({}), TUBE],
    ['whole blood', observation({ id: 'k', code: loinc('6298-4'), valueQuantity: ucum(6.8, 'mmol/L') }), {}],
    ['a creatinine', observation({ id: 'k', code: loinc('2160-0'), valueQuantity: ucum(1, 'mg/dL') }), {}],
    ['urine under a code of serum', potassium({ specimen: { display: 'Urine' } }), {}],
    ['whole blood of a device', potassium({ device: { display: 'i-STAT' } }), {}],
    [
      'a day without a time',
      potassium({ effectiveDateTime: '2026-01-02' }),
      { effectiveDateTime: '2026-01-02' },
    ],
  ])('and not beside %s', (_, result, more) => {
    expect(toldBeside('k', [result, check({ valueString: '3+' }, 'Hemolysis index', more)])).toBe('');
  });

  test('a note of another result is told beside no other', () => {
    expect(toldBeside('k', [potassium({}), lactateDehydrogenase(HEMOLYZED)])).toBe('');
  });
});

describe('a result that its laboratory calls not affected', () => {
  const unaffected = { ...TUBE, note: [{ text: 'Specimen hemolyzed. LDH not affected.' }] };

  test('has no mark, and still tells the others of its tube', () => {
    expect(toldBeside('ldh', [potassium(), lactateDehydrogenase(unaffected)])).toBe('');
    expect(toldBeside('k', [potassium(), lactateDehydrogenase(unaffected)])).toBe(
      'hemolyzed (per another result)',
    );
  });

  test('has none either where another result of the tube has the same note', () => {
    expect(toldBeside('ldh', [potassium(unaffected), lactateDehydrogenase(unaffected)])).toBe('');
    expect(toldBeside('k', [potassium(unaffected), lactateDehydrogenase(unaffected)])).toBe('hemolyzed');
  });

  test.each([
    ['Hemolyzed', ''],
    ['Specimen is hemolyzed', ''],
    ['Grossly hemolyzed', 'Grossly hemolyzed (per another result)'],
  ])('and beside "%s" of another result has "%s"', (text, told) => {
    const slight = { ...TUBE, note: [{ text: 'Slightly hemolyzed. LDH not affected.' }] };
    const pages = [[lactateDehydrogenase(slight)], [potassium({ ...TUBE, note: [{ text }] })]];
    expect(toldBeside('ldh', ...pages)).toBe(told);
    expect(toldBeside('ldh', ...pages.toReversed())).toBe(told);
  });
});

describe('what a panel says of its specimen is told beside its members', () => {
  const panel = (text: string, more: object = {}): object =>
    observation({
      id: 'panel',
      code: loinc('24323-8'),
      hasMember: [{ reference: 'Observation/k' }, { reference: 'https://fhir.example/Observation/ldh' }],
      note: [{ text }],
      ...more,
    });

  test('in either order, and by a whole address', () => {
    const told = 'hemolyzed (per its panel)';
    expect(toldBeside('k', [potassium({})], [panel('Specimen hemolyzed')])).toBe(told);
    expect(toldBeside('ldh', [panel('Specimen hemolyzed')], [lactateDehydrogenase({})])).toBe(told);
  });

  test('and beside no other result, and nothing that it denies', () => {
    expect(toldBeside('other', [potassium({ id: 'other' }), panel('Specimen hemolyzed')])).toBe('');
    expect(toldBeside('k', [potassium({}), panel('No hemolysis')])).toBe('');
  });
});
