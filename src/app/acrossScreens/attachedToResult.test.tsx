// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { noFacts } from '../../clinical/change/patientFacts.ts';
import { ChangesStrip } from '../../parts/changes/ChangesStrip.tsx';
import { noteBody, noteOf } from '../../parts/export/noteFixture.ts';
import { showCompare } from '../../screens/compare/compareFixture.tsx';
import { cellsOf, showDetail, spoken, tableRowsShown } from '../../screens/detail/detailFixture.tsx';
import { Grid } from '../../screens/grid/Grid.tsx';
import { PrintSummary } from '../../screens/print/PrintSummary.tsx';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { showOverview, warmOverview } from '../../testing/overviewFixture.tsx';
import { READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { spokenText } from '../../testing/spokenAndDrawn.ts';

beforeAll(warmOverview, 60_000);
afterEach(() => {
  cleanup();
  location.hash = '';
});

const WINDOW = { startMs: Date.parse('2026-01-01T00:00:00Z'), endMs: READ_AT_MS };
const NOTE = 'Seen by <b>ward</b> \u202E5.8';
const potassium = [
  resultInput('2823-3', 4.9, 'mmol/L', '2026-10-20T13:15:00Z', { id: 'k1' }),
  resultInput('2823-3', 6.4, 'mmol/L', '2026-11-12T14:10:00Z', {
    id: 'k2',
    interpretation: [{ coding: [{ code: 'H' }], text: 'Critical high, called' }],
    contained: [{ resourceType: 'Specimen', id: 's', condition: [{ text: 'Haemolysed' }] }],
    specimen: { reference: '#s', display: 'Plasma' },
    note: [{ text: NOTE, authorString: 'Night laboratory', time: '2026-11-12T15:00:00Z' }],
  }),
];
const saturation = resultInput('59408-5', 91, '%', '2026-11-12T14:10:00Z', {
  id: 's1',
  category: [{ coding: [{ code: 'vital-signs' }] }],
  component: [
    {
      code: { coding: [{ system: 'http://loinc.org', code: '3151-8' }] },
      valueQuantity: { value: 2, unit: 'L/min' },
    },
  ],
});
const record = recordOf([...potassium, saturation]);
/** The mark of direction is taken out, and the markup is text. */
const NOTE_TEXT = 'note: “Seen by <b>ward</b> 5.8” (Night laboratory, 12 Nov 2026, 09:00)';

test('a hemolyzed potassium is seen on its tile as a quiet mark, and so is the oxygen of a saturation', () => {
  const { find } = showOverview(record);
  const tile = find('a[data-series="k"]');
  expect(tile?.textContent).toContain('‼HH');
  expect(tile?.textContent).toContain('Haemolysed');
  expect(spokenText(tile)).toContain('critically high (lab: Critical high, called), Haemolysed');
  const oxygen = find('a[data-series="spo2"]');
  expect(oxygen?.textContent).toContain('on 2 L/min oxygen');
  expect(spokenText(oxygen)).toContain('on 2 L/min oxygen');
});

test('the reading, the table and the spoken text of a result say what came with it', async () => {
  const { chart, container } = await showDetail({ record });
  fireEvent.keyDown(chart, { key: 'End' });
  const reading = container.querySelector('[data-reading]')?.textContent;
  expect(reading).toContain('critically high (lab: Critical high, called)');
  expect(reading).toContain('Haemolysed, Plasma');
  expect(reading).toContain(NOTE_TEXT);
  expect(cellsOf(tableRowsShown()[0])).toContain(`Haemolysed, Plasma; ${NOTE_TEXT}`);
  expect(spoken(container)).toContain(
    '(lab: Critical high, called). Haemolysed. Note: “Seen by <b>ward</b> 5.8”',
  );
  expect(container.querySelector('b > b')).toBeNull();
});

test('the head of the result says it beside the latest value', async () => {
  const { container } = await showDetail({ record });
  expect(container.textContent).toContain('Haemolysed; latest final result');
});

test('What changed says it with the value', () => {
  render(
    <InOpenRecord record={record}>
      <ChangesStrip visits={undefined} facts={noFacts} courses={undefined} columns={3} />
    </InOpenRecord>,
  );
  const cell = screen.getByRole('link', { name: /^Potassium 6\.4/ });
  expect(cell.textContent).toContain('Haemolysed');
  expect(spokenText(cell)).toContain('Haemolysed');
});

test('the grid says it in the reading of the cell and to a screen reader', () => {
  render(
    <InOpenRecord patient={undefined} record={record} nowMs={READ_AT_MS}>
      <Grid events={undefined} fragment="#results" />
    </InOpenRecord>,
  );
  const cell = screen.getByRole('gridcell', { name: /^(?:‼?[HL]+ )?\? 6\.4 mmol/ });
  expect(spokenText(cell)).toContain(`Haemolysed, Plasma, ${NOTE_TEXT}`);
  act(() => cell.focus());
  const reading = screen.getByRole('region', { name: 'Results of the chosen cell' }).textContent;
  expect(reading).toContain('Haemolysed, Plasma');
  expect(reading).toContain(NOTE_TEXT);
});

test('Compare says the state of the specimen beside the latest value', () => {
  const { container } = showCompare(record, '#compare=k,spo2');
  expect(container.textContent).toContain('Haemolysed');
  expect(container.textContent).toContain('on 2 L/min oxygen');
});

test('the copied note and the printed page carry it', () => {
  const lines = noteBody(noteOf(record)).join('\n');
  expect(lines).toContain('HH (Critical high, called)');
  expect(lines).toContain(`Haemolysed; ${NOTE_TEXT}`);
  expect(lines).toContain('on 2 L/min oxygen');
  const { container } = render(
    <InOpenRecord record={record} nowMs={READ_AT_MS} view={{ ...viewOfAll, whole: WINDOW, visible: WINDOW }}>
      <PrintSummary events={eventsSnapshot({ events: [], courses: [] })} derived={[]} />
    </InOpenRecord>,
  );
  expect(container.querySelector('[data-series="k"]')?.textContent).toContain('Haemolysed');
  expect(container.querySelector('[data-series="k"]')?.textContent).toContain(NOTE_TEXT);
});

test('a result without a chart says why: a cancelled potassium was clotted', () => {
  const cancelled = resultInput('2823-3', 4.9, 'mmol/L', '2026-11-12T14:10:00Z', {
    status: 'cancelled',
    note: [{ text: 'Specimen clotted, 4.9 not reported' }],
  });
  const { text } = showOverview(recordOf([cancelled]));
  expect(text()).toContain('cancelled, clotted');
  expect(text()).not.toContain('4.9');
});

test('rule 22: a fasting glucose and a heart rate at exercise, sent without a category, say so on the tile', () => {
  const { find } = showOverview(
    recordOf([
      resultInput('2345-7', 96, 'mg/dL', '2026-11-12T14:10:00Z', {
        contained: [
          {
            resourceType: 'Specimen',
            id: 's',
            collection: { fastingStatusCodeableConcept: { text: 'Fasting 9 h' } },
          },
        ],
        specimen: { reference: '#s', display: 'Plasma' },
      }),
      resultInput('8867-4', 131, '/min', '2026-11-12T14:10:00Z', {
        component: [{ code: { text: 'Exercise' }, valueString: 'treadmill' }],
      }),
    ]),
  );
  const noteOfTile = (id: string) => find(`a[data-series="${id}"] [data-all]`)?.dataset['all'];
  expect(noteOfTile('glucose')).toContain('Fasting 9 h');
  expect(noteOfTile('glucose')).not.toContain('Plasma');
  expect(noteOfTile('hr')).toContain('Exercise: treadmill');
});

test('dataAbsentReason beside a value stands on the tile and in the reading', async () => {
  const contradicted = recordOf([
    resultInput('2823-3', 4.4, 'mmol/L', '2026-11-12T14:10:00Z', {
      dataAbsentReason: { text: 'As text' },
    }),
  ]);
  expect(showOverview(contradicted).find('a[data-series="k"]')?.textContent).toContain(
    'marked as absent: As text',
  );
  cleanup();
  const { chart, container } = await showDetail({ record: contradicted });
  fireEvent.keyDown(chart, { key: 'End' });
  expect(container.querySelector('[data-reading]')?.textContent).toContain('marked as absent: As text');
});
