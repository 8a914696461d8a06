import { expect, test } from 'vitest';
import { LOINC } from '../../../testing/codes.ts';
import { readRow } from '../observationFixture.ts';

const read = (code: string, value: number, unit: string, text = '') => {
  const { kind, value: number } = readRow({
    code: { coding: [{ system: LOINC, code }], text },
    valueQuantity: { value, unit },
  });
  return { seriesId: kind.seriesId, drawing: kind.drawing, reason: kind.reason, value: number };
};

test.each([
  ['CA 125 in kilounits', '10334-1', 22, 'kU/L', 'ca-125', 22],
  ['CA 19-9 in kilounits', '24108-3', 17, 'kU/l', 'ca-19-9', 17],
  ['CA 15-3 in kilounits', '6875-9', 14, 'KU/L', 'ca-15-3', 14],
  ['CA 72-4 in kilounits', '17843-4', 2, 'kU/L', 'ca-72-4', 2],
  ['anti-CCP in kilounits', '32218-0', 7, 'kU/L', 'anti-ccp', 7],
  ['transglutaminase in kilounits', '46128-5', 3, 'kU/L', 'ttg-iga', 3],
  ['rheumatoid factor in kilounits', '11572-5', 12, 'kIU/L', 'rf', 12],
  ['sedimentation, German', '4537-7', 14, 'mm n. Westergren', 'esr', 14],
  ['sedimentation, German, short', '4537-7', 14, 'mm n.W.', 'esr', 14],
  ['sedimentation in 60 minutes', '30341-2', 14, 'mm/60min', 'esr', 14],
  ['sedimentation in 60 minutes, apart', '30341-2', 14, 'mm/60 min', 'esr', 14],
  ['sedimentation in 1 h', '30341-2', 14, 'mm/1h', 'esr', 14],
  ['sedimentation in the first hour, Spanish', '30341-2', 14, 'mm/1ª hora', 'esr', 14],
  ['sedimentation in an hour, Spanish', '30341-2', 14, 'mm/hora', 'esr', 14],
  ['sedimentation in an hour, German', '30341-2', 14, 'mm/Std', 'esr', 14],
  ['sedimentation in an hour, Italian', '30341-2', 14, 'mm/ora', 'esr', 14],
  ['sedimentation in an hour, English', '30341-2', 14, 'mm/hr', 'esr', 14],
  ['white cells, Italian', '6690-2', 6.4, 'migliaia/mmc', 'wbc', 6.4],
  ['white cells, Italian, short', '6690-2', 6.4, 'mila/mmc', 'wbc', 6.4],
  ['platelets, Italian', '777-3', 231, 'migliaia/mmc', 'plt', 231],
  ['platelets, Italian, per microlitre', '777-3', 231, 'migliaia/uL', 'plt', 231],
  ['red cells, Italian', '789-8', 4.6, 'milioni/mmc', 'rbc', 4.6],
  ['red cells, Italian, per microlitre', '789-8', 4.6, 'milioni/uL', 'rbc', 4.6],
  ['platelets, Spanish', '777-3', 231, 'miles/mm3', 'plt', 231],
  ['white cells, Spanish', '6690-2', 6.4, 'miles/uL', 'wbc', 6.4],
  ['red cells, Spanish', '789-8', 4.6, 'millones/mm3', 'rbc', 4.6],
  ['red cells, million shortened', '789-8', 4.6, 'mil/uL', 'rbc', 4.6],
  ['red cells, million shortened in capitals', '789-8', 4.6, 'MIL/UL', 'rbc', 4.6],
  ['white cells in thousands, Italian', '6690-2', 6.4, 'miglia/mmc', 'wbc', 6.4],
  ['platelets in thousands, Italian', '777-3', 231, 'miglia/mmc', 'plt', 231],
  ['platelets in thousands, Spanish', '777-3', 231, 'mil/uL', 'plt', 231],
  ['white cells in thousands, Spanish', '6690-2', 6.4, 'mil/mm3', 'wbc', 6.4],
  ['sedimentation in millimetres, as is read after an hour', '30341-2', 14, 'mm', 'esr', 14],
  ['sedimentation with its unit and its method', '4537-7', 14, 'mm/h n. Westergren', 'esr', 14],
  ['sedimentation, German, in full', '4537-7', 14, 'mm nach Westergren', 'esr', 14],
  ['white cells in cubic millimetres, Italian', '6690-2', 6400, '/mmc', 'wbc', 6.4],
  ['protein of a day', '2889-4', 240, 'mg/24h', 'uprot24', 240],
  ['protein of a day, German', '2889-4', 240, 'mg/Tag', 'uprot24', 240],
  ['albumin of a day', '1755-8', 18, 'mg/24 h', 'u-alb-24h', 18],
])('%s (%s): %d %s is drawn on the line', (_, code, value, unit, seriesId, drawn) => {
  expect(read(code, value, unit)).toEqual({ seriesId, drawing: 'line', reason: '', value: drawn });
});

test.each([
  ['platelets in millions', '777-3', 0.231, 'mil/uL'],
  ['white cells in millions', '6690-2', 0.0064, 'mil/uL'],
  ['red cells that were counted in thousands', '789-8', 4600, 'mil/uL'],
  ['sedimentation in two hours', '30341-2', 14, 'mm/2h'],
  ['sedimentation in half an hour', '30341-2', 14, 'mm/30min'],
  ['CA 125 in units per litre', '10334-1', 22, 'U/L'],
  ['CA 125 in a mass', '10334-1', 22, 'ng/mL'],
  ['red cells in kilounits', '789-8', 4.6, 'kU/L'],
])('%s (%s): %d %s is listed', (_, code, value, unit) => {
  expect(read(code, value, unit)).toMatchObject({ drawing: 'listed' });
});
