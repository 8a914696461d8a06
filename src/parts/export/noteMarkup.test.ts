import { describe, expect, test } from 'vitest';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { noteRecord, noteOf } from './noteFixture.ts';

const HOSTILE =
  '=cmd|"/c calc"!A1\n# Potassium 1.0\t<img src=x onerror=alert(1)> [a](javascript:alert(1)) **x** \u202E5.8 https://evil.example www.evil.example';
const hostile = noteRecord(
  madeSeries([{ at: '2026-11-12T14:10:00Z', text: '5.8', unit: '=1+1', context: '' }], {
    id: 'x|1',
    analyteId: '',
    name: HOSTILE,
    shortName: HOSTILE,
  }),
);

describe('what a server sent is only ever text', () => {
  test('in plain words it stays on its line, and nothing turns the order of what follows', () => {
    const text = noteOf(hostile, 'text', { patient: { name: 'MARLOWE\nPotassium 9.9 mmol/L\u202E' } });
    expect(text.split('\n')).toHaveLength(5);
    expect(text).not.toMatch(/[\t\r\u202A-\u202E]/);
    expect(text.split('\n')[0]).toBe('MARLOWE Potassium 9.9 mmol/L, born 14 Mar 1959 (67 y)');
  });

  test('in Markdown no mark of it is one: no table cell, heading, link, picture or markup', () => {
    const text = noteOf(hostile, 'markdown', { patient: { name: '# MARLOWE | *x*' } });
    expect(text).toContain('**\\# MARLOWE \\| \\*x\\*, born');
    expect(text).toContain('\\<img src=x onerror=alert(1)\\>');
    expect(text).toContain('\\[a\\](javascript:alert(1)) \\*\\*x\\*\\*');
    expect(text).toContain('https\\://evil.example www\\.evil.example');
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(3);
    for (const line of rows) expect(line.match(/(?<!\\)\|/g)).toHaveLength(9);
  });

  test('in HTML it makes no element and no attribute', () => {
    const text = noteOf(hostile, 'html', { patient: { name: '<script>x</script>"\'&' } });
    expect(
      [...text.matchAll(/<\/?([a-z]+)/g)]
        .map(([, name]) => name)
        .filter((name) => !/^(?:p|br|table|thead|tbody|tr|th|td)$/.test(name ?? '')),
    ).toEqual([]);
    expect(text).toContain('&lt;script&gt;x&lt;/script&gt;&quot;&#39;&amp;');
    expect(text).toContain('<td>&#39;=1+1</td>');
  });

  test('in a spreadsheet it is no formula and no second cell; a number with its sign stays one', () => {
    const cells = noteOf(hostile, 'tabs')
      .split('\n')
      .map((line) => line.split('\t'));
    const [header = [], row = []] = cells.slice(2);
    expect(header).toEqual([
      'Test',
      'Value',
      'Unit',
      'Flag',
      'Reference range',
      'Time',
      'Previous',
      'Remarks',
    ]);
    expect(row).toHaveLength(8);
    expect(row[0]).toMatch(/^'=cmd/);
    expect(row[2]).toBe("'=1+1");
    const cellsNamed = (name: string, text: string) =>
      noteOf(noteRecord(madeSeries([{ at: '2026-11-12T14:10:00Z', text }], { name })), 'tabs')
        .split('\n')[3]
        ?.split('\t');
    expect(cellsNamed('+x', '-2.5')?.slice(0, 2)).toEqual(["'+x", '-2.5']);
    expect(cellsNamed('@x', '1')?.[0]).toBe("'@x");
    expect(cellsNamed('"=1+1"', '1')?.[0]).toBe('"""=1+1"""');
    expect(noteOf(hostile, 'tabs', { patient: { name: '=1+1' } })).toMatch(/^'=1\+1, born/);
  });
});
