import { describe, expect, test } from 'vitest';
import { notMeasuredWords } from './refusal.ts';

const REFUSED = [
  'Wrong patient sample',
  'Sample from wrong patient',
  'Specimen collected from wrong patient',
  'Posted to wrong patient',
  'Results for wrong patient',
  'WBIT',
  'Patientenverwechslung',
  'Probenverwechslung',
  'Forkert prøve',
  'Feil prøve',
  'Fel prov',
  'Verkeerd monster',
  'Mauvais échantillon',
  'Amostra trocada',
  'Charted in error',
  'Recorded in error',
  '***TEST NOT PERFORMED***',
  '[Not performed]',
  '-- Cancelled --',
  '"Not performed"',
  'Test removed',
  'Sample unused',
  'Clot: not performed',
  // Some servers send a letter and its accent apart.
  'Não realizado'.normalize('NFD'),
  'För lite material'.normalize('NFD'),
  'Muestra inválida'.normalize('NFD'),
];

const STANDS = [
  'Unusual result, please correlate clinically',
  'Unusual value',
  'Previously reported as 7.2 (wrong patient)',
  'Previous result 7.2 - entered in error',
  'Previous result 7.2; please disregard',
  'Tube removed',
  'Line removed',
  'Comment: not available',
  'Kommentar: nicht verfügbar',
  'Label: not available',
  'Comment: Not reported',
  'Ignorado',
  'Ignorada',
  'Hemolysis: not measured',
  'Right patient',
];

describe('the words of a laboratory', () => {
  test.each(REFUSED)('"%s" list the number', (text) => expect(notMeasuredWords([text])).not.toBe(''));
  test.each(STANDS)('"%s" leave the number, which is another one or good', (text) =>
    expect(notMeasuredWords([text])).toBe(''),
  );
});
