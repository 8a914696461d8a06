// @vitest-environment happy-dom
import { seriesEntryOf } from '../../parts/results/tileLayout.ts';
import { cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import { chartEntriesOf } from '../../charts/reading/chartEntries.ts';
import { AccountListed } from '../../screens/account/AccountListed.tsx';
import { ResultsWithoutChart } from '../../screens/overview/ResultsWithoutChart.tsx';
import { readPatient } from '../../clinical/patient/patient.ts';
import { PatientLine } from '../../parts/header/PatientLine.tsx';
import { ResultRow } from '../../parts/results/table/ResultRow.tsx';
import { SourceView } from '../../parts/source/SourceView.tsx';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';

afterEach(cleanup);

const NAME = 'مؤشر الاختبار';
const SAID = 'عينة غير كافية';
const row = madeRow({
  at: '2026-01-14T14:20:00Z',
  text: SAID,
  reason: 'text',
  drawing: 'listed',
  context: 'دم وريدي',
  unit: '',
});
const series = madeSeries([], { name: NAME, listed: [row] });
const [entry] = chartEntriesOf(series, undefined).all;

/**
 * Returns whether a text from the server runs in its own direction. Otherwise an ellipsis would cut off its
 * beginning.
 */
const ownDirection = (text: RegExp) =>
  screen.getAllByText(text).map((element) => element.closest('[dir="auto"], bdi') !== null);

const identified = readPatient(
  {
    id: 'p1',
    name: [{ text: 'نعيم الحداد' }],
    identifier: [{ value: '\u202E71 928 400', type: { text: 'الرقم' } }],
  },
  0,
);

const parts: Record<string, readonly [ReactNode, readonly string[]]> = {
  'the list beside the curves': [
    <ResultsWithoutChart key="1" listed={[seriesEntryOf(series)]} absentNames={[]} qualifiers={new Map()} />,
    [NAME, SAID],
  ],
  'the line of the patient': [
    <PatientLine key="1" patient={identified} banner="full" />,
    ['نعيم الحداد', '71 928 400'],
  ],
  'the account': [<AccountListed key="1" series={[series]} listedCount={1} />, [NAME, SAID]],
  'the table of results': [
    <table key="1">
      <tbody>
        <ResultRow entry={entry!} series={series} rowIndex={0} selected={false} />
      </tbody>
    </table>,
    [SAID, 'دم وريدي'],
  ],
  'the source': [
    <SourceView
      key="1"
      source={{
        title: NAME,
        status: 'final',
        version: '',
        result: { title: NAME, value: SAID, facts: [] },
        parts: [],
        facts: [{ name: 'Note', values: [NAME], kind: 'note', isTechnical: false }],
      }}
    />,
    [NAME, SAID],
  ],
};

test.each(Object.keys(parts))('a text that runs from right to left keeps its beginning in %s', (partName) => {
  const [part, texts] = parts[partName]!;
  render(<InOpenRecord timeZone="UTC">{part}</InOpenRecord>);
  for (const text of texts) expect(ownDirection(new RegExp(text))).not.toContain(false);
});
