// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { readPatient } from '../../clinical/patient/patient.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { usePrintedPatient } from './printedPatient.ts';

const printed = (): string => document.documentElement.style.getPropertyValue('--printed-patient');
const patientNamed = (family: string) =>
  readPatient({ id: 'p1', name: [{ family, given: ['Edwin'] }], birthDate: '1959-03-14' }, Date.now());

afterEach(cleanup);

const wrapper = ({ children }: PropsWithChildren) => <InOpenRecord>{children}</InOpenRecord>;

test('rule 49: each printed page names the patient at its foot and says when it was printed and in which time zone, until the record is closed', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-24T20:05:00Z') });
  const { unmount } = renderHook(() => usePrintedPatient(patientNamed('Marlowe')), { wrapper });
  // A property of the root would style every element of the screen once more.
  expect(printed()).toBe('');
  vi.setSystemTime(Date.parse('2126-11-24T22:40:00Z'));
  dispatchEvent(new Event('beforeprint'));
  expect(printed()).toMatch(
    /^".MARLOWE, Edwin, Born 14 Mar 1959. Printed 24 Nov 2126, 16:40 CST, UTC−06:00."$/,
  );
  expect(readFileSync('src/ui/theme/base.css', 'utf8')).toContain('content: var(--printed-patient)');
  unmount();
  dispatchEvent(new Event('beforeprint'));
  expect(printed()).toBe('');
  vi.useRealTimers();
});

test('paper does not say when the view was opened, because it follows no chart', () => {
  const style = readFileSync('src/parts/header/PatientLine.module.css', 'utf8');
  expect(style.slice(style.indexOf('@media print'))).toMatch(/\.opened \{\s*display: none;/);
});

test('a name cannot end the string that it stands in', () => {
  renderHook(() => usePrintedPatient(patientNamed('O"; x: url(//a.example) \\')), { wrapper });
  dispatchEvent(new Event('beforeprint'));
  expect(printed()).toMatch(/^".+"$/);
  expect(printed().replaceAll(/\\./g, '').slice(1, -1)).not.toContain('"');
});
