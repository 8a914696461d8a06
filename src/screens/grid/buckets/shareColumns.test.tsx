// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { csvText } from '../../../parts/export/downloadCsv.ts';
import { ExportMenu } from '../../../parts/export/ExportMenu.tsx';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { marlowe } from '../../../testing/patientFixture.ts';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { Grid } from '../Grid.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  location.hash = '';
});

const START_MS = Date.parse('2026-11-19T20:00:00Z');
/** A monitor writes every five minutes for ten hours. */
const record = recordOf(
  Array.from({ length: 120 }, (_, i) =>
    resultInput('8867-4', 80 + (i % 7), '/min', new Date(START_MS + i * 300_000).toISOString(), {
      id: `hr${i}`,
    }),
  ),
);

function showGrid(fragment: string) {
  location.hash = fragment;
  const exportCsv = vi.fn<() => void>();
  render(
    <InOpenRecord record={record} nowMs={record.readAtMs} actions={{ exportCsv }}>
      <Grid events={undefined} fragment={fragment} />
      <ExportMenu screen={{ name: 'results' }} />
    </InOpenRecord>,
  );
  return exportCsv;
}

const button = (name: string | RegExp) => screen.queryByRole('button', { name, hidden: true });

test('rule 58: where a column is an hour, the menu says so and saves every result or the hours', async () => {
  let saved: Blob | undefined;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved = file as Blob;
    return 'blob:x';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const exportCsv = showGrid('#results&columns=hour');
  expect(
    screen.getByText(
      /^Each column here is one hour\. Print, notes and the CSV of all results use single results\.$/,
    ),
  ).toBeTruthy();
  fireEvent.click(button('Save CSV of all results')!);
  expect(exportCsv).toHaveBeenCalledOnce();
  fireEvent.click(button('Save CSV by hour (10)')!);
  const lines = (await saved!.text()).split('\r\n');
  expect(lines[3]).toMatch(
    /^"# One row is one test in one hour: .*Nothing is averaged\. This is not every result/,
  );
  expect(lines.find((line) => line.startsWith('test,'))).toBeTruthy();
  expect(lines.filter((line) => line.startsWith('Heart rate,'))).toHaveLength(10);
});

test('the rows of the hours are seen on the page too, where a frame forbids saving', () => {
  showGrid('#results&columns=day');
  fireEvent.click(button('View on screen: the CSV by day')!);
  const text = within(screen.getByRole('dialog', { hidden: true })).getByRole<HTMLTextAreaElement>(
    'textbox',
    { hidden: true },
  );
  expect(text.value).toContain('One row is one test on one day');
  expect(text.value).toMatch(/\r?\nHeart rate,hr,\/min,2026-11-19T00:00-06:00,2026-11-20T00:00-06:00,/);
});

test('the CSV of all results says that the screen showed wider columns, and holds every result', () => {
  showGrid('#results&columns=shift');
  const csv = csvText({ record, patient: marlowe, timeZone: 'America/Chicago', nowMs: record.readAtMs });
  expect(csv).toContain('"# Every result is listed here. The screen showed one column per shift."');
  expect(csv.match(/^hr\d+,/gm)).toHaveLength(120);
  cleanup();
  expect(
    csvText({ record, patient: marlowe, timeZone: 'America/Chicago', nowMs: record.readAtMs }),
  ).not.toContain('The screen showed');
});

test('where each column is one time, nothing is said and nothing more is offered', () => {
  showGrid('#results&columns=result');
  expect(button(/^Save CSV by/)).toBeNull();
  expect(screen.queryByText(/^Each column here/)).toBeNull();
});

test('the sheet says on paper what a column is: the line above it is printed', () => {
  showGrid('#results&columns=hour');
  expect(
    screen.getByText(/^One column is an hour.*Share saves every result, or these columns\.$/),
  ).toBeTruthy();
});
