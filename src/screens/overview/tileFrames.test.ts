import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Series } from '../../clinical/series/series.ts';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import {
  arrangeAroundFrames,
  fillFrames,
  framesFor,
  ownFrameAnalytes,
  type TileColumns,
} from './tileFrames.ts';
import { placeholderAnalytes } from '../../parts/results/placeholderAnalytes.ts';
import { tileEntriesOf, type TileEntry } from '../../parts/results/tileLayout.ts';

const TILE_PX = 60;
const HEADING_PX = 20;
const COMMON = placeholderAnalytes([]);
const [base] = recordOf([resultInput('2823-3', 4, 'mmol/L', '2026-11-01T08:00:00Z')]).series;

const seriesOf = (id: string, group: string, order: number): Series => ({
  ...base!,
  id,
  analyteId: id,
  name: id,
  group,
  order,
});

const commonSeries = COMMON.map(({ id, group, order }) => seriesOf(id, group, order));
const GROUPS = [...new Set(COMMON.map(({ group }) => group)), 'Thyroid and hormones', 'Other results'];
const otherSeries = Array.from({ length: 40 }, (_, i) =>
  seriesOf(`x${i}`, GROUPS[i % GROUPS.length]!, 10_000 * (i % GROUPS.length) + 500 + i),
);

const entriesOf = (series: readonly Series[]): readonly TileEntry[] => tileEntriesOf(series, []);
const drawnIds = (columns: TileColumns): readonly string[] =>
  columns.flatMap((blocks) =>
    blocks.flatMap(({ entries }) => entries.filter(({ kind }) => kind !== 'waiting').map(({ id }) => id)),
  );

/** Returns the column and the distance from its top of each drawn entry. */
function placesOf(columns: TileColumns): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const [c, blocks] of columns.entries()) {
    let topPx = 0;
    for (const { entries } of blocks) {
      topPx += HEADING_PX;
      for (const { id, kind } of entries) {
        if (kind !== 'waiting') places.set(id, `${c}: ${topPx}`);
        topPx += TILE_PX;
      }
    }
  }
  return places;
}

const records = fc.record({
  columns: fc.constantFrom(1, 2, 3),
  first: fc.subarray([...commonSeries], { minLength: 1 }),
  later: fc.subarray([...commonSeries, ...otherSeries]),
  pins: fc.subarray(['k', 'ldl', 'x3'], { maxLength: 2 }),
});

