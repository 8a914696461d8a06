/** Shows the grid of a made-up record in a test. */
import { render, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { flagConcept, pressure, resultInput } from '../../testing/recordFixture.ts';
import { Grid } from './Grid.tsx';

export function showGrid(
  record: RecordSnapshot | undefined,
  fragment = '#results',
  { events }: Partial<Parameters<typeof Grid>[0]> = {},
) {
  const onOpenSource = vi.fn<(id: string) => void>();
  const onExportCsv = vi.fn<() => void>();
  render(
    <InOpenRecord
      patient={undefined}
      record={record}
      nowMs={record?.readAtMs ?? 0}
      actions={{ openSource: onOpenSource, exportCsv: onExportCsv }}
    >
      <Grid events={events} fragment={fragment} />
    </InOpenRecord>,
  );
  return { onOpenSource, onExportCsv };
}

export const kidney = [
  resultInput('2823-3', 4.9, 'mmol/L', '2026-10-20T13:15:00Z', { id: 'k1' }),
  resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z', { id: 'k2', ...flagConcept('H') }),
  resultInput('2823-3', 5.3, 'mmol/L', '2026-11-24T15:40:00Z', {
    id: 'k3',
    status: 'preliminary',
    ...flagConcept('H'),
  }),
  resultInput('2951-2', 135, 'mmol/L', '2026-11-12T14:10:00Z', { id: 'na1' }),
  resultInput('2951-2', 136, 'mmol/L', '2026-11-12T14:10:00Z', { id: 'na2' }),
  resultInput('20454-5', 'a long text about what was seen', '', '2026-10-20T13:15:00Z', { id: 'u1' }),
  pressure(134, 72, '2026-11-24T11:20:00Z'),
];
export const rowOf = (name: string) => {
  const head = screen.getByRole('rowheader', { name: new RegExp(`^${name}`) });
  return within(head.closest<HTMLElement>('[role="row"]')!);
};
export const cellTextsOf = (name: string) =>
  rowOf(name)
    .getAllByRole('gridcell')
    .map(({ textContent }) => textContent);
export const headsOf = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
export const chosenCellText = () =>
  screen.getByRole('region', { name: 'Results of the chosen cell' }).textContent;
