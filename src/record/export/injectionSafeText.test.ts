import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  csvHeadLine,
  csvNumberCell,
  csvTextCell,
  injectionSafeFileName,
  htmlCell,
  injectionSafeNoteLine,
  tabbedCell,
} from './injectionSafeText.ts';

/** This is what a spreadsheet does not see before a formula. */
const IGNORED = /^(?:[\s\p{Z}\p{C}\p{DI}\u2800])+/u;
const OPENER = /^[=+\-@＝＋－＠﹢﹣﹦﹫−]/;
const isFormula = (cell: string): boolean => OPENER.test(cell.replace(IGNORED, ''));

const piece = fc.oneof(
  fc.constantFrom(
    ...'=+-@＝＋－＠﹢﹣﹦﹫−;,"\'\t\r\n \u00A0\u2003\u3000\u2800\u200B\u2060\uFEFF\u202E\u2066\u200E\u00AD\u180E\u0000\u001B|!',
  ),
  fc.constantFrom(
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example","x")',
    'DDE("x";"y")',
    'الحداد',
    '1',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const hostile = fc.array(piece, { maxLength: 9 }).map((parts) => parts.join(''));

/** Reads one line of a CSV as a spreadsheet does whose cells are parted by this sign. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let rest = `${line}${separator}`;
  while (rest !== '') {
    const quotedCell = /^"((?:[^"]|"")*)"/.exec(rest);
    const after = quotedCell ? rest.slice(quotedCell[0].length) : rest;
    const end = after.indexOf(separator);
    cells.push((quotedCell?.[1]?.replaceAll('""', '"') ?? '') + after.slice(0, end));
    rest = after.slice(end + 1);
  }
  return cells;
}

describe('a cell of the CSV', () => {
  test('is no formula, one cell and one line, whatever text was sent', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const line = `${csvTextCell(one)},${csvTextCell(other)},end`;
        expect(line).not.toMatch(
          /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u,
        );
        const cells = cellsOf(line, ',');
        expect(cells).toHaveLength(3);
        expect(cells.filter(isFormula)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('is no formula where the cells are parted at semicolons or tabs either', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = `k1,${csvTextCell(text)},5.8`;
        for (const separator of [';', '\t']) expect(cellsOf(line, separator).filter(isFormula)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['a wide equals sign', '＝1+1', "'＝1+1"],
    ['a small plus', '﹢1', "'﹢1"],
    ['the minus of Unicode', '−2+3', "'−2+3"],
    ['a blank of no width first', '\u200B=1+1', "'=1+1"],
    ['a byte-order mark and a mark of direction first', '\uFEFF\u200F@SUM(A1)', "'@SUM(A1)"],
    ['blanks of other widths first', '\u00A0\u2003\u3000\u2800+cmd', "'+cmd"],
    ['a tab first', '\tx', "'x"],
    ['a line break first', '\r\nx', "'x"],
    ['an exchange of data with a program', "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['a link', '=HYPERLINK("https://e.example","K")', `"'=HYPERLINK(""https://e.example"",""K"")"`],
    ['a second cell behind a semicolon', 'hemolyzed; =1+1', `"hemolyzed; '=1+1"`],
    ['a line break inside', 'first\n=second', 'first =second'],
  ])('with %s is a text', (_, sent, cell) => expect(csvTextCell(sent)).toBe(cell));

  test('leaves ordinary words as they are', () => {
    for (const text of [
      'Potassium',
      'eGFR (CKD-EPI 2021)',
      '3.5-5.1',
      '10*3/uL',
      "O'Neill",
      'k~no unit',
      '<0.5',
      '5 @ 37 °C',
    ])
      expect(csvTextCell(text)).toBe(text);
  });

  test('has no more characters than a spreadsheet takes, and none is cut in half', () => {
    for (const before of ['', 'x']) {
      const [cell = ''] = cellsOf(csvTextCell(before + '\u{1F9EA}'.repeat(40_000)), ',');
      expect(cell.length).toBeLessThanOrEqual(32_767);
      expect(cell).toMatch(/^x?(?:\u{1F9EA})+…$/u);
    }
    expect(cellsOf(csvTextCell(';='.repeat(16_000)), ',')[0]?.length).toBe(32_767);
    expect(cellsOf(csvTextCell(`=${'"'.repeat(40_000)}`), ',')[0]?.length).toBe(32_767);
  });

  test('is a number where a number was sent, negative ones too, and never where its digits are none', () => {
    for (const digits of ['-1.2', '0', '7.0', '-0.05', '1e-7', '2.5E+3'])
      expect(csvNumberCell(digits)).toBe(digits);
    for (const digits of ['+7', '-1+2', '-2 mmol/L', '-']) expect(csvNumberCell(digits)).toBe(`'${digits}`);
    expect(csvNumberCell('3.9 mmol/L')).toBe('3.9 mmol/L');
    expect(csvNumberCell('')).toBe('');
  });

  test('above the table is the whole line, in any locale', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = csvHeadLine(text);
        for (const separator of [',', ';', '\t']) {
          const [cell = '', ...others] = cellsOf(line, separator);
          expect(others).toEqual([]);
          expect(cell).toMatch(/^#/);
        }
      }),
    );
  });
});

describe('the clipboard', () => {
  test('holds no formula and no second cell or line, whatever text was sent', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, isNumber) => {
        for (const cell of [tabbedCell({ text, isNumber: false }), injectionSafeNoteLine(text)]) {
          expect(cell).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
          expect(cellsOf(cell, '\t')).toHaveLength(1);
          expect(cellsOf(cell, '\t').filter(isFormula)).toEqual([]);
        }
        const html = htmlCell({ text, isNumber });
        expect(html).not.toMatch(/[<>"'\p{Cc}]/u);
        expect(isFormula(html) && !/^-\d[\d.,]*$/.test(html)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps a number of the value column, and no other text that begins with a sign', () => {
    expect(tabbedCell({ text: '-1.2', isNumber: true })).toBe('-1.2');
    expect(htmlCell({ text: '-1,234.5', isNumber: true })).toBe('-1,234.5');
    expect(tabbedCell({ text: '-1.2' })).toBe("'-1.2");
    expect(tabbedCell({ text: '-1.2+cmd', isNumber: true })).toBe("'-1.2+cmd");
    expect(tabbedCell({ text: '+5.8', isNumber: true })).toBe("'+5.8");
    expect(tabbedCell({ text: '–', isNumber: true })).toBe('–');
  });

  test('does not begin a line of a note with a formula behind quotation marks', () => {
    expect(injectionSafeNoteLine('"=1+1" 5.8 mmol/L')).toBe(`'"=1+1" 5.8 mmol/L`);
    expect(injectionSafeNoteLine('“5.8”')).toBe('“5.8”');
  });
});

describe('the name of a file', () => {
  test.each([
    ['a path', '../../etc\\passwd', 'etc-passwd.csv'],
    ['a device of Windows', 'nul', 'longview-nul.csv'],
    ['a device of Windows with an ending', 'COM1.chart', 'longview-COM1.chart.csv'],
    ['an override of direction', 'chart\u202Egnp.exe', 'chartgnp.exe.csv'],
    ['dots and blanks at its ends', ' ..chart. . ', 'chart.csv'],
    ['nothing', ' \u200B ', 'longview.csv'],
    ['signs of a shell and of Windows', 'a:b*c?"d<e>|%f', 'a-b-c-d-e-f.csv'],
    ['a line break', 'a\r\nb', 'a b.csv'],
    ['too many letters', 'x'.repeat(500), `${'x'.repeat(80)}.csv`],
  ])('holds nothing of %s', (_, name, file) => expect(injectionSafeFileName(name, 'csv')).toBe(file));

  test('stays as we write it', () =>
    expect(injectionSafeFileName('longview-results', 'csv')).toBe('longview-results.csv'));
});

test('a text that is blank, or as long as a cell may be, stays as it is', () => {
  expect(csvTextCell('\t')).toBe('');
  expect(csvTextCell('x'.repeat(32_767))).toBe('x'.repeat(32_767));
  expect(csvTextCell('x'.repeat(32_768))).toBe(`${'x'.repeat(32_766)}…`);
});

test.each(['-12', '-7', '-1e7', '-1.5e-7', '-3E+12', '-12.75'])(
  'the negative number %s is a number',
  (digits) => {
    expect(csvNumberCell(digits)).toBe(digits);
  },
);

test('each sign that HTML reads is written as its entity', () => {
  expect(htmlCell({ text: `5 & <b> "x" 'y'` })).toBe('5 &amp; &lt;b&gt; &quot;x&quot; &#39;y&#39;');
});

test('letters before a sign are no blanks', () => {
  for (const text of ['ID=7', 'pCO2=40', 'Z+1']) expect(injectionSafeNoteLine(text)).toBe(text);
});

test('a name keeps its signs whole, and a word that ends like a device is none', () => {
  expect(injectionSafeFileName('a\u{1F9EA}b', 'csv')).toBe('a\u{1F9EA}b.csv');
  expect(injectionSafeFileName(`${'x'.repeat(79)}\u{1F9EA}`, 'csv')).toBe(`${'x'.repeat(79)}.csv`);
  expect(injectionSafeFileName('annul', 'csv')).toBe('annul.csv');
});
