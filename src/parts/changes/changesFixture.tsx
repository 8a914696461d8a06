/** What changed, drawn for a record of a few results. For tests. */
import { fireEvent, render, screen } from '@testing-library/react';
import { pressure, recordOf, result } from '../../testing/recordFixture.ts';
import { WhatChanged } from './ChangesStrip.tsx';

type Props = Parameters<typeof WhatChanged>[0];

/** One a month from January 2026, then the newest. */
export const course = (
  loinc: string,
  unit: string,
  values: readonly number[],
  newest: number,
  more: object = {},
) => [
  ...values.map((value, i) => result(loinc, value, unit, `2026-0${i + 1}-05T08:00:00-06:00`)),
  result(loinc, newest, unit, '2026-11-12T08:10:00-06:00', { ...more }),
];
const high = { interpretation: [{ coding: [{ code: 'H' }] }] };
export const potassium = course('2823-3', 'mmol/L', [4.6, 4.7, 4.8, 4.5, 4.7, 4.6, 4.9, 4.7], 5.8, high);
export const creatinine = course('2160-0', 'mg/dL', [1.88, 1.9, 1.9, 1.92, 1.86, 1.95, 1.9, 1.9], 2.31, high);
export const steady = course('2947-0', 'mmol/L', [139, 140, 139, 138, 139, 140, 139, 139], 139);
export const weight = course('29463-7', 'kg', [90.2, 90.4, 90.7], 94.1);
export const pressures = [
  pressure(149, 80, '2026-06-05T08:00:00-05:00'),
  pressure(147, 78, '2026-07-05T08:00:00-05:00'),
  pressure(152, 82, '2026-08-05T08:00:00-05:00'),
  pressure(121, 72, '2026-11-24T09:20:00-06:00'),
];

export function show(resources: readonly unknown[], changes: Partial<Props> = {}) {
  const { container } = render(
    <WhatChanged
      record={recordOf(resources)}
      todayMs={Date.parse('2026-11-24T18:00:00Z')}
      timeZone="America/Chicago"
      visits={undefined}
      courses={undefined}
      columns={3}
      {...changes}
    />,
  );
  return {
    strip: screen.getByRole('region', { name: 'What changed' }),
    links: () => screen.queryAllByRole('link').map((link) => link.getAttribute('aria-label')),
    text: () => container.textContent ?? '',
  };
}

export const choose = (id: string) =>
  fireEvent.change(screen.getByRole('combobox', { name: 'What changed since' }), { target: { value: id } });
