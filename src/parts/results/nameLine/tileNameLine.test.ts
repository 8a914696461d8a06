import { describe, expect, it } from 'vitest';
import { tileNameLine, type NameNotes } from './tileNameLine.ts';

const notesOf = (range: string, unit: string, more: Partial<NameNotes> = {}): NameNotes => ({
  ranges: [`${range} ${unit}`, range],
  hasRange: true,
  isRangeChanged: false,
  isScaleExtended: false,
  others: [],
  all: '',
  ...more,
});

const lineOf = (names: readonly string[], notes: NameNotes, widthPx: number, qualifier = '') => {
  const { name, note, ownLine, hasCount } = tileNameLine({
    names,
    qualifier,
    notes,
    count: '9 results',
    widthPx,
  });
  return [name, note, hasCount && '#', ownLine && `/ ${ownLine}`].filter(Boolean).join(' ');
};

/**
 * These are the widths of the curve: in a wide tab, in a tab of 1366 px, in the frame of an EHR beside its own list, on a
 * phone, in a side bar of 360 px.
 */
const [WIDE, TAB, FRAME, PHONE, SIDE] = [350, 208, 147, 156, 116];

const creatinine = notesOf('0.74–1.35', 'mg/dL', { isRangeChanged: true });
const sodium = notesOf('136–145', 'mmol/L');
const albumin = notesOf('0–29', 'mg/g');

describe('rules 28 and 59: the range is the last thing to go from the first line of a tile', () => {
  it.each([
    [
      'all where there is room',
      ['Creatinine', 'Creat'],
      creatinine,
      WIDE,
      'Creatinine 0.74–1.35 mg/dL, range changed #',
    ],
    [
      'the unit goes before a word that has room without it',
      ['Creatinine', 'Creat'],
      creatinine,
      TAB,
      'Creatinine 0.74–1.35, range changed',
    ],
    ['the count goes first', ['Sodium'], sodium, FRAME, 'Sodium 136–145 mmol/L'],
    ['then the unit, which stands beside the number', ['Sodium'], sodium, SIDE, 'Sodium 136–145'],
    ['then the name is short', ['Urine albumin/creat.', 'UACR'], albumin, FRAME, 'UACR 0–29 mg/g #'],
    [
      'a range that changed says so in one word',
      ['Creatinine', 'Creat'],
      creatinine,
      FRAME,
      'Creatinine now 0.74–1.35',
    ],
    ['on a phone too', ['Creatinine', 'Creat'], creatinine, PHONE, 'Creatinine now 0.74–1.35'],
    ['with a short name', ['Creatinine', 'Creat'], creatinine, SIDE, 'Creat now 0.74–1.35'],
    [
      'other notes have a line of their own',
      ['Glucose'],
      notesOf('70–99', 'mg/dL', { others: ['fasting'] }),
      SIDE,
      'Glucose 70–99 / fasting',
    ],
  ])('%s', (_, names, notes, widthPx, expected) => {
    expect(lineOf(names, notes, widthPx)).toBe(expected);
  });

  it('gets a line of its own where even the short name leaves no room', () => {
    const prothrombin = notesOf('“therapeutic 2.0 to 3.0”', '');
    expect(
      lineOf(['Prothrombin time', 'PT-INR'], { ...prothrombin, ranges: prothrombin.ranges.slice(1) }, FRAME),
    ).toBe('Prothrombin time / “therapeutic 2.0 to 3.0”');
  });

  it('rule 4: an extended scale is said beside it, and after it on its own line', () => {
    const ferritin = notesOf('30–400', 'ng/mL', { isScaleExtended: true });
    expect(lineOf(['Ferritin'], ferritin, TAB)).toBe('Ferritin scale extended, 30–400 ng/mL');
    expect(lineOf(['Ferritin'], ferritin, FRAME)).toBe('Ferritin 30–400 ng/mL / scale extended');
  });

  it('says in a short form that there is none', () => {
    const none = notesOf('', '', { ranges: ['no reference range', 'no range'], hasRange: false });
    expect(lineOf(['Heart rate'], none, TAB)).toBe('Heart rate no reference range #');
    expect(lineOf(['Blood pressure'], none, FRAME)).toBe('Blood pressure no range');
  });

  it('leaves the qualifier beside the name, without which two tests are alike', () => {
    expect(lineOf(['Glucose'], notesOf('70–99', 'mg/dL'), FRAME, 'capillary')).toBe('Glucose 70–99');
  });

  it('says that notes are missing where there is no range that could look cut', () => {
    const none = notesOf('', '', {
      ranges: ['no reference range', 'no range'],
      hasRange: false,
      others: ['sitting', 'left arm'],
    });
    expect(lineOf(['Heart rate'], none, FRAME)).toBe('Heart rate no range, …');
    expect(lineOf(['Blood pressure'], none, SIDE)).toBe('Blood pressure / no range, sitting, …');
    expect(lineOf(['Blood pressure'], none, TAB)).toBe('Blood pressure no range, sitting, …');
  });

  it('never cuts a range, nor lets it look cut, at any width', () => {
    for (let widthPx = 90; widthPx < 420; widthPx += 1)
      for (const [names, notes, range] of [
        [['Creatinine', 'Creat'], creatinine, '0.74–1.35'],
        [['Urine albumin/creat.', 'UACR'], albumin, '0–29'],
        [['Alanine aminotransferase', 'ALT'], notesOf('upper limit 41', 'U/L'), 'upper limit 41'],
        [['Glucose'], notesOf('70–99', 'mg/dL', { others: ['fasting', 'capillary'] }), '70–99'],
      ] as const) {
        const line = `${widthPx} px: ${lineOf(names, notes, widthPx)}`;
        expect(line).toContain(range);
        expect(line).not.toContain(`${range}, …`);
      }
  });
});
