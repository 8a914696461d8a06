import { describe, expect, test } from 'vitest';
import { readSpecimenCondition, conditionWords, joinConditions } from './specimenCondition.ts';
import { specimenStateOf } from './specimenState.ts';

const ofComponent = (name: string, value: object) =>
  specimenStateOf({ component: [{ code: { text: name }, ...value }] }, {}, '').condition;

describe('a component about the specimen', () => {
  test.each([
    ['Specimen quality', { valueString: 'Poor' }, 'Poor'],
    ['Sample integrity', { valueCodeableConcept: { text: 'Tube broken' } }, 'Tube broken'],
    ['Sample integrity', { valueCodeableConcept: { text: 'Hemolyzed sample' } }, 'Hemolyzed'],
    ['Hemolysis', { valueString: '2+' }, 'Hemolysis: 2+'],
    ['Hemolysis', { valueString: 'index 2' }, 'Hemolysis: index 2'],
    ['Icterus', { valueString: '3 of 4' }, 'Icterus: 3 of 4'],
    ['Lipemia', { valueString: 'grossly lipemic' }, 'grossly lipemic'],
    ['Lipemia', { valueString: '12' }, ''],
    ['Lipemia', { valueString: '<=0.5' }, ''],
    ['Lipemia', { valueString: '>10' }, ''],
    ['Specimen condition', { valueString: 'Satisfactory' }, ''],
    ['Specimen condition', {}, ''],
    ['Specimen type', { valueString: 'Poor' }, ''],
    ['Comment', { valueString: 'Poor' }, ''],
  ])('%s %j says "%s"', (name, value, condition) => {
    expect(ofComponent(name, value)).toBe(condition);
  });
});

test('of thousands of notes the first two hundred are searched for the state of the specimen', () => {
  const note = (at: number) =>
    Array.from({ length: 300 }, (_, i) => ({ text: i === at ? 'clotted' : 'seen' }));
  const stateOf = (at: number) => specimenStateOf({ note: note(at) }, {}, '').condition;
  expect([stateOf(0), stateOf(199), stateOf(200)]).toEqual(['clotted', 'clotted', '']);
  expect(specimenStateOf({}, { note: note(199) }, '').condition).toBe('clotted');
});

describe('the words of a text', () => {
  test('a state far behind a denial is not denied by it', () => {
    const far = `not received on ice ${'and kept cool '.repeat(8)}`;
    expect(conditionWords(`${far}hemolyzed`)).toEqual(['hemolyzed']);
  });

  test('a state is denied by the words before it, however long the text behind it is', () => {
    expect(conditionWords(`Not hemolyzed. ${'Seen by the ward. '.repeat(20)}`)).toEqual([]);
  });

  test('a degree that stands before a state belongs to it, without the blank before it', () => {
    expect(conditionWords('found:  2+ hemolysis and  slightly lipemic')).toEqual([
      '2+ hemolysis',
      'slightly lipemic',
    ]);
  });

  test('a long text is searched in its first two thousand characters', () => {
    expect(conditionWords(`${'x '.repeat(990)}hemolyzed`)).toEqual(['hemolyzed']);
    expect(conditionWords(`${'x '.repeat(1000)}hemolyzed`)).toEqual([]);
  });
});

describe('the condition of a specimen', () => {
  const read = (...texts: readonly string[]) => readSpecimenCondition(texts.map((text) => ({ text })));

  test.each([
    [40, 'bad'],
    [41, 'notes'],
  ] as const)('of %d characters stands among its %s', (length, place) => {
    const text = 'x'.repeat(length);
    expect(read(text)).toEqual({ bad: [], harmless: [], notes: [], [place]: [text] });
  });

  test.each([
    ['Grade 3', { bad: ['Grade 3'] }],
    ['Not stable. Cool', { bad: ['Not stable. Cool'] }],
    ['Cool. Stable', { harmless: ['Cool. Stable'] }],
    ['Index 12', { notes: ['Index 12'] }],
    ['Index 1.5', { notes: ['Index 1.5'] }],
    ['Hemolyzed, index 12', { bad: ['Hemolyzed'], notes: ['Hemolyzed, index 12'] }],
    ['', {}],
  ])('"%s"', (text, found) => {
    expect(read(text)).toEqual({ bad: [], harmless: [], notes: [], ...found });
  });

  test('each state is said once, in the words of the first and the longest', () => {
    expect(joinConditions(['', 'Hemolyzed', 'hemolyzed', 'grossly HEMOLYZED', 'clotted'])).toBe(
      'grossly HEMOLYZED, clotted',
    );
    expect(joinConditions(['clotted', 'icteric'])).toBe('clotted, icteric');
    expect(joinConditions([''])).toBe('');
    expect(joinConditions([])).toBe('');
  });
});
