import { expect, test } from 'vitest';
import catalog from './loinc-catalog.json';
import { aliasedAnalyteIds, aliasedPanelIds, panelAliases, searchAliases } from './searchAliases.ts';

test('each abbreviation belongs to an analyte of the catalog', () => {
  const ids = new Set([...catalog.vitals, ...catalog.labs].map(({ id }) => id));
  expect(aliasedAnalyteIds().length).toBeGreaterThan(50);
  expect(aliasedAnalyteIds().filter((id) => !ids.has(id))).toEqual([]);
});

test('each abbreviation of a panel belongs to a panel of the catalog, and is no name of an analyte', () => {
  const panels = new Set(catalog.panels.map(({ id }) => id));
  expect(aliasedPanelIds().filter((id) => !panels.has(id))).toEqual([]);
  const ofAnalytes = new Set(
    [...catalog.vitals, ...catalog.labs].flatMap(({ id }) => [id, ...searchAliases(id)]),
  );
  const ofPanels = aliasedPanelIds().flatMap(panelAliases);
  expect(ofPanels.length).toBeGreaterThan(5);
  expect(ofPanels.filter((alias) => ofAnalytes.has(alias) || alias !== alias.toLowerCase())).toEqual([]);
});

test('each is one word in lower case', () => {
  for (const id of aliasedAnalyteIds()) {
    expect([id, searchAliases(id)]).not.toEqual([id, []]);
    for (const alias of searchAliases(id))
      expect([id, alias]).toEqual([id, expect.stringMatching(/^[a-z\d+-]+$/)]);
  }
});

test('an analyte without such words has none', () => {
  expect(searchAliases('no-such-analyte')).toEqual([]);
  expect(panelAliases('no-such-panel')).toEqual([]);
});
