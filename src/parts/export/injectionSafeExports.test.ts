import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPatient } from '../../clinical/patient/patient.ts';
import { loinc } from '../../testing/codes.ts';
import { READ_AT_MS, recordOf } from '../../testing/recordFixture.ts';
import { csvText } from './downloadCsv.ts';
import { noteFacts } from './noteFacts.ts';
import { noFacts } from '../../clinical/change/patientFacts.ts';
import { changesSince } from '../changes/changesList.ts';
import { newerChanges } from '../changes/newerChanges.ts';
import { shortNoteFacts, type ShortNoteOptions } from './shortNote.ts';
import { noteText, type NoteFormat } from './noteText.ts';

const ZONE = 'America/Chicago';

/** Puts a text into every field of a Patient that is shown. */
const patientOf = (text: string) =>
  readPatient(
    {
      id: 'p1',
      name: [
        { family: text, given: [text], text },
        { use: 'usual', text },
      ],
      birthDate: text,
      gender: text,
      deceasedDateTime: text,
      identifier: [{ value: text, type: { text } }],
    },
    READ_AT_MS,
  );

/** Puts a text into every field of Observations that holds one: with a number, a text, a coded value, and components. */
function observationsOf(text: string): object[] {
  const shared = {
    resourceType: 'Observation',
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: '2026-11-12T14:20:00Z',
    method: { text },
    bodySite: { text },
    specimen: { display: text },
    device: { display: text },
    note: [{ text, authorString: text, time: text }],
    interpretation: [{ text, coding: [{ code: text, display: text }] }],
    referenceRange: [{ text, low: { value: -3, unit: text } }],
  };
  const said = { text, coding: [{ system: text, code: text, display: text }] };
  return [
    {
      id: text,
      status: 'final',
      code: said,
      valueQuantity: { value: -1.2, unit: text, code: text, system: text },
    },
    { id: 'b', status: text, code: loinc('2823-3'), valueString: text },
    { id: 'c', status: 'final', code: { text }, valueCodeableConcept: { text } },
    {
      id: 'd',
      status: 'preliminary',
      code: loinc('2823-3'),
      valueQuantity: { value: 5.8, unit: text, comparator: text },
    },
    { id: 'e', status: 'final', code: loinc('11555-0'), valueQuantity: { value: -1.2, unit: 'mmol/L' } },
    {
      id: 'f',
      status: 'final',
      code: said,
      component: [
        { code: said, valueString: text },
        { code: { text }, dataAbsentReason: { text } },
      ],
    },
  ].map((fields) => ({ ...shared, ...fields }));
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'=+-@＝＋－＠﹣−;,"\'\t\r\n \u00A0\u3000\u200B\uFEFF\u202E\u2066\u200F\u061C\u0000',
        "=cmd|' /C calc'!A0",
        '5.8',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const OPENER = /^[\s\p{Z}\p{C}\p{DI}\u2800]*[=+\-@＝＋－＠﹢﹣﹦﹫−]/u;
const NUMBER = /^-\d[\d.]*$/;
const FORBIDDEN =
  /(?![\t\r\n])[\p{Cc}\p{Zl}\p{Zp}]|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

const exportsOf = (text: string) => {
  const record = recordOf(observationsOf(text));
  const patient = patientOf(text);
  const source = { record, patient, timeZone: ZONE, nowMs: READ_AT_MS, siteLabel: 'General Hospital' };
  const written = (format: NoteFormat) =>
    [noteFacts(source), shortNoteFacts(source, shortOptionsOf(text))]
      .map((facts) => noteText(facts, format))
      .join(format === 'html' ? '' : '\n');
  return {
    csv: csvText({ record, patient, timeZone: ZONE, nowMs: record.readAtMs }).slice(1),
    text: written('text'),
    tabs: written('tabs'),
    html: written('html'),
  };
};

/** A short note has the texts of the medication list too. */
const shortOptionsOf = (text: string): ShortNoteOptions => ({
  scope: { kind: 'changed' },
  window: undefined,
  maxTests: Infinity,
  changes: {
    compared: {
      newestMs: READ_AT_MS,
      choices: [],
      since: { id: '30d', sinceMs: 0 },
      list: changesSince(recordOf(observationsOf(text)).series, 0, ZONE, noFacts),
    },
    newer: newerChanges(recordOf(observationsOf(text)).series, 0, ZONE),
    medication: { since: [{ text, whenText: text, name: text, courseKey: text }], last: undefined },
    medicationStatus: text,
    isMedicationListIncomplete: false,
  },
});

/** Reads a CSV by RFC 4180. */
const csvTable = (csv: string): readonly (readonly string[])[] =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*)),/g)].map(
        ([, quotedCell, plain = '']) => quotedCell?.replaceAll('""', '"') ?? plain,
      ),
    );

test('no text of a result or of the patient makes a formula, a line, a cell or a turned number of an export', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { csv, text: note, tabs, html } = exportsOf(text);
      for (const one of [csv, note, tabs, html]) expect(one).not.toMatch(FORBIDDEN);

      const table = csvTable(csv);
      const head = table.findIndex(([first]) => first === 'observation_id');
      expect(
        table.slice(0, head).filter((cells) => cells.length !== 1 || !cells[0]?.startsWith('# ')),
      ).toEqual([]);
      const columns = table[head]?.length;
      const rows = table.slice(head + 1);
      expect(rows.length).toBeGreaterThanOrEqual(6);
      expect(rows.filter((cells) => cells.length !== columns)).toEqual([]);
      expect(rows.flat().filter((cell) => OPENER.test(cell) && !NUMBER.test(cell))).toEqual([]);

      expect(note.split('\n').filter((line) => OPENER.test(line))).toEqual([]);
      const cells = tabs.split('\n').flatMap((line) => line.split('\t'));
      expect(cells.filter((cell) => OPENER.test(cell) && !NUMBER.test(cell))).toEqual([]);
      const inTags = [...html.matchAll(/>([^<]*)</g)].map(([, inside = '']) => inside);
      expect(inTags.filter((cell) => OPENER.test(cell) && !NUMBER.test(cell))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a negative number stays one in each of them, whatever stands beside it', () => {
  const { csv, tabs, html } = exportsOf('=1+1');
  const excess = csvTable(csv).find(([id]) => id === 'e');
  expect(excess?.slice(9, 13)).toEqual(['-1.2', 'mmol/L', '', "'-3 =1+1"]);
  expect(tabs).toContain('\t-1.2\t');
  expect(html).toContain('<td>-1.2</td>');
});
