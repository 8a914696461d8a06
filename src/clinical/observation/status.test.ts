import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity, read, readRow, readPotassium } from './observationFixture.ts';
import { loinc } from '../../testing/codes.ts';

describe('status', () => {
  test.each(['entered-in-error', 'entered-in-error ', 'Entered-In-Error'])(
    '27 and 28: "%s" is withdrawn',
    (status) => {
      const fields = {
        status,
        code: { ...loinc('718-7'), text: 'Hgb' },
        valueQuantity: quantity(3.1, 'g/dL'),
      };
      expect(read(fields)).toEqual({
        outcome: 'withdrawn',
        id: 'o1',
        baseId: 'hgb',
        baseIds: ['hgb'],
        text: 'Hgb',
        timeMs: Date.UTC(2026, 0, 2, 18, 30),
        effective: '2026-01-02T18:30:00Z',
      });
    },
  );

  test('rule 6: a withdrawn blood pressure leaves a gap in both of its lines', () => {
    const component = [
      { code: loinc('8480-6'), valueQuantity: quantity(120, 'mmHg', 'mm[Hg]') },
      { code: loinc('8462-4') },
    ];
    const withdrawn = read({ status: 'entered-in-error', code: { text: 'BP' }, component });
    expect(withdrawn).toMatchObject({ baseId: 'text:bp', baseIds: ['bp-sys', 'bp-dia'] });
    expect(JSON.stringify(withdrawn)).not.toContain('120');
  });

  test('27: of a withdrawn result that does not say whose it was nothing but its id is kept', () => {
    expect(read({ subject: undefined, status: 'entered-in-error', code: loinc('718-7') })).toEqual({
      outcome: 'withdrawn',
      id: 'o1',
      baseId: '',
      baseIds: [],
      text: '',
      timeMs: Number.NaN,
      effective: '',
    });
  });

  test.each(['final', 'corrected', 'amended'])('30: %s is on the line and keeps its word', (status) => {
    expect(readPotassium({ status }).kind).toMatchObject({ status, drawing: 'line' });
  });

  test('31: a preliminary result is a point off the line', () => {
    expect(readPotassium({ status: 'preliminary' }).kind.drawing).toBe('point');
  });

  test('rule 34: where the vendor says so a preliminary result is listed without its value', () => {
    const hidden = readRow(
      { status: 'preliminary', code: loinc('2823-3'), valueQuantity: quantity(6.6, 'mmol/L') },
      { hidePreliminary: true },
    );
    expect(hidden.kind).toMatchObject({ drawing: 'listed', reason: 'preliminary-hidden', flag: '' });
    expect(JSON.stringify(hidden)).not.toContain('6.6');
  });

  test.each(['verified', '', 'registered', 'unknown'])(
    '32: status "%s" is listed with the word as sent',
    (status) => {
      expect(readPotassium({ status }).kind).toMatchObject({ drawing: 'listed', reason: 'status', status });
    },
  );

  test('32: a cancelled result has no value', () => {
    expect(readPotassium({ status: 'cancelled' })).toMatchObject({ valueText: '', value: Number.NaN });
  });

  test('71: what a modifier extension may turn around is listed for review', () => {
    expect(readPotassium({ modifierExtension: [{ url: 'x' }] }).kind.reason).toBe('modifier');
  });
});

describe('status with an odd spelling', () => {
  test.each([
    ['Final ', 'final'],
    ['\u00A0FINAL\u00A0', 'final'],
    ['fi\u200Bnal', 'final'],
    ['Amended.', 'amended'],
    ['CORRECTED\t', 'corrected'],
  ])('%j is on the line as %s', (status, expected) => {
    expect(readPotassium({ status }).kind).toMatchObject({ status: expected, drawing: 'line' });
  });

  test.each(['prelim', ' Preliminary', 'PRELIM.'])('%j is preliminary', (status) => {
    expect(readPotassium({ status }).kind).toMatchObject({ status: 'preliminary', drawing: 'point' });
  });

  test.each([
    'Entered In Error',
    'enteredinerror',
    'ENTERED_IN_ERROR',
    'entered–in–error',
    'in error',
    'Withdrawn',
    'result retracted',
    'voided',
    'nullified',
    'entered-in-error (duplicate)',
  ])('%j is withdrawn', (status) => {
    const reading = read({ status, code: loinc('718-7'), valueQuantity: quantity(3.1, 'g/dL') });
    expect(reading.outcome).toBe('withdrawn');
    expect(JSON.stringify(reading)).not.toContain('3.1');
  });

  test('however its parts are joined and written, a status of FHIR is read as that status', () => {
    const joints = fc.constantFrom(' ', '-', '_', '\u00A0', ' - ', '\u2011', '');
    const ends = fc.constantFrom('', ' ', '\u00A0', '\n', '\u200B');
    fc.assert(
      fc.property(joints, ends, ends, fc.boolean(), (joint, before, after, isUpper) => {
        const word = ['entered', 'in', 'error'].join(joint);
        const status = before + (isUpper ? word.toUpperCase() : word) + after;
        expect(read({ status, code: loinc('2823-3') }).outcome).toBe('withdrawn');
      }),
    );
  });

  test.each(['final?', 'not final', 'released', 'F'])('%j is an unknown word and listed', (status) => {
    expect(readPotassium({ status }).kind).toMatchObject({ drawing: 'listed', reason: 'status' });
  });
});
