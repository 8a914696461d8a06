import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUnit } from './canonicalUnit.ts';

const rows = readFileSync(new URL('./unitSpellings.fixture.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .flatMap((line) => {
    const [unit = '', only = '', spellings = ''] = line.split('\t');
    return only === '' ? spellings.split('|').map((spelling) => ({ unit, spelling })) : [];
  })
  .filter(({ spelling }) => spelling !== 'PG');
const row = fc.constantFrom(...rows);
const blanks = fc
  .array(fc.constantFrom(' ', '\t', '\u00A0', '\n'), { maxLength: 4 })
  .map((all) => all.join(''));

describe('a spelling varied as feeds vary it is read to the same unit', () => {
  test('blanks around it, and more of them where it has one', () => {
    fc.assert(
      fc.property(
        row,
        blanks,
        blanks,
        fc.integer({ min: 1, max: 5 }),
        ({ unit, spelling }, before, after, run) => {
          const sent = before + spelling.replaceAll(' ', ' '.repeat(run)) + after;
          fc.pre(sent.length <= 64);
          expect(canonicalUnit(sent)).toBe(unit);
        },
      ),
    );
  });

  test('either sign for micro in the place of u', () => {
    const micro = /(^|\/)[uµμ](?=g|L|l|mol|kat|IU|U)/g;
    const withMicro = rows.filter(({ spelling }) => spelling.search(micro) >= 0);
    fc.assert(
      fc.property(
        fc.constantFrom(...withMicro),
        fc.constantFrom('u', 'µ', 'μ'),
        ({ unit, spelling }, sign) => {
          expect(canonicalUnit(spelling.replaceAll(micro, `$1${sign}`))).toBe(unit);
        },
      ),
    );
  });

  test('blanks beside the slash', () => {
    const fractions = rows.filter(({ spelling }) => /^[^/ ]{2,}\/[^/ ]+$/.test(spelling));
    fc.assert(
      fc.property(
        fc.constantFrom(...fractions),
        fc.constantFrom(' /', '/ ', ' / '),
        ({ unit, spelling }, slash) => {
          expect(canonicalUnit(spelling.replace('/', slash))).toBe(unit);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

const units = new Set(rows.map(({ unit }) => unit));

/** Returns the spelling as a feed in capitals sends it. */
const inCapitals = (spelling: string): string => spelling.replaceAll(/[µμ]/g, 'u').toUpperCase();

test('a feed in capitals is read to the same unit or not at all, never to another one', () => {
  fc.assert(
    fc.property(row, ({ unit, spelling }) => {
      const read = canonicalUnit(inCapitals(spelling));
      expect(units.has(read) ? read : unit).toBe(unit);
    }),
    { numRuns: 1000 },
  );
});

test('a prefix is never read in another case: milli is not mega, and no letter stands for two', () => {
  const prefixes = fc.constantFrom(
    'm/uL',
    'Mg/L',
    'MU/L',
    'mS',
    'MS',
    'Mmol/L',
    'MIU/mL',
    'pG/mL',
    'Ml',
    'ML',
    'nG',
    'G/l',
    'T/dL',
  );
  fc.assert(
    fc.property(prefixes, blanks, (sent, blank) => {
      expect(canonicalUnit(sent + blank).toUpperCase()).toBe(sent.toUpperCase());
    }),
  );
});

test('any text at all is read, and reading it again changes nothing', () => {
  const parts = fc.constantFrom(
    '(',
    ' ',
    '{',
    'FEU',
    'calc',
    '10',
    '*',
    '/',
    'm',
    '1.73',
    'creat',
    'per',
    'µ',
    '²',
    'L',
    '}',
  );
  const text = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.array(parts, { maxLength: 64 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (sent) => {
      const unit = canonicalUnit(sent);
      expect(canonicalUnit(sent)).toBe(unit);
    }),
    { numRuns: 2000 },
  );
});
