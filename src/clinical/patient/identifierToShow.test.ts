import { describe, expect, it } from 'vitest';
import { readPatient } from './patient.ts';

const HOSPITAL = 'https://north.example/mrn';
const REGION = 'urn:oid:1.2.3.4';
const MR = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] };

const shown = (identifier: readonly object[], systems: readonly string[] = []) => {
  const { identifier: one } = readPatient({ identifier }, Date.UTC(2026, 10, 24), systems);
  return one && `${one.label} ${one.value}`;
};

describe('rule 47: the number beside the name', () => {
  const several = [
    { system: 'urn:oid:9', type: { text: 'Research id' }, value: 'R7' },
    { system: REGION, type: { text: 'Regional number' }, value: '55 012' },
    { system: HOSPITAL, type: MR, value: '0042' },
  ];

  it('is that of the system that the site names, with its own label', () => {
    expect(shown(several, [REGION])).toBe('Regional number 55 012');
    expect(shown([{ system: REGION, value: '55 012' }, ...several.slice(2)], [REGION])).toBe(
      'Identifier 55 012',
    );
  });

  it('is that of the next system where the first has none, or more than one', () => {
    expect(shown(several, ['urn:oid:0', HOSPITAL])).toBe('MRN 0042');
    expect(shown([...several, { system: REGION, value: '55 013' }], [REGION, HOSPITAL])).toBe('MRN 0042');
  });

  it('is no old number of that system', () => {
    const old = { system: REGION, use: 'old', type: { text: 'Regional number' }, value: '1' };
    expect(shown([old, ...several.slice(2)], [REGION])).toBe('MRN 0042');
  });

  it('is no number that begins later', () => {
    const later = { type: MR, use: 'usual', value: '1', period: { start: '2027-03-01' } };
    expect(shown([later, ...several])).toBe('MRN 0042');
  });

  it.each([
    { system: 'http://hl7.org/fhir/sid/us-ssn' },
    { system: 'urn:oid:2.16.840.1.113883.4.1' },
    { type: { coding: [{ code: 'SS' }] } },
    { type: { coding: [{ code: 'ss' }], text: 'Other' } },
  ])('is no Social Security number (%j), which would stand on every screen and print', (one) => {
    const secret = { ...one, value: '999-12-3456' };
    expect(shown([secret])).toBeUndefined();
    expect(shown([secret, { type: { text: 'EPIC' }, value: 'Z6' }])).toBe('EPIC Z6');
  });

  it('is that number where the site asks for it', () => {
    const system = 'http://hl7.org/fhir/sid/us-ssn';
    expect(shown([{ system, value: '999-12-3456' }], [system])).toBe('Identifier 999-12-3456');
  });

  it('is the medical record number without a system, the usual one first', () => {
    expect(shown(several)).toBe('MRN 0042');
    expect(shown([...several, { type: MR, use: 'usual', value: '0099' }])).toBe('MRN 0099');
  });

  it('is never unknown where the record has medical record numbers', () => {
    expect(shown([...several, { type: MR, value: '0099' }])).toBe('MRN 0042, 0099');
    expect(shown([...several.slice(0, 2), { type: { text: 'MRN' }, value: '0100' }])).toBe('MRN 0100');
  });

  it('is the one number that a vendor sends twice with local words', () => {
    const twice = [
      { type: { text: 'EPIC' }, value: '004 829 17' },
      { type: { text: 'INTERNAL' }, value: '     004 829 17' },
    ];
    expect(shown(twice)).toBe('EPIC 004 829 17');
  });

  it('is unknown where several numbers of unknown kinds differ', () => {
    expect(shown(several.slice(0, 2))).toBeUndefined();
  });
});
