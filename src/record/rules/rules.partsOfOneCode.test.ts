/** Laboratories and devices send a part of a substance, a setting, a lowest value or another fluid with the code of the whole (rule 18). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../testing/readRecordFixture.ts';

const named = (id: string, code: string, text: string, unit: string) =>
  observation({
    id,
    effectiveDateTime: `2026-01-0${id}T08:00:00Z`,
    code: { ...loinc(code), text },
    valueQuantity: ucum(5, unit),
  });
const countOfSeries = (code: string, unit: string, plain: string, text: string): number =>
  readRecord([named('2', code, plain, unit), named('3', code, text, unit)]).series.length;

test('a wrist is no joint fluid', () => {
  const results = ['Handgelenk', 'Arm'].map((text, i) =>
    observation({
      id: text,
      effectiveDateTime: `2026-01-0${i + 1}T08:00:00Z`,
      code: { ...loinc('8867-4'), text: 'Puls' },
      bodySite: { text },
      valueQuantity: ucum(70, '/min'),
    }),
  );
  expect(readRecord(results).series.map(({ id }) => id)).toEqual(['hr']);
});

describe('one code for the whole and for a part', () => {
  test.each([
    ['1975-2', 'mg/dL', 'Bilirubin', 'Bilirubin direkt'],
    ['1975-2', 'mg/dL', 'Bilirubin', 'Bilirrubina directa'],
    ['1975-2', 'mg/dL', 'Bilirubin', 'Bilirubin indirekt'],
    ['1968-7', 'mg/dL', 'Bilirubin direct', 'Gesamtbilirubin'],
    ['17861-6', 'mg/dL', 'Calcium', 'Ionisiertes Calcium'],
    ['17861-6', 'mg/dL', 'Calcium', 'Calcio iónico'],
    ['17861-6', 'mg/dL', 'Calcium', 'Albuminkorrigiertes Calcium'],
    ['2857-1', 'ng/mL', 'PSA', 'PSA frei'],
    ['10886-0', 'ng/mL', 'PSA free', 'PSA gesamt'],
    ['3026-2', 'ug/dL', 'T4', 'T4 libre'],
    ['2986-8', 'ng/dL', 'Testosterone', 'Freies Testosteron'],
    ['718-7', 'g/dL', 'Hemoglobin', 'Plasma free hemoglobin'],
    ['20150-9', 'L', 'FEV1', 'FEV1 nach Salbutamol'],
    ['20150-9', 'L', 'FEV1', 'FEV1 Sollwert'],
    ['59408-5', '%', 'SpO2', 'SpO2 nadir'],
    ['59408-5', '%', 'SpO2', 'Mean SpO2'],
    ['8867-4', '/min', 'Heart rate', 'FC máxima'],
    ['9279-1', '/min', 'Respiratory rate', 'Atemfrequenz eingestellt'],
    ['9279-1', '/min', 'Respiratory rate', 'FR programada'],
    ['9279-1', '/min', 'Respiratory rate', 'FR réglée'],
    ['29463-7', 'kg', 'Body weight', 'Zielgewicht'],
    ['29463-7', 'kg', 'Body weight', 'Geburtsgewicht'],
    ['29463-7', 'kg', 'Body weight', 'Poids sec'],
    ['2708-6', '%', 'SaO2', 'ScvO2'],
    ['14749-6', 'mmol/L', 'Glucose', 'Glukose kapillär'],
    ['11558-4', '[pH]', 'pH', 'pH gemischtvenös'],
    ['2532-0', 'U/L', 'LDH', 'LDH Punktat'],
    ['2345-7', 'mg/dL', 'Glucose', 'Glucosa LCR'],
    ['2345-7', 'mg/dL', 'Glucose', 'Glucose, Drainageflüssigkeit'],
    ['2823-3', 'mmol/L', 'Kalium', 'Kalium nach Dialyse'],
  ])('%s in %s: %s and %s are two series', (code, unit, plain, text) => {
    expect(countOfSeries(code, unit, plain, text)).toBe(2);
  });

  test.each([
    ['1975-2', 'mg/dL', 'Bilirubin', 'Bilirubin, total (direct + indirect)'],
    ['1975-2', 'mg/dL', 'Bilirubin', 'Bilirubin total direct method'],
    ['17861-6', 'mg/dL', 'Calcium', 'Calcium, gesamt'],
    ['17861-6', 'mg/dL', 'Calcium', 'Calcium (direct ISE)'],
    ['3024-7', 'ng/dL', 'Free T4', 'T4,Free(Direct)'],
    ['3024-7', 'ng/dL', 'Free T4', 'freies T4'],
    ['10886-0', 'ng/mL', 'PSA free', 'PSA frei'],
    ['2857-1', 'ng/mL', 'PSA', 'Gesamt-PSA'],
    ['2986-8', 'ng/dL', 'Testosterone', 'Testosterone total and free'],
    ['718-7', 'g/dL', 'Hemoglobin', 'Hemoglobin total'],
    ['20150-9', 'L', 'FEV1', 'FEV1 measured'],
    ['20155-8', 'L', 'FEV1 post', 'FEV1 nach Bronchodilatation'],
    ['9279-1', '/min', 'Respiratory rate', 'Atemfrequenz'],
    ['8867-4', '/min', 'Heart rate', 'Heart rate (/min)'],
    ['59408-5', '%', 'SpO2', 'SpO2 (%)'],
    ['29463-7', 'kg', 'Body weight', 'Weight second reading'],
    ['2708-6', '%', 'SaO2', 'Arterielle Sättigung'],
    ['2345-7', 'mg/dL', 'Glucose', 'Glukose (venöses Plasma)'],
    ['2823-3', 'mmol/L', 'Kalium', 'Kalium vor Dialyse'],
    ['2857-1', 'ng/mL', 'PSA', 'PSA with reflex to free PSA'],
    ['2857-1', 'ng/mL', 'PSA', 'PSA, Total w/ Reflex to Free'],
    ['17861-6', 'mg/dL', 'Calcium', 'Calcium with reflex to ionized calcium'],
    ['2991-8', 'pg/mL', 'Free testosterone', 'Testosterone, Free and Total'],
    ['2986-8', 'ng/dL', 'Testosterone', 'Testosterone, Free and Total'],
    ['8867-4', '/min', 'Frecuencia cardíaca', 'Frecuencia cardíaca (paciente con marcapasos)'],
    ['2345-7', 'mg/dL', 'Glukose', 'Glukose nach intravenöser Gabe'],
  ])('%s in %s: %s and %s stay one series', (code, unit, plain, text) => {
    expect(countOfSeries(code, unit, plain, text)).toBe(1);
  });
});
