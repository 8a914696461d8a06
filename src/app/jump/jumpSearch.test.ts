import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventTargets, drugTargets, panelTargets, testTargets } from './recordTargets.ts';
import { jumpMatches, offeredGroups } from './jumpSearch.ts';
import { jumpEvents, jumpRecord } from './jumpFixture.tsx';
import { cleanQuery } from '../../parts/results/search/searchText.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import type { Series } from '../../clinical/series/series.ts';

const { series } = jumpRecord();
const events = jumpEvents();
const tests = testTargets(series);
const targets = [...tests, ...panelTargets(tests), ...drugTargets(events), ...eventTargets(events, 'UTC')];

const found = (query: string) => jumpMatches(targets, query, series);
const lines = (query: string) => found(query).groups.flatMap(({ shown }) => shown);
const first = (query: string) => lines(query)[0]?.key;

describe('the first line', () => {
  test.each([
    ['k', 'test k'],
    ['K', 'test k'],
    ['na', 'test na'],
    ['cr', 'test creat'],
    ['hb', 'test hgb'],
    ['a1c', 'test a1c'],
    ['hba1c', 'test a1c'],
    ['inr', 'test inr'],
    ['bp', 'test bp-sys'],
    // These are other abbreviations and spellings of the same kind.
    ['plts', 'test plt'],
    ['sats', 'test spo2'],
    ['haemoglobin', 'test hgb'],
    ['2823-3', 'test k'],
    ['sodi', 'test na'],
    // British and American wards name panels so.
    ['u&e', 'panel bmp'],
    ['U&Es', 'panel bmp'],
    ['fbc', 'panel cbc'],
    ['lfts', 'panel liver'],
  ])('for %s is %s', (query, key) => expect(first(query)).toBe(key));

  test('for a word that is the beginning of a group is the test of that short name, then the group', () => {
    const kinds = found('k').groups.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['test', 'panel']);
    expect(lines('kidney')[0]?.name).toMatch(/^Kidney/);
  });

  test('for a report is the report, not the procedure of the same name', () => {
    const [line] = lines('ct');
    expect(line?.kind === 'event' && line.event.lane).toBe('report');
    expect(lines('ct report')).toHaveLength(1);
    expect(lines('report ct')).toHaveLength(1);
  });
});

describe('a test is found', () => {
  const named = (id: string, name: string, more: Partial<Series> = {}) =>
    madeSeries([{ at: '2026-11-12T14:10:00Z', text: '1', codeText: name }], {
      id,
      analyteId: '',
      name,
      shortName: '',
      ...more,
    });
  const renamed = recordOf([
    {
      ...resultInput('2823-3', 4.4, 'mmol/L', '2026-01-12T14:10:00Z'),
      code: { ...loinc('2823-3'), text: 'Kalium i S' },
    },
    {
      ...resultInput('2823-3', 4.5, 'mmol/L', '2026-03-12T14:10:00Z'),
      code: { ...loinc('2823-3'), text: 'Serum K' },
    },
    {
      ...resultInput('2823-3', 4.6, 'mmol/L', '2026-11-12T14:10:00Z'),
      code: { ...loinc('2823-3'), text: 'Potassium' },
    },
  ]).series;
  const all = testTargets([
    named('a', 'Östradiol'),
    named('b', 'β-hydroxybutyrate'),
    named('c', 'Γλυκόζη'),
    named('d', 'CA 125'),
    named('e', 'Troponin T, high sensitivity', { shortName: 'hs-TnT' }),
    named('f', '血糖'),
    named('g', 'GGT', { analyteId: 'ggt' }),
    named('h', 'Cre\u0301atinine'),
    ...renamed,
  ]);
  const namesFor = (query: string) => {
    const { groups, isNear } = jumpMatches(all, query, []);
    return isNear ? [] : groups.flatMap(({ shown }) => shown.map(({ name }) => name));
  };

  test.each([
    ['kalium', 'Potassium'],
    ['serum k', 'Potassium'],
    ['ostradiol', 'Östradiol'],
    ['ÖSTRADIOL', 'Östradiol'],
    ['O\u0308stra', 'Östradiol'],
    ['créatinine', 'Cre\u0301atinine'],
    ['creatinine', 'Cre\u0301atinine'],
    ['beta-hydroxybutyrate', 'β-hydroxybutyrate'],
    ['β-hydroxy', 'β-hydroxybutyrate'],
    ['γλυκοζη', 'Γλυκόζη'],
    ['γλυκ', 'Γλυκόζη'],
    ['ca125', 'CA 125'],
    ['ca-125', 'CA 125'],
    ['hs troponin', 'Troponin T, high sensitivity'],
    ['troponin hs', 'Troponin T, high sensitivity'],
    ['血', '血糖'],
    ['γ-GT', 'GGT'],
    ['gamma gt', 'GGT'],
    ['ＧＧＴ', 'GGT'],
  ])('as typed by %s', (query, name) => expect(namesFor(query)).toEqual([name]));

  test('by no words that stand in two of them', () => {
    for (const query of ['troponin potassium', 'hs calium', 'ca126', '()', '%'])
      expect([query, namesFor(query)]).toEqual([query, []]);
  });
});

