// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { readPatient } from '../../clinical/patient/patient.ts';
import { PatientLine } from './PatientLine.tsx';

test('rule 46: a name in Arabic and the usual name in Latin letters each keep their direction', () => {
  const name = [
    { use: 'official', text: 'ليلى حداد' },
    { use: 'usual', family: 'Haddad', given: ['Layla'] },
  ];
  render(<PatientLine patient={readPatient({ id: 'p1', name }, Date.now())} banner="full" />);
  const heading = screen.getByRole('heading', { level: 1 });
  expect([...heading.querySelectorAll('bdi')].map(({ textContent }) => textContent)).toEqual([
    'ليلى حداد',
    'HADDAD, Layla',
  ]);
  expect(heading.textContent).toBe('ليلى حداد (known as HADDAD, Layla)');
});

test('a record that is not in use says so in every banner', () => {
  for (const banner of ['full', 'compact'] as const) {
    const { container, unmount } = render(
      <PatientLine patient={readPatient({ id: 'p1', active: false }, Date.now())} banner={banner} />,
    );
    expect(container.textContent).toContain('Recordnot in use');
    unmount();
  }
});
