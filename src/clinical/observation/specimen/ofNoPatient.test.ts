/** A number of a demonstration, a test patient, a control or a simulator is no result of the patient, and says so (rules 17 and 26). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, read, readPotassium, readRows } from '../observationFixture.ts';

const reasonOf = (fields: object): string => readPotassium(fields).kind.reason;
const noted = (text: string): object => ({ note: [{ text }] });

const OF_NO_PATIENT = [
  'Demo mode',
  'DEMO MODE',
  'Device in demo mode',
  'Demo mode active',
  'Demomodus',
  'Modo demostración',
  'Test patient',
  'This is a test patient',
  'Testpatient',
  'Testdaten',
  'Paciente de prueba',
  'Test mode',
  'QC sample',
  'Quality control specimen',
  'QC material',
  'Simulation',
  'Simulated',
  'Simulated value',
  'Simulated data, not a real patient',
  'Simulator',
  'Simulation mode',
  'Simulationsmodus',
  'Not patient data',
  'not a real patient',
  '*** TEST PATIENT ***',
  'Device in demo mode. Battery 80 %.',
  'Screen is clean. Device in demo mode. Battery 80 %.',
  'Test patient, do not use',
  'Demo mode, disregard result',
] as const;

test.each(OF_NO_PATIENT)('"%s" beside a number says that it is none of the patient', (text) => {
  const { kind } = readPotassium({ interpretation: [{ text }] });
  expect([kind.reason, kind.drawing]).toEqual(['not-measured', 'listed']);
  expect(kind.absentReason).not.toBe('');
  expect(reasonOf(noted(text))).toBe('not-measured');
});

test('it holds for each part of a panel', () => {
  const rows = readRows(
    read({
      code: loinc('85354-9'),
      interpretation: [{ text: 'Demo mode' }],
      component: [
        { code: loinc('8480-6'), valueQuantity: quantity(120, 'mm[Hg]') },
        { code: loinc('8462-4'), valueQuantity: quantity(80, 'mm[Hg]') },
      ],
    }),
  );
  expect(rows.map(({ kind }) => kind.reason)).toEqual(['not-measured', 'not-measured']);
});

describe('the number stands', () => {
  test.each([
    'Demo mode: off',
    'Demo mode disabled',
    'Demo of the inhaler given',
    'demo model given to patient',
    'Test patient again tomorrow',
    'Please test patient again',
    'Do not test patient before noon',
    'Test patient for HIV',
    'Stress test, patient tolerated it well',
    'Patient tested',
    'Test',
    'Tested',
    'Test positive',
    'Test performed',
    'QC',
    'QC: passed',
    'QC ok',
    'QC sample passed',
    'Quality control passed',
    'Quality control sample within limits',
    'Control patient in 2 weeks',
    'Simulated driving allowed',
    'Simulation training attended',
    'Simulation of labour discussed',
    'Calibration verified',
    'Patient data verified',
    'Not patient reported',
    'Not patient preference',
    'modern assay',
    'Modo de toma: oral',
    'Prueba realizada',
    'Test modified by the laboratory',
    'High',
    'Normal',
    'QC sample, acceptable',
    'QC sample - passed',
    'QC sample: no',
    'Simulated: no',
    'Simulator: no',
    'Demo mode: no',
    'Demo mode, off',
    'Demo mode - off',
    'Test patient: no',
    'Test mode (self-test) passed',
    'Test model',
    'Demo model',
    'Test Modul',
    'Sensor teaching: insertion, demo mode, alarms',
    'Simulation, 20 min',
    'Test patient, then discharge',
  ])('beside "%s"', (text) => {
    expect([text, reasonOf({ interpretation: [{ text }] }), reasonOf(noted(text))]).toEqual([text, '', '']);
  });
});

test.each(['Device in demo mode, battery low', 'Sensor teaching: insertion, demo mode, alarms'])(
  'among other words they leave a doubt: "%s"',
  (text) => {
    expect(readPotassium(noted(text)).kind.condition).not.toBe('');
  },
);

test.each(['QC sample, acceptable', 'Demo mode: no', 'Test mode, off', 'Simulator: no'])(
  'what was in order leaves none: "%s"',
  (text) => {
    expect(readPotassium(noted(text)).kind.condition).toBe('');
  },
);
