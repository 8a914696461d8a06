import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedAddress, retryAfterMs } from './exchange.ts';
import { KeyTable } from './keyTable.ts';
import { LineCutter, readLine } from './lineCheck.ts';
import { PeopleIndex } from './peopleIndex.ts';
import { personOf } from './personOf.ts';
import { ProgressLine } from './progressLine.ts';

const resultOf = (address: string): string => {
  try {
    return checkedAddress(address, 'The address').href;
  } catch (error) {
    return String(error);
  }
};

describe('an address', () => {
  test.each([
    ['https://files.example/a?sig=1', undefined],
    ['http://127.0.0.1:9/a', undefined],
    ['http://[::1]:9/a', undefined],
    ['http://files.example/a', /on http/],
    ['http://127.0.0.1.evil.example/a', /on http/],
    ['http://localhost.evil.example/a', /on http/],
    ['file:///etc/passwd', /no address/],
    ['//files.example/a', /no address/],
    ['https://user@files.example/a', /user name/],
  ])('%s is taken, or refused by its reason', (address, reason) => {
    expect(resultOf(address)).toMatch(reason ?? /^https?:[^ ]+$/);
  });

  test('of this machine is refused from a server elsewhere, and taken from one here', () => {
    expect(() => checkedAddress('http://127.0.0.1:6379/', 'A file', 'https://ehr.example/fhir')).toThrow(
      'A file leads to this machine, and the server is elsewhere.',
    );
    expect(() => checkedAddress('https://localhost/', 'A file', 'https://ehr.example/fhir')).toThrow(
      'this machine',
    );
    expect(checkedAddress('http://127.0.0.1:1/a', 'A file', 'http://localhost:2/fhir').port).toBe('1');
  });
});

test('Retry-After is read as seconds and as a date, and nothing else is', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');
  const wait = (sent: string | undefined) =>
    retryAfterMs(sent === undefined ? {} : { 'retry-after': sent }, now);
  expect(wait('120')).toBe(120_000);
  expect(wait('Sat, 28 Nov 2026 12:01:00 GMT')).toBe(60_000);
  expect(wait('Sat, 28 Nov 2026 11:00:00 GMT')).toBe(0);
  for (const sent of ['-5', '1e9', 'soon', '', '99999999999', undefined]) expect(wait(sent)).toBeUndefined();
});

test('lines are the same however the bytes are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' })),
      fc.array(fc.integer({ min: 1, max: 7 })),
      (texts, sizes) => {
        const lines = texts.map((text) => text.replaceAll('\n', ' '));
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join('') + 'rest');
        const cutter = new LineCutter();
        const found: string[] = [];
        for (let at = 0, step = 0; at < bytes.length; step += 1) {
          const size = sizes[step % Math.max(1, sizes.length)] ?? bytes.length;
          cutter.push(bytes.subarray(at, at + size), (line) => found.push(line.toString()));
          at += size;
        }
        expect(found).toEqual(lines.map((line) => Buffer.from(line).toString()));
        expect(cutter.rest().toString()).toBe('rest');
      },
    ),
  );
});

test.each([
  ['', undefined],
  ['  \r', undefined],
  ['{"resourceType":"Patient","id":"a-1.B"}\r', { resourceType: 'Patient', id: 'a-1.B' }],
  ['{"resourceType":"Patient","id":"a/../b"}', { resourceType: 'Patient', id: undefined }],
  ['{"resourceType":"Patient","__proto__":{"id":"x"}}', { resourceType: 'Patient', id: undefined }],
])('the line %j is read', (line, resource) => {
  const read = readLine(Buffer.from(line));
  expect(read && { resourceType: read.resourceType, id: read.id }).toEqual(resource);
});

const SERVER = 'https://ehr.example/fhir';

test.each([
  [{ resourceType: 'Patient', id: 'p' }, 'p'],
  [{ subject: { reference: 'Patient/p' } }, 'p'],
  [{ patient: { reference: `${SERVER}/Patient/p` } }, 'p'],
  [{ subject: { reference: 'Patient/p/_history/3' } }, 'p'],
  [{ subject: { reference: 'Group/g' } }, undefined],
  [{ subject: { reference: '#contained' } }, undefined],
  [{ subject: { display: 'somebody' } }, undefined],
  [{}, undefined],
])('%j is about the person %s', (elements, person) => {
  expect(personOf({ resourceType: 'Observation', id: 'o', ...elements }, SERVER)).toBe(person);
});

test('a resource about a person of another server is refused', () => {
  const subject = { reference: 'https://ehr.example.evil/fhir/Patient/p' };
  expect(() => personOf({ resourceType: 'Observation', id: 'o', subject }, SERVER)).toThrow('another server');
});

test('thousands of keys are found again, and tell the same content from another', () => {
  const keys = new KeyTable();
  const name = (index: number): string => `Observation/${index}`;
  for (let index = 0; index < 20_000; index += 1)
    expect(keys.add(name(index), Buffer.from(`${index}`))).toBe('new');
  expect(keys.size).toBe(20_000);
  for (let index = 0; index < 20_000; index += 997) {
    expect(keys.has(name(index))).toBe(true);
    expect(keys.add(name(index), Buffer.from(`${index}`))).toBe('same');
    expect(keys.add(name(index), Buffer.from('other'))).toBe('other');
  }
  expect(keys.has('Patient/1')).toBe(false);
});

test('an index names each resource of each person once, the Patient first, and counts people without a Patient', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'longview-index-'));
  const index = new PeopleIndex();
  for (let row = 0; row < 3000; row += 1)
    index.add(`p${row % 7}`, false, { file: 0, offset: row * 10, length: 9 });
  index.add(undefined, false, { file: 0, offset: 30_000, length: 1 });
  for (let person = 0; person < 6; person += 1)
    index.add(`p${person}`, true, { file: 1, offset: person, length: 5 });
  expect([index.people, index.strangers]).toEqual([6, 1]);
  const path = join(folder, 'people.ndjson');
  await index.write(path, (file) => file === 1);
  const people: { id: string; lines: number[][] }[] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(people.map(({ id }) => id)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
  for (const [person, { lines }] of people.entries()) {
    const results = lines.filter(([file]) => file === 0).map(([, offset]) => offset);
    expect(results).toEqual(Array.from({ length: results.length }, (_, row) => (row * 7 + person) * 10));
    expect(lines[0]).toEqual(person < 6 ? [1, person, 5] : [0, 60, 9]);
  }
  rmSync(folder, { recursive: true });
});

test('a terminal sees a bar that is drawn over, and anything else sees lines', () => {
  let nowMs = 0;
  const shown: string[] = [];
  const write = (text: string): void => void shown.push(text);
  const terminal = new ProgressLine({ isTerminal: true, write }, () => nowMs);
  terminal.bar(1, 4, 'File 2 of 4');
  terminal.bar(2, 4, 'too soon to be seen');
  nowMs = 200;
  terminal.bar(4, 4, 'x'.repeat(200));
  terminal.say('Done.');
  expect(shown).toEqual([
    '\r\u001b[K[######..................] File 2 of 4',
    `\r\u001b[K[########################] ${'x'.repeat(52)}`,
    '\r\u001b[K',
    'Done.\n',
  ]);
  shown.length = 0;
  const file = new ProgressLine({ isTerminal: false, write }, () => 0);
  file.bar(1, 2, 'never');
  file.step('File 1 of 2');
  file.say('Done.');
  expect(shown).toEqual(['File 1 of 2\n', 'Done.\n']);
});
