import { describe, expect, test } from 'vitest';
import { conditionWords } from './specimenCondition.ts';

const BAD = [
  'Needs to be recollected due to hemolysis',
  'Must be redrawn due to hemolysis',
  'Recommend redraw of hemolyzed specimen',
  'Request recollection of hemolyzed specimen',
  'Kindly arrange recollection of hemolyzed specimen',
  'Sample should be replaced - hemolyzed',
  'Screened for hemolysis: 2+',
  'Smear reviewed for platelet clumps: present',
  'Checked for platelet clumps: positive',
  'Verbally reported as hemolyzed',
  'Currently reported as hemolyzed',
];

const NOT_BAD = [
  'Redraw of hemolyzed specimen',
  'Previously reported as hemolyzed',
  'Checked for platelet clumps',
  'Screened for hemolysis: negative',
  'Platelet clumps not found',
  'Platelet clumps not identified',
  'Agrégats plaquettaires non vus',
  'Thrombozytenaggregate nicht gefunden',
  'Trombocytaggregater ikke set',
  'Trombocytaggregat ej sett',
  'Trombocytenaggregaten niet gezien',
  'Agregados plaquetarios no observados',
  'Aggregati piastrinici non rilevati',
  'Pseudothrombozytopenie nicht bestätigt',
  'Hemolysis in sample may increase potassium',
  'Hämolyse in der Probe kann Kalium erhöhen',
];

describe('the state of a specimen', () => {
  test.each(BAD)('is told by "%s"', (text) => expect(conditionWords(text)).not.toEqual([]));
  test.each(NOT_BAD)('is not told by "%s"', (text) => expect(conditionWords(text)).toEqual([]));
});
