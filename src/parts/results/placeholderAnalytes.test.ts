import { describe, expect, it } from 'vitest';
import { analyteOf } from '../../clinical/catalog/analyteProperties.ts';
import { analytes, targetOfId } from '../../clinical/catalog/catalog.ts';
import { namedPlaceholders, placeholderAnalytes } from './placeholderAnalytes.ts';

const COMMON = placeholderAnalytes([]).map(({ id }) => id);
const idsOf = (named: Readonly<Record<string, number>>, pins: readonly string[] = []): readonly string[] =>
  namedPlaceholders(pins, new Map(Object.entries(named))).map(({ id }) => id);

describe('the frames of a record that is known to name some analytes', () => {
  it('are those of the common ones among them, however seldom they are named', () => {
    expect(idsOf({ ldl: 1, hr: 1, k: 40 })).toEqual(['hr', 'k', 'ldl']);
  });

  it('are none for a common analyte that is not named', () => {
    expect(idsOf({ k: 4 })).toEqual(['k']);
    expect(idsOf({})).toEqual([]);
  });

  it('are those of the pinned ones, named or not: a later page may bring them, and they stand first', () => {
    expect(idsOf({ k: 4, tsh: 1 }, ['tsh', 'bmi~calculated'])).toEqual(['k', 'tsh']);
    expect(idsOf({ k: 4 }, ['tsh'])).toEqual(['k', 'tsh']);
  });

  it('are filled up with what is named most often, three times at least, to as many as there are common ones', () => {
    expect(idsOf({ k: 1, tsh: 3, height: 9, alt: 2 })).toEqual(['k', 'height', 'tsh']);
    const others = analytes.filter(
      ({ id, isListedOnly }) => !COMMON.includes(id) && !isListedOnly && targetOfId(id)?.unit !== '',
    );
    const named = Object.fromEntries(others.slice(0, 40).map(({ id }, i) => [id, 3 + i]));
    const ids = idsOf({ k: 1, ...named });
    expect(ids).toHaveLength(COMMON.length);
    expect(ids).toContain(others[39]!.id);
    expect(ids).not.toContain(others[0]!.id);
  });

  it('rule 7: are one for a blood pressure', () => {
    expect(idsOf({ 'bp-sys': 9, 'bp-dia': 9 })).toEqual(['bp-sys']);
    expect(idsOf({ 'sbp-24h': 9, 'dbp-24h': 9 })).toEqual(['sbp-24h']);
  });

  it('are none for a dipstick, which has no unit', () => {
    expect(idsOf({ 'ua-prot': 9, k: 1 })).toEqual(['k']);
  });

  it('are none for results that are only listed', () => {
    const listed = analytes.filter(({ isListedOnly }) => isListedOnly).map(({ id }) => id);
    expect(listed.length).toBeGreaterThan(3);
    expect(idsOf(Object.fromEntries(listed.map((id) => [id, 50])))).toEqual([]);
  });

  it('carry the name, group and place of their analyte', () => {
    const { group, order, name } = analyteOf('tsh')!;
    expect(namedPlaceholders([], new Map([['tsh', 3]]))).toEqual([{ id: 'tsh', group, order, name }]);
  });
});
