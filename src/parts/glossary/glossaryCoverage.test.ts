import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analytes, catalogMatches } from '../../clinical/catalog/catalog.ts';
import panels from '../../clinical/catalog/loinc-catalog.json?panels';
import { englishGlossary } from './englishGlossary.ts';
import { glossaryEntry } from './glossary.ts';
import { spanishGlossary } from './spanishGlossary.ts';

/**
 * These analytes have no plain words on purpose. Machines and catheters of intensive care measure or set them, or a
 * specialist fills them in, and a patient does not meet them. They keep the name of the catalog.
 */
const WITHOUT_WORDS =
  'http://loinc.org|76215-3 http://loinc.org|76213-8 http://loinc.org|76214-6 cvp icp pap-sys pap-dia pap-mean pcwp co' +
  ' ci cdyn p-f fio2-set fio2-meas etco2 peep-set peep ppeak pmean ps-set tv-set tv mv rr-set rr-mech rr-spont rr-total' +
  ' gcs-eye gcs-verbal gcs-motor news2 sofa mrs';

/** These units of the catalog have no words yet: they belong to the analytes above, or a few laboratories use them. */
const UNITS_WITHOUT_WORDS = ['cm[H2O]', 'L/min/m2', 'mL/cm[H2O]', "{CH50'U}/mL", "[GPL'U]"];

const idsOf = (words: Readonly<Record<string, string>>): string[] => [
  ...new Set(Object.keys(words).map((key) => key.replace(/\.(?:name|what)$/, ''))),
];
const ids = idsOf(englishGlossary.analytes);

type Entry = { readonly unit: string | null };
const { vitals, labs }: { vitals: readonly Entry[]; labs: readonly Entry[] } = JSON.parse(
  readFileSync('src/clinical/catalog/loinc-catalog.json', 'utf8'),
);

test('every analyte with words is one of the catalog, and all others are left out on purpose', () => {
  const known = analytes.map(({ id }) => id);
  expect(ids.filter((id) => !known.includes(id))).toEqual([]);
  expect(known.filter((id) => !ids.includes(id)).toSorted()).toEqual(WITHOUT_WORDS.split(' ').toSorted());
  expect(ids.length).toBeGreaterThan(500);
});

test('every series that the catalog tells apart has the words of its analyte', () => {
  expect([...catalogMatches()].length).toBeGreaterThan(500);
  for (const { target } of catalogMatches()) {
    const { id, analyte } = target;
    expect([id, glossaryEntry(englishGlossary, id)]).toEqual([
      id,
      glossaryEntry(englishGlossary, analyte.id),
    ]);
    expect([id, glossaryEntry(spanishGlossary, id) === undefined]).toEqual([
      id,
      WITHOUT_WORDS.split(' ').includes(analyte.id),
    ]);
  }
});

test('every unit in which the catalog counts has words', () => {
  const units = [...new Set([...vitals, ...labs].map(({ unit }) => unit ?? ''))].filter(
    (unit) => unit !== '',
  );
  const explained = idsOf(englishGlossary.units);
  expect(units.filter((unit) => !explained.includes(unit)).toSorted()).toEqual(
    UNITS_WITHOUT_WORDS.toSorted(),
  );
  expect(explained).toEqual(expect.arrayContaining(['[degF]', '[lb_av]', '10*9/L', 'mmol/mol', 'kPa']));
});

test('every panel and every group of the catalog has a plain name', () => {
  expect(Object.keys(englishGlossary.panels).toSorted()).toEqual(panels.map(([id = '']) => id).toSorted());
  const headings = new Set(analytes.map(({ group }) => group));
  const named = Object.keys(englishGlossary.groups);
  expect([...headings].filter((heading) => !named.includes(heading))).toEqual([]);
  expect(named.filter((heading) => !headings.has(heading))).toEqual(['Other results']);
});

describe('both languages', () => {
  test.each(['analytes', 'otherTests', 'units', 'panels', 'groups'] as const)('say the same %s', (part) => {
    expect(Object.keys(spanishGlossary[part])).toEqual(Object.keys(englishGlossary[part]));
  });

  test.each(['analytes', 'otherTests', 'units'] as const)(
    'have a name and a sentence for each of the %s',
    (part) => {
      for (const id of idsOf(englishGlossary[part])) {
        expect(Object.keys(englishGlossary[part])).toContain(`${id}.name`);
        expect(Object.keys(englishGlossary[part])).toContain(`${id}.what`);
      }
    },
  );

  test.each(['analytes', 'otherTests', 'units', 'panels'] as const)('have no two %s of one name', (part) => {
    for (const glossary of [englishGlossary, spanishGlossary]) {
      const names = Object.entries(glossary[part])
        .filter(([key]) => part === 'panels' || key.endsWith('.name'))
        .map(([, text]) => text.toLowerCase());
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    }
  });
});

describe('the list of sources, docs/glossary-sources.tsv', () => {
  const [head = [], ...rows] = readFileSync('docs/glossary-sources.tsv', 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));

  test('has a row for each analyte with words, in their order', () => {
    expect(head).toEqual([
      'catalog id',
      'LOINC',
      'source',
      'address',
      'address seen',
      'reviewed by clinician',
    ]);
    expect(rows.map(([id]) => id)).toEqual([...ids, ...idsOf(englishGlossary.otherTests)]);
  });

  test('gives each a source with an address, and says how the address was found', () => {
    for (const row of rows) {
      const [, loinc = '', source = '', address = '', seen = '', reviewed = ''] = row;
      expect(row).toHaveLength(6);
      expect(loinc).toMatch(/^\d+-\d$/);
      expect(source).not.toBe('');
      expect(address).toMatch(/^https:\/\/[\w./:-]+$/);
      expect(['opened', 'copy', 'named', 'form']).toContain(seen);
      expect(address === `https://loinc.org/${loinc}/`).toBe(seen === 'form');
      expect(reviewed).toMatch(/^(?:no|\d{4}-\d\d-\d\d)$/);
    }
  });
});
