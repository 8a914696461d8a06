// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { chartEntriesOf } from '../../../charts/reading/chartEntries.ts';
import { listedRow, trendRow, trendSeries } from '../../../testing/trendFixture.ts';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { NOW, potassiumRows, detailRecord } from '../detailFixture.tsx';
import { tableRowsInWindow } from '../resultsInWindow.ts';
import { tableCopy, type TableCopyOptions } from './tableCopy.ts';
import { viewOfAll } from '../../../testing/viewWindowFixture.ts';

const patient = readPatient(
  {
    resourceType: 'Patient',
    id: 'p1',
    birthDate: '1959-03-14',
    name: [{ family: 'Marlowe', given: ['Edwin'] }],
  },
  NOW,
);
const AUTUMN = { startMs: Date.parse('2026-10-01T00:00:00Z'), endMs: Date.parse('2026-11-24T15:40:00Z') };

function copied(
  series = potassiumRows(),
  window?: typeof AUTUMN,
  more: Parameters<typeof detailRecord>[1] = {},
) {
  const exportSource = {
    record: detailRecord([series], more),
    patient,
    timeZone: 'America/Chicago',
    nowMs: NOW,
    siteLabel: 'General Hospital',
  };
  const table = tableRowsInWindow(chartEntriesOf(series), {
    ...viewOfAll,
    ...(window && { visible: window, choice: '60d' }),
  });
  const options: TableCopyOptions = { exportSource, name: series.name, series, table, window };
  const { plain, html = '' } = tableCopy(options);
  return { lines: plain.trimEnd().split('\n'), html };
}

test('rules 56, 58: the copy has the rows in view, whose they are, zone and time of reading, and says what is not in it', () => {
  const { lines, html } = copied(potassiumRows(), AUTUMN);
  expect(lines.slice(0, 4)).toEqual([
    'MARLOWE, Edwin, born 14 Mar 1959 (67 y)',
    'General Hospital, loaded 24 Nov 2026, 14:05. Times in CST, UTC−06:00.',
    'Potassium: 5 results in the period 30 Sep 2026 – 24 Nov 2026. 2 results outside it are not in this copy.',
    'Newer: 5.3 mmol/L preliminary, H, 24 Nov 2026',
  ]);
  expect(lines.slice(4).map((line) => line.split('\t').slice(0, 4))).toEqual([
    ['Time', 'Result', 'Unit', 'Flag'],
    ['24 Nov 2026, 09:40 CST', '5.3', 'mmol/L', 'high'],
    ['12 Nov 2026, 08:10 CST', '5.8', 'mmol/L', 'high'],
    ['29 Oct 2026, 08:05 CDT', '5.4', 'mmol/L', 'high'],
    ['20 Oct 2026, 08:15 CDT', '4.9', 'mmol/L', 'no lab flag'],
    ['no date', '4.4', 'mmol/L', 'no lab flag'],
  ]);
  expect(html.match(/<tr>/g)).toHaveLength(6);
  expect(html).toContain('<td>24 Nov 2026, 09:40 CST</td>');
});

test('rules 17, 58: of all results none is missing, each with the reason why it is not drawn', () => {
  const { lines } = copied();
  expect(lines[2]).toBe('Potassium: all 7 results.');
  expect(lines).toHaveLength(5 + 7);
  expect(lines.find((line) => line.includes('specimen'))?.split('\t')).toEqual([
    '14 Jan 2026, 08:20 CST',
    '“specimen insufficient”',
    '',
    'no lab flag',
    '3.5–5.0',
    'final',
    '',
    '“specimen insufficient”, not charted',
  ]);
});

test('rule 37: an incomplete record says so in the copy', () => {
  const { lines } = copied(potassiumRows(), undefined, { complete: false });
  expect(lines.some((line) => line.startsWith('Incomplete:'))).toBe(true);
});

test('what a server sent is text in the copy: no formula, no markup, no second line', () => {
  const series = trendSeries(
    [trendRow('2026-11-12T14:10:00Z', '5.8')],
    [listedRow('2026-01-14T14:20:00Z', '<b>=1+1</b>\n\tx', { reason: 'text', context: '=SUM(A1)' })],
  );
  const { lines, html } = copied(series);
  expect(lines).toHaveLength(4 + 2);
  expect(lines.at(-1)?.split('\t')).toHaveLength(8);
  expect(lines.at(-1)?.split('\t')[6]).toBe("'=SUM(A1)");
  expect(html).not.toContain('<b>');
});