test('a beginning goes before what stands inside a name', () => {
  const inside = madeSeries([{ at: '2026-11-12T14:10:00Z', text: '1' }], {
    id: 'x',
    analyteId: '',
    name: 'Bromosodium',
    shortName: '',
  });
  const both = testTargets([inside, ...series]);
  expect(jumpMatches(both, 'sodium', series).groups[0]?.shown.map(({ name }) => name)).toEqual([
    'Sodium',
    'Bromosodium',
  ]);
});

test('a typing error is forgiven only where nothing matches as typed', () => {
  expect(found('potasium')).toMatchObject({ isNear: true, groups: [{ shown: [{ key: 'test k' }] }] });
  expect(found('spironolactne').groups[0]?.shown[0]?.name).toBe('Spironolactone');
  expect(found('sodium').isNear).toBe(false);
  expect(found('zzz')).toEqual({ groups: [], isNear: false });
  // Two letters are too few to be nearly anything.
  expect(lines('kq')).toEqual([]);
});

test('a unit behind a test shows the test in it, and one that the catalog has no factor for finds nothing', () => {
  expect(first('a1c mmol/mol')).toBe('test a1c in mmol/mol');
  expect(first('creatinine in µmol/l')).toBe('test creat in umol/L');
  expect(lines('k mmhg')).toEqual([]);
  expect(lines('bp kpa')).toEqual([]);
});

test('a small panel opens Compare with all of its tests, one too large for it the results by date', () => {
  const panel = (id: string) => panelTargets(tests).find(({ key }) => key === `panel ${id}`)?.opens;
  expect(panel('bmp')).toEqual({
    screen: 'compare',
    fragment: expect.stringMatching(/^#compare=(?=.*k)(?=.*na)/),
  });
  const many = ['wbc', 'hgb', 'hct', 'plt', 'rbc', 'mcv', 'mch', 'mchc', 'rdw'].map((id) =>
    madeSeries([{ at: '2026-11-12T14:10:00Z', text: '1' }], { id, analyteId: id, name: id, shortName: id }),
  );
  const cbc = panelTargets(testTargets(many)).find(({ key }) => key === 'panel cbc')?.opens;
  expect(cbc).toEqual({ screen: 'results', fragment: '#results&panel=cbc' });
});

test('a list that is cut says how many there are', () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    madeSeries([{ at: '2026-11-12T14:10:00Z', text: '1' }], {
      id: `t${i}`,
      analyteId: '',
      name: `Test ${i}`,
      shortName: '',
    }),
  );
  const [group] = jumpMatches(testTargets(many), 'test', many).groups;
  expect(group).toMatchObject({ count: 30 });
  expect(group?.shown).toHaveLength(8);
});

test('before anything is typed the newest reports are offered', () => {
  expect(offeredGroups(targets)[0]?.shown[0]?.name).toBe('CT chest');
});

test('no text breaks the search, however long or strange', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const query = cleanQuery(text);
      expect(query.length).toBeLessThanOrEqual(100);
      expect(query).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      found(query);
    }),
  );
  expect(cleanQuery('\u202Eso\u200Bdium\u0000\n ')).toBe('so dium');
});
