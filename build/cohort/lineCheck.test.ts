import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineCutter, readLine } from './lineCheck.ts';

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
