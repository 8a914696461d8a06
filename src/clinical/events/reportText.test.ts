import { expect, test } from 'vitest';
import { careEventFrom } from '../../testing/eventsFromFhirFixture.ts';
import { careEventsTexts } from './careEvents.messages.ts';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const noteOf = (fields: object, more = {}): string =>
  careEventFrom(
    'DiagnosticReport',
    { status: 'final', code: { text: 'Report' }, effectiveDateTime: '2026-03-03', ...fields },
    more,
  ).note;
const form = (contentType: string, text: string) => ({
  presentedForm: [{ contentType, data: base64(text) }],
});

test('a report says its conclusion, its codes and its text, each once', () => {
  expect(noteOf({ conclusion: 'No growth.', conclusionCode: [{ text: 'Negative' }] })).toBe(
    'No growth.\n\nNegative',
  );
  expect(noteOf({ conclusion: 'No growth.', ...form('text/plain; charset=utf-8', 'No growth.') })).toBe(
    'No growth.',
  );
  expect(noteOf(form('text/plain', 'Escherichia coli\nAmpicillin: R — 16 µg/mL'))).toBe(
    'Escherichia coli\nAmpicillin: R — 16 µg/mL',
  );
});

test('HTML and RTF are read as their words, never as markup', () => {
  const html =
    '<html><head><title>x</title></head><body><p>Potassium &lt; 3.5&nbsp;mmol/L</p><script>alert(1)</script><br>Kidney &amp; ureter&#46;</body></html>';
  expect(noteOf(form('text/html', html))).toBe('Potassium < 3.5 mmol/L\n\nKidney & ureter.');
  expect(noteOf(form('application/rtf', String.raw`{\rtf1\ansi No stone.\par Normal size.}`))).toBe(
    'No stone.\nNormal size.',
  );
  expect(noteOf(form('text/plain', '<b>as sent</b>'))).toBe('<b>as sent</b>');
});

test('rule 59: a long text is cut where it can be seen', () => {
  const note = noteOf(form('text/plain', 'é'.repeat(30_000)));
  expect(note).toMatch(/^é+…\n\(Cut here: the document continues in the EHR\.\)$/);
  expect(note.length).toBeLessThan(10_100);
  expect(noteOf({ conclusion: 'x'.repeat(30_000) })).toMatch(
    /x…\n\(Cut here: the report continues in the EHR\.\)$/,
  );
});

test('a document that is no text is said, so that nobody takes the report for empty', () => {
  expect(
    noteOf({ presentedForm: [{ contentType: 'application/pdf', url: 'Binary/1', title: 'Letter' }] }),
  ).toBe('Document in the EHR: Letter, application/pdf');
  expect(noteOf({ presentedForm: [{ contentType: 'text/plain', data: '%%%' }] })).toBe(
    careEventsTexts('document', { title: 'text/plain' }),
  );
  expect(noteOf({})).toBe('');
});

test('rules 34 and 36: a cancelled report says nothing, a preliminary one nothing where the vendor says so', () => {
  expect(noteOf({ status: 'cancelled', conclusion: 'x' })).toBe('');
  expect(noteOf({ status: 'preliminary', conclusion: 'x' })).toBe('x');
  expect(noteOf({ status: 'preliminary', conclusion: 'x' }, { hidePreliminary: true })).toBe(
    'Preliminary report, see the EHR',
  );
});

test('an entity that HTML does not have stays as it was written, whatever its name is', () => {
  const html = '<p>a &constructor; b &toString; c &__proto__; d &amp;</p>';
  expect(noteOf(form('text/html', html))).toBe('a &constructor; b &toString; c &__proto__; d &');
});

test('a document of which only the title was sent is mentioned, also beside results', () => {
  const fields = {
    presentedForm: [{ contentType: 'application/pdf', title: 'CT chest' }],
    result: [{ reference: 'Observation/1' }],
  };
  expect(noteOf(fields)).toBe(careEventsTexts('document', { title: 'CT chest, application/pdf' }));
  expect(noteOf({ presentedForm: [{ contentType: 'application/pdf' }] })).toBe('');
});
