/** This file renders "What changed" for a record of a few results. */
import { fireEvent, render, screen } from '@testing-library/react';
import { pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { noFacts } from '../../clinical/change/patientFacts.ts';
import { ChangesStrip } from './ChangesStrip.tsx';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { spokenText } from '../../testing/spokenAndDrawn.ts';

type Options = Partial<Parameters<typeof ChangesStrip>[0]> & { readonly record?: RecordSnapshot };

/** Makes one result a month from January 2026 on, and then the newest. */
export const potassiumCourse = (
  loinc: string,
  unit: string,
  values: readonly number[],
  newest: number,
  more: object = {},
) => [
  ...values.map((value, i) => resultInput(loinc, value, unit, `2026-0${i + 1}-05T08:00:00-06:00`)),
  resultInput(loinc, newest, unit, '2026-11-12T08:10:00-06:00', { ...more }),
];
const high = { interpretation: [{ coding: [{ code: 'H' }] }] };
export const potassiumResults = potassiumCourse(
  '2823-3',
  'mmol/L',
  [4.6, 4.7, 4.8, 4.5, 4.7, 4.6, 4.9, 4.7],
  5.8,
  high,
);
export const creatinine = potassiumCourse(
  '2160-0',
  'mg/dL',
  [1.88, 1.9, 1.9, 1.92, 1.86, 1.95, 1.9, 1.9],
  2.31,
  high,
);
export const steady = potassiumCourse('2951-2', 'mmol/L', [139, 140, 139, 138, 139, 140, 139, 139], 139);
export const weight = potassiumCourse('29463-7', 'kg', [90.2, 90.4, 90.7], 94.1);
export const pressureResults = [
  pressure(149, 80, '2026-06-05T08:00:00-05:00'),
  pressure(147, 78, '2026-07-05T08:00:00-05:00'),
  pressure(152, 82, '2026-08-05T08:00:00-05:00'),
  pressure(121, 72, '2026-11-24T09:20:00-06:00'),
];

export function showChanges(resources: readonly unknown[], options: Options = {}) {
  const { record = recordOf(resources), ...props } = options;
  const { container } = render(
    <InOpenRecord record={record} todayMs={Date.parse('2026-11-24T18:00:00Z')}>
      <ChangesStrip visits={undefined} facts={noFacts} courses={undefined} columns={3} {...props} />
    </InOpenRecord>,
  );
  return {
    strip: screen.getByRole('region', { name: 'What changed' }),
    links: () => screen.queryAllByRole('link').map((link) => spokenText(link)),
    text: () => container.textContent ?? '',
  };
}

export const chooseSince = (id: string) =>
  fireEvent.change(screen.getByRole('combobox', { name: 'What changed since' }), { target: { value: id } });
