import { describe, expect, test } from 'vitest';
import { choicesOfSite, choicesOfSystem, nextUnitSystem, systemOfChoices } from './unitSystem.ts';

test('rule 16: SI and conventional each choose one unit for every analyte that the catalog has in both', () => {
  const [si, conventional] = [choicesOfSystem('si', 'as-sent'), choicesOfSystem('conventional', 'as-sent')];
  expect(Object.keys(si)).toEqual(Object.keys(conventional));
  expect(si).toMatchObject({
    glucose: 'mmol/L',
    creat: 'umol/L',
    lactate: 'mmol/L',
    a1c: 'mmol/mol',
    uacr: 'mg/mmol',
    'po2-art': 'kPa',
  });
  expect(conventional).toMatchObject({
    glucose: 'mg/dL',
    creat: 'mg/dL',
    lactate: 'mg/dL',
    a1c: '%',
    uacr: 'mg/g',
    'po2-art': 'mm[Hg]',
  });
  expect(Object.entries(si).filter(([id, unit]) => conventional[id] === unit)).toEqual([]);
});

test('rules 7 and 16: what has no safe factor, and a side of a blood pressure, are not among them', () => {
  const ids = Object.keys(choicesOfSystem('si', 'as-sent'));
  expect(ids.filter((id) => id.startsWith('bp-') || ['k', 'na', 'hr', 'ferritin'].includes(id))).toEqual([]);
});

test('a system is known again, and units chosen one by one are none; from those the key goes back to as reported', () => {
  expect(
    (['reported', 'si', 'conventional'] as const).map((one) =>
      systemOfChoices(choicesOfSystem(one, 'si'), 'si'),
    ),
  ).toEqual(['reported', 'si', 'conventional']);
  expect(systemOfChoices({ glucose: 'mmol/L' }, 'si')).toBeUndefined();
  expect(systemOfChoices({ ...choicesOfSystem('si', 'si'), glucose: 'mg/dL' }, 'si')).toBeUndefined();
  const next = (['reported', 'si', 'conventional'] as const).map((one) =>
    nextUnitSystem(choicesOfSystem(one, 'si'), 'si'),
  );
  expect([...next, nextUnitSystem({ glucose: 'mmol/L' }, 'si')]).toEqual([
    'si',
    'conventional',
    'reported',
    'reported',
  ]);
});

describe('SI has g/L where that is the habit of the site', () => {
  const [molar, perLitre] = [choicesOfSystem('si', 'si'), choicesOfSystem('si', 'si-mass')];

  test('haemoglobin, albumin and protein are in g/L there, and nothing else changes', () => {
    expect(perLitre).toMatchObject({ hgb: 'g/L', alb: 'g/L', tp: 'g/L', glob: 'g/L', mchc: 'g/L' });
    expect(molar).toMatchObject({ hgb: 'mmol/L' });
    expect(molar).not.toHaveProperty('alb');
    const others = Object.entries(perLitre).filter(([, unit]) => unit !== 'g/L');
    expect(others).toEqual(Object.entries(molar).filter(([id]) => perLitre[id] !== 'g/L'));
    const changed = Object.keys(molar).filter((id) => perLitre[id] !== molar[id]);
    expect(changed.filter((id) => !id.startsWith('hgb'))).toEqual([]);
    expect(perLitre).toMatchObject({ glucose: 'mmol/L', chol: 'mmol/L' });
  });

  test('conventional takes them back to g/dL', () =>
    expect(choicesOfSystem('conventional', 'si-mass')).toMatchObject({
      hgb: 'g/dL',
      alb: 'g/dL',
      tp: 'g/dL',
    }));

  test('a system is known again there, and the key goes through the three', () => {
    for (const system of ['reported', 'si', 'conventional'] as const)
      expect(systemOfChoices(choicesOfSystem(system, 'si-mass'), 'si-mass')).toBe(system);
    expect(systemOfChoices(molar, 'si-mass')).toBeUndefined();
    expect(nextUnitSystem(perLitre, 'si-mass')).toBe('conventional');
  });
});

test('the site file says which system holds until the reader chooses', () => {
  expect(choicesOfSite('as-sent')).toEqual({});
  expect(choicesOfSite('si')).toMatchObject({ glucose: 'mmol/L', hgb: 'mmol/L' });
  expect(choicesOfSite('si-mass')).toMatchObject({ glucose: 'mmol/L', hgb: 'g/L', alb: 'g/L', tp: 'g/L' });
  expect(choicesOfSite('conventional')).toMatchObject({ glucose: 'mg/dL', hgb: 'g/dL' });
  for (const [site, system] of [
    ['as-sent', 'reported'],
    ['si', 'si'],
    ['si-mass', 'si'],
    ['conventional', 'conventional'],
  ] as const)
    expect(systemOfChoices(choicesOfSite(site), site)).toBe(system);
});
