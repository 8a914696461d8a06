import { describe, expect, test } from 'vitest';
import { plainRowKind } from '../observation/plainRowKind.ts';
import type { RowKind } from '../observation/resultRow.ts';
import { conditionChange, isKnownFasting } from './comparableConditions.ts';

const kind = (changes: Partial<RowKind>): RowKind => ({ ...plainRowKind, ...changes });
const says = (context: string): RowKind => kind({ context });

describe('a result is known to be a fasting one', () => {
  test.each([
    ['by its code', kind({ code: '1558-6' })],
    ['by the words of its code', kind({ codeText: 'Glucose, Fasting' })],
    ['by the words sent with it', says('Serum, fasting, 12 h')],
    ['by the answer to a question', says('Fasting status: yes')],
    ['by the hours', says('fasting 10 h')],
    ['by the hours after a colon', says('fasting: 10.0 h')],
    ['where the hours are counted', says('No. of fasting hours: 12')],
    ['where the unit is a word', kind({ codeText: 'Fasting insulin units' })],
    ['with something else that was not', says('fasting, no exercise')],
    ['by the one although the other says nothing', kind({ codeText: 'FASTING GLUCOSE', context: 'Serum' })],
  ])('%s', (_, one) => {
    expect(isKnownFasting(one)).toBe(true);
  });

  test.each([
    ['nothing is said', kind({ code: '2345-7', codeText: 'Glucose', context: 'Serum' })],
    ['it was not', says('not fasting')],
    ['it was non-fasting', says('Non-fasting')],
    ['it was non fasting', says('non fasting')],
    ['it was non- fasting', says('non- fasting')],
    ['it was nonfasting', says('nonfasting')],
    ['it was no fasting specimen', says('no fasting specimen')],
    ['it was not a fasting specimen', says('not a fasting specimen')],
    ['the patient was not in this state', says('patient not in a fasting state')],
    ['the patient did not come so', says('did not come fasting')],
    ['it was without', says('drawn without fasting')],
    ['the patient denies it', says('denies fasting')],
    ['the answer is negative', says('fasting: negative')],
    ['the answer is a question mark', says('Fasting status: ?')],
    ['the answer is not yet there', says('fasting status: pending')],
    ['it is unspecified', says('Fasting status unspecified')],
    ['it is undetermined', says('fasting: undetermined')],
    ['the answer is no', says('Fasting status: No')],
    ['the answer is no, behind a code', says('Serum, fasting-status: no')],
    ['the answer is n', says('fasting: n')],
    ['the answer is false', says('fasting: false')],
    ['the answer is none', says('fasting: none')],
    ['the answer is unknown', says('fasting: unknown')],
    ['it is unknown', says('Fasting status unknown')],
    ['it was not given', says('fasting: not given')],
    ['it was not asked', says('Fasting not asked of the patient at time of procurement')],
    ['it was for no hour', says('fasting: 0 h')],
    ['it was for 0 hours, without a blank', says('fasting:0 h')],
    ['the code leaves it open', kind({ codeText: 'Glucose (fasting or random)' })],
    ['the code means both', kind({ codeText: 'Glucose, fasting/postprandial' })],
    ['the code means both, in two words', kind({ codeText: 'Glucose fasting and post-prandial' })],
    ['the code says random first', kind({ codeText: 'Glucose random or fasting' })],
    ['it broke a fast', says('Breakfasting habits')],
    ['the code says so and the words deny it', kind({ codeText: 'Glucose fasting', context: 'not fasting' })],
  ])('never where %s', (_, one) => {
    expect(isKnownFasting(one)).toBe(false);
  });

  test('by the first 300 letters alone, however long the words are', () => {
    expect(isKnownFasting(says(`${'x '.repeat(100)}fasting`))).toBe(true);
    expect(isKnownFasting(says(`${'x '.repeat(300)}fasting`))).toBe(false);
  });
});

describe('two results of one series', () => {
  const plain = kind({});

  test('differ by fasting in either order, for a measure that depends on it and for no other', () => {
    const [fasting, fed] = [says('fasting'), says('after lunch')];
    for (const rule of ['only', 'same'] as const) {
      expect(conditionChange(fasting, fed, 'glucose', rule)).toBe('fasting');
      expect(conditionChange(fed, fasting, 'glucose', rule)).toBe('fasting');
      expect(conditionChange(fasting, fasting, 'glucose', rule)).toBe('');
      expect(conditionChange(fed, plain, 'glucose', rule)).toBe('');
    }
    expect(conditionChange(fasting, fed, 'creat', '')).toBe('');
  });

  test('differ by their method, and never by an exact conversion', () => {
    expect(conditionChange(kind({ method: 'Jaffe' }), kind({ method: 'Enzymatic' }), 'creat', '')).toBe(
      'method',
    );
    const pounds = kind({ isConverted: true, unit: 'lb', unitCode: '[lb_av]' });
    expect(conditionChange(pounds, kind({ unit: 'kg', unitCode: 'kg' }), 'weight', '')).toBe('');
    expect(conditionChange(plain, plain, 'creat', '')).toBe('');
  });

  test.each([
    ['sitting', 'standing', 'posture'],
    ['Seated', 'supine', 'posture'],
    ['standing', 'lying', 'posture'],
    ['upright', 'standing', ''],
    ['supine', 'recumbent', ''],
    ['left upper arm', 'right wrist', 'site'],
    ['thigh', 'left arm', 'site'],
    ['finger', 'brachial artery', 'site'],
    ['left arm', 'right upper arm', ''],
    ['leg', 'ankle', ''],
    ['sitting, left arm', 'standing, right wrist', 'posture'],
  ] as const)('of a blood pressure: %s and %s differ by "%s"', (one, other, change) => {
    expect(conditionChange(says(one), says(other), 'bp-sys', '')).toBe(change);
    expect(conditionChange(says(other), says(one), 'bp-dia', '')).toBe(change);
  });

  test.each(['standing', 'sitting', 'lying', 'upper arm', 'wrist', 'thigh', 'finger'])(
    'of a blood pressure: %s and unknown may be the same',
    (words) => {
      expect(conditionChange(says(words), plain, 'bp-sys', '')).toBe('');
      expect(conditionChange(plain, says(words), 'bp-sys', '')).toBe('');
    },
  );

  test('of a blood pressure: the posture may stand in the words of the code', () => {
    const standing = kind({ codeText: 'Systolic blood pressure--standing' });
    expect(conditionChange(says('sitting'), standing, 'bp-sys', '')).toBe('posture');
    const late = says(`${'x '.repeat(300)}standing`);
    expect(conditionChange(says('sitting'), late, 'bp-sys', '')).toBe('');
  });

  test('posture and site say nothing of any other measure', () => {
    expect(conditionChange(says('sitting'), says('standing'), 'hr', '')).toBe('');
    expect(conditionChange(says('arm'), says('finger'), 'spo2', '')).toBe('');
  });
});
