import { describe, expect, test } from 'vitest';
import { readFlag } from './flag.ts';
import { textsIn } from '../attached/textLinesFixture.ts';

/** Returns an interpretation with the code of a high result and these words. */
const markedHigh = (text: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code: 'H' }],
  text,
});

describe('critical is said of something else', () => {
  test.each(
    textsIn([
      'Critical care unit | Critical Access Hospital | Critically ill patient | Critical: No | Within critical limits',
      'Previous result critical | Last result was critical | Vorbefund kritisch | Vorheriger Wert kritisch | Area critica',
      'Unidad de cuidados críticos | Unité de soins critiques | Resultado anterior crítico | Résultat précédent critique',
    ]),
  )('"%s" is no critical flag, and leaves that of the code', (text) => {
    expect([readFlag([{ text }]).flag, readFlag([markedHigh(text)]).flag]).toEqual(['other', 'H']);
  });

  test.each(
    textsIn([
      'Critical result called to critical care unit | Critical, previous result critical | Critical: Yes | Critical value',
      'Critical value, previously called | Outside critical range | Valor crítico, avisado a cuidados críticos',
    ]),
  )('"%s" is critical all the same', (text) => expect(readFlag([{ text }]).flag).toBe('AA'));

  test.each(
    textsIn([
      'Critical care notified | Critical - care team notified | Critical-care team aware | Critical: No answer on the ward',
      'Critical: no callback | Critical: N. called | Critical: none available to take the call | Critical - access nurse paged',
      'Within the critical range | Result within critical value range | Previous result critical too | Cuidados críticos avisados',
      'Soins critiques prévenus | Critical: no repeat needed',
    ]),
  )('"%s" tells of a critical result', (text) => {
    expect([readFlag([{ text }]).flag, readFlag([markedHigh(text)]).flag]).toEqual(['AA', 'HH']);
  });

  test.each(
    textsIn(['High, critical: no | Critical: no, high | High (critical: false) | High. Critical: none.']),
  )('"%s" is high all the same', (text) => expect(readFlag([{ text }]).flag).toBe('H'));

  test('"below critical" beside "High" is high, and beside "Low" critical', () => {
    const flagBeside = (code: string, display: string) => readFlag([{ coding: [{ code, display }] }]).flag;
    expect(flagBeside('below_critical', 'High')).toBe('H');
    expect(flagBeside('below_critical', 'Low')).toBe('LL');
    expect(flagBeside('above_critical', 'High')).toBe('HH');
  });
});
