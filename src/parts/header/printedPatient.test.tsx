// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { readPatient } from '../../clinical/patient/patient.ts';
import { usePrintedPatient } from './printedPatient.ts';

const printed = (): string => document.documentElement.style.getPropertyValue('--printed-patient');
const patientNamed = (family: string) =>
  readPatient({ id: 'p1', name: [{ family, given: ['Edwin'] }], birthDate: '1959-03-14' }, Date.now());

afterEach(cleanup);

test('rule 49: each printed page names the patient at its foot, until the record is closed', () => {
  const { unmount } = renderHook(() => usePrintedPatient(patientNamed('Marlowe')));
  expect(printed()).toMatch(/^".MARLOWE, Edwin, Born 14 Mar 1959."$/);
  expect(readFileSync('src/ui/theme/base.css', 'utf8')).toContain('content: var(--printed-patient)');
  unmount();
  expect(printed()).toBe('');
});

test('a name cannot end the string that it stands in', () => {
  renderHook(() => usePrintedPatient(patientNamed('O"; x: url(//a.example) \\')));
  expect(printed().replaceAll(/\\./g, '').slice(1, -1)).not.toContain('"');
});