describe('the places of the curves', () => {
  it('no curve that was drawn while the record was read moves when more results come, nor at the end', () => {
    fc.assert(
      fc.property(records, ({ columns, first, later }) => {
        const frames = framesFor(COMMON, [], columns, TILE_PX);
        const all = [...new Set([...first, ...later])];
        const reading = placesOf(fillFrames(frames, entriesOf(first)).columns);
        const more = placesOf(fillFrames(frames, entriesOf(all)).columns);
        const rest = placesOf(arrangeAroundFrames(frames, entriesOf(all), TILE_PX));
        for (const [id, place] of reading) expect([more.get(id), rest.get(id)]).toEqual([place, place]);
        for (const [id, place] of more) expect(rest.get(id)).toBe(place);
      }),
    );
  });

  it('every curve is drawn once, and the order in which results came changes nothing', () => {
    fc.assert(
      fc.property(records, ({ columns, first, later }) => {
        const frames = framesFor(COMMON, [], columns, TILE_PX);
        const all = [...new Set([...first, ...later])];
        const arranged = arrangeAroundFrames(frames, entriesOf(all), TILE_PX);
        expect(drawnIds(arranged).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        const turned = arrangeAroundFrames(frames, entriesOf(all.toReversed()), TILE_PX);
        expect(placesOf(turned)).toEqual(placesOf(arranged));
      }),
    );
  });

  it('a group that goes on under itself has one heading', () => {
    fc.assert(
      fc.property(records, ({ columns, first, later }) => {
        const frames = framesFor(COMMON, [], columns, TILE_PX);
        const all = [...new Set([...first, ...later])].toSorted((a, b) => a.order - b.order);
        for (const blocks of arrangeAroundFrames(frames, entriesOf(all), TILE_PX)) {
          const headings = blocks.map(({ heading }) => heading);
          expect(headings.filter((heading, i) => heading === headings[i - 1])).toEqual([]);
        }
      }),
    );
  });

  it('rule 9: a group without frames never stands in an earlier column than one that comes before it', () => {
    const ownGroups = Array.from({ length: 30 }, (_, i) =>
      seriesOf(`y${i}`, `Group ${i % 6}`, 90_000 + (i % 6)),
    );
    fc.assert(
      fc.property(fc.constantFrom(2, 3), fc.subarray(ownGroups), (columns, others) => {
        const frames = framesFor(COMMON, [], columns, TILE_PX);
        const sent = [...commonSeries, ...others].toSorted((a, b) => a.order - b.order);
        const arranged = arrangeAroundFrames(frames, entriesOf(sent), TILE_PX);
        const groups = arranged.flatMap((blocks) =>
          blocks.map(({ heading }) => heading).filter((heading) => heading.startsWith('Group')),
        );
        expect(groups).toEqual(groups.toSorted());
      }),
    );
  });

  it('a frame without results stays where a curve stands below it, and nowhere else', () => {
    const frames = framesFor(COMMON, [], 3, TILE_PX);
    const arranged = arrangeAroundFrames(
      frames,
      entriesOf(commonSeries.filter(({ id }) => id === 'plt')),
      TILE_PX,
    );
    const shown = arranged.flat().flatMap(({ entries }) => entries.map(({ kind, id }) => `${kind} ${id}`));
    expect(shown.slice(-3)).toEqual(['waiting hgb', 'waiting wbc', 'series plt']);
    // The frames of the other columns have nothing below them.
    expect(arranged.filter((blocks) => blocks.length > 0)).toHaveLength(1);
  });

  it('another result of the group takes the frame of one that the record does not have', () => {
    const frames = framesFor(COMMON, [], 3, TILE_PX);
    const hematocrit = seriesOf(
      'hct',
      'Blood count and iron',
      COMMON.find(({ id }) => id === 'wbc')!.order - 1,
    );
    const platelets = commonSeries.find(({ id }) => id === 'plt')!;
    const arranged = arrangeAroundFrames(frames, entriesOf([hematocrit, platelets]), TILE_PX);
    expect(arranged.flat().flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual(
      expect.arrayContaining(['hct', 'wbc', 'plt']),
    );
  });

  it('a record with none of the common results fills the columns as if there were no frames', () => {
    const frames = framesFor(COMMON, [], 3, TILE_PX);
    const arranged = arrangeAroundFrames(frames, entriesOf(otherSeries.slice(0, 9)), TILE_PX);
    expect(arranged.every((blocks) => blocks.length > 0)).toBe(true);
    expect(
      arranged.flat().flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'waiting')),
    ).toEqual([]);
  });
});

describe('the frames of a record in which no common result comes first', () => {
  const entryIds = (columns: TileColumns) =>
    columns.flatMap((blocks) => blocks.flatMap(({ entries }) => entries.map(({ kind, id }) => [kind, id])));
  const uncataloged = (id: string, order: number): Series => ({
    ...seriesOf(id, 'Other', order),
    analyteId: '',
  });

  it.each([
    ['no analyte of the catalog', uncataloged('urn:x|a', 900)],
    ['a unit of its own', { ...seriesOf('tsh~mg', 'Thyroid', 900), analyteId: 'tsh' }],
  ])('hold the result that made them, and no second frame waits for it: %s', (_, series) => {
    const frames = ownFrameAnalytes(entriesOf([series]));
    const { columns, rest } = fillFrames(framesFor(frames, [], 3, TILE_PX), tileEntriesOf([series], frames));
    expect(entryIds(columns)).toEqual([['series', series.id]]);
    expect(rest).toEqual([]);
  });

  it('keep the result that made them when another of its analyte comes, which is listed beside them', () => {
    const first = { ...seriesOf('tsh~mg', 'Thyroid', 900), analyteId: 'tsh' };
    const second = seriesOf('tsh', 'Thyroid', 900);
    const frames = ownFrameAnalytes(entriesOf([first]));
    const { columns, rest } = fillFrames(
      framesFor(frames, [], 1, TILE_PX),
      tileEntriesOf([second, first], frames),
    );
    expect(entryIds(columns)).toEqual([['series', 'tsh~mg']]);
    expect(rest.map(({ id }) => id)).toEqual(['tsh']);
  });

  it('rule 9: stand in clinical order, the critical result among them, however many come first', () => {
    const critical: Series = {
      ...uncataloged('urn:x|z', 999),
      rows: base!.rows.map((row) => ({ ...row, kind: { ...row.kind, flag: 'HH' } })),
    };
    const plain = Array.from({ length: 20 }, (_, i) => uncataloged(`urn:x|${i}`, 900 + i));
    const ids = ownFrameAnalytes(entriesOf([...plain, critical])).map(({ id }) => id);
    expect(ids).toEqual([...plain.slice(0, 13), critical].map(({ id }) => id));
  });
});
