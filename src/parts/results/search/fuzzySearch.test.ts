import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeSeries } from '../../../testing/seriesFixture.ts';
import { analytes } from '../../../clinical/catalog/catalog.ts';
import { matchesSearch, searchEntries, typingErrors } from './fuzzySearch.ts';
import { seriesEntryOf } from '../tileLayout.ts';

const entryNamed = (id: string, name: string, group = 'Group', longName = '') =>
  seriesEntryOf(
    madeSeries([{ at: '2026-01-01', text: '4', codeText: name }], {
      id,
      analyteId: id,
      name,
      shortName: name,
      longName,
      group,
    }),
  );
const all = analytes.map(({ id, name, group, longName }) => entryNamed(id, name, group, longName));

const search = (query: string, entries = all) => {
  const { matches, explanation } = searchEntries(entries, query);
  return { ids: matches.map(({ id }) => id), explanation };
};

describe('the typing errors from a word to a beginning', () => {
  it('are a letter wrong, missing, too many, or two neighbours swapped', () => {
    expect(
      ['potassium', 'pota', 'potasium', 'pottassium', 'potassiam', 'optassium', 'sodium'].map((typed) =>
        typingErrors(typed, 'potassium'),
      ),
    ).toEqual([0, 0, 1, 1, 1, 1, 5]);
  });

  it('are at most as many as letters were typed, and none for none', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (typed, text) => {
        const errors = typingErrors(typed, text);
        expect(errors).toBeGreaterThanOrEqual(Math.max(0, typed.length - text.length));
        expect(errors).toBeLessThanOrEqual(typed.length);
        expect(typingErrors(text, text + typed)).toBe(0);
      }),
    );
  });
});

describe('a search', () => {
  it('finds a test by every name and code that was sent, without accents, widths and Greek letters', () => {
    const rows = [
      { at: '2026-01-01', text: '4', codeText: 'Kalium', code: 'KAL01' },
      { at: '2026-02-01', text: '4', codeText: 'Sérum K', code: 'POT' },
      { at: '2026-03-01', text: '4', codeText: 'Potassium β', code: '2823-3' },
    ];
    const entry = seriesEntryOf(madeSeries(rows, { id: 'x', analyteId: '', name: 'Potassium' }));
    for (const query of [
      'kalium',
      'kal01',
      'pot',
      'serum',
      'SÉRUM',
      'se\u0301rum',
      'ＫＡＬＩＵＭ',
      'beta',
      '2823-3',
    ])
      expect([query, search(query, [entry])]).toEqual([query, { ids: ['x'], explanation: '' }]);
    expect(search('natrium', [entry]).ids).toEqual([]);
  });

  it('with a typing error shows what is close and says that nothing is called so', () => {
    expect(search('potasium')).toEqual({
      ids: ['k', 'k-bld', 'u-k'],
      explanation: 'No matches for “potasium”. Showing similar names. ',
    });
    expect(search('haemoglobin').ids).toContain('hgb');
    expect(search('bloodpresure').ids).toContain('bp-sys');
    expect(search('urine creatinin').ids).toContain('ucreat');
  });

  it('forgives nothing in short words and in codes', () => {
    expect(search('nx')).toEqual({ ids: [], explanation: '' });
    expect(search('2823-4', [entryNamed('k', 'Potassium')])).toEqual({ ids: [], explanation: '' });
    expect(search('2823-3', [entryNamed('k', 'Potassium')]).ids).toEqual(['k']);
  });

  it('finds the results of a panel by its name or id and says which', () => {
    const { ids, explanation } = search('cbc');
    expect(ids).toContain('hgb');
    expect(ids).toContain('plt');
    expect(ids).not.toContain('k');
    expect(explanation).toBe('Showing results of CBC (hemogram) automated, CBC with differential. ');
    expect(search('fbc').explanation).toBe('Showing results of CBC (hemogram) automated. ');
    expect(search('comprehensve').explanation).toBe(
      'No matches for “comprehensve”. Showing results of Comprehensive metabolic panel. ',
    );
  });

  it('for which nothing is close finds nothing', () => {
    expect(search('xylophone')).toEqual({ ids: [], explanation: '' });
  });

  it('lets exact matches win always, in any text, and never throws', () => {
    const words = fc.constantFrom(...analytes.flatMap(({ name, id }) => [name, id, name.slice(0, 4)]));
    fc.assert(
      fc.property(
        fc.oneof(words, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        (query) => {
          const exact = all.filter((entry) => matchesSearch(entry, query));
          const { matches, explanation } = searchEntries(all, query);
          const ids = new Set(all.map(({ id }) => id));
          expect(exact.length === 0 ? [] : [matches, explanation]).toEqual(
            exact.length === 0 ? [] : [exact, ''],
          );
          expect(matches.filter(({ id }) => !ids.has(id))).toEqual([]);
        },
      ),
    );
  });

  it('with one typing error in a word of five letters finds the analyte, unless something is called just so', () => {
    const long = analytes.flatMap(({ id, name }) =>
      (name.toLowerCase().match(/[a-z]{5,}/g) ?? []).map((word) => ({ id, word })),
    );
    const error = fc.record({
      of: fc.constantFrom(...long),
      at: fc.nat(),
      letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      kind: fc.constantFrom('missing', 'wrong', 'more', 'swapped'),
    });
    let close = 0;
    fc.assert(
      fc.property(error, ({ of: { id, word }, at, letter, kind }) => {
        const i = at % (kind === 'swapped' ? word.length - 1 : word.length);
        const [before, here, after] = [word.slice(0, i), word[i] ?? '', word.slice(i + 1)];
        const typed = {
          missing: before + after,
          wrong: before + letter + after,
          more: before + letter + here + after,
          swapped: before + after.slice(0, 1) + here + after.slice(1),
        }[kind];
        const { ids, explanation } = search(typed);
        if (!explanation.startsWith('No matches')) return;
        close++;
        expect(ids).toContain(id);
      }),
      { numRuns: 400 },
    );
    expect(close).toBeGreaterThan(200);
  });

  it('of a very long text that was pasted is none of the names', () => {
    expect(search('a potassium '.repeat(2000) + 'x'.repeat(50_000)).ids).toEqual([]);
  });
});
