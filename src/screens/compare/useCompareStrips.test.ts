// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { useCompareStrips } from './useCompareStrips.ts';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';

const SPAN = { startMs: Date.parse('2025-01-01'), endMs: Date.parse('2026-12-01') };
const AT = '2026-11-12T14:10:00Z';

const stripsOf = (record: RecordSnapshot, ...requestedIds: string[]) => {
  const { result } = renderHook(() => useCompareStrips(record, requestedIds, SPAN, 'UTC'));
  const { strips: all, missingNames: missing } = result.current;
  return {
    seriesByStrip: all.map(({ id, series }) => `${id}: ${series.id}`),
    names: all.map(({ name }) => name),
    missing,
  };
};

const ckd = [resultInput('62238-1', 32, 'mL/min/{1.73_m2}', AT), resultInput('2823-3', 5.8, 'mmol/L', AT)];
const other = resultInput('48642-3', 31, 'mL/min/{1.73_m2}', AT);

test('a view that names another formula than the record has shows that of the record, under its own name', () => {
  const { seriesByStrip, names, missing } = stripsOf(recordOf([...ckd, other]), 'k', 'egfr~48643-1');
  expect(seriesByStrip[0]).toBe('k: k');
  expect(seriesByStrip[1]).toMatch(/^egfr~48643-1: egfr/);
  expect(names[1]).toContain('eGFR');
  expect(missing).toEqual([]);
});

test('the very series that is named comes before any other of its analyte', () => {
  const { seriesByStrip } = stripsOf(recordOf([...ckd, other]), 'egfr~48642-3');
  expect(seriesByStrip).toEqual(['egfr~48642-3: egfr~48642-3']);
});

test('two ids of an address that lead to one series are one strip, and none of them is missing', () => {
  const { seriesByStrip, missing } = stripsOf(
    recordOf(ckd),
    'egfr~48643-1',
    'k',
    'egfr~62238-1',
    'egfr~48642-3',
  );
  expect(seriesByStrip).toEqual([expect.stringMatching(/^egfr~48643-1: egfr/), 'k: k']);
  expect(missing).toEqual([]);
  const diastolicAlone = recordOf([side('8462-4', 72)]);
  expect(stripsOf(diastolicAlone, 'bp-sys', 'bp-dia').seriesByStrip).toEqual(['bp-sys: bp-dia']);
});

test('rule 38: what the record does not have, or has not read yet, is missing', () => {
  expect(stripsOf(recordOf(ckd), 'k', 'a1c').missing).toEqual(['Hemoglobin A1c']);
  expect(stripsOf(recordOf(ckd, { ended: false, complete: false }), 'egfr~48643-1').missing).toHaveLength(1);
});

const side = (code: string, value: number, more: Readonly<Record<string, unknown>> = {}) =>
  resultInput(code, value, 'mm[Hg]', AT, more);

test('fixture 5: sides that nothing joins are two strips, each with its own values', () => {
  const later = { effectiveDateTime: '2026-11-12T14:11:00Z' };
  const record = recordOf([side('8480-6', 134), side('8462-4', 72, later)]);
  const { seriesByStrip } = stripsOf(record, 'bp-dia', 'bp-sys');
  expect(seriesByStrip).toEqual(['bp-dia: bp-dia', 'bp-sys: bp-sys']);
});

test('rule 7: sides of one measurement are one strip, whichever was named', () => {
  const encounter = { encounter: { reference: 'Encounter/1' } };
  const record = recordOf([side('8480-6', 134, encounter), side('8462-4', 72, encounter)]);
  expect(stripsOf(record, 'bp-dia', 'bp-sys').seriesByStrip).toEqual(['bp-sys: bp-sys']);
});
