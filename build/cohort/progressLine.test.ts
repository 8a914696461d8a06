import { expect, test } from 'vitest';
import { ProgressLine } from './progressLine.ts';

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
