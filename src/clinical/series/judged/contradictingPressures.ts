/** The two sides of a pressure that came as two Observations are checked against each other as those of one are. */
import { PARTS_CHECK } from '../../observation/plausibility/partsTogether.ts';
import { indexOfKind, seriesKeyOf } from '../../observation/rowKinds.ts';
import { packedRows, type RowTable } from '../packedRows.ts';
import type { RowColumns } from '../rowColumns.ts';
import { pressurePairIndices } from '../pairs/pressurePairs.ts';
import { pressureSeriesPairOf } from '../pairs/pressureSeriesPairs.ts';
import type { Series } from '../series.ts';

type Sides = readonly [systolic: Series, diastolic: Series];

/**
 * Returns whether a systolic pressure is not above the highest diastolic one of its moment. Nearly no record has one, and to find the
 * pairs takes a thousand times longer.
 */
function mayContradict(systolic: Series, diastolic: Series): boolean {
  const { timesMs, values } = diastolic;
  let highest = -Infinity;
  let at = 0;
  return systolic.values.some((upper, i) => {
    const timeMs = systolic.timesMs[i]!;
    if (timeMs !== systolic.timesMs[i - 1]) highest = -Infinity;
    for (; timesMs[at]! <= timeMs; at += 1)
      if (timesMs[at] === timeMs) highest = Math.max(highest, values[at]!);
    return upper <= highest;
  });
}

/** Returns the two sides with a mark on both where a systolic pressure is not above the diastolic one of its pair. */
function withCheckedSides(
  [systolic, diastolic]: Sides,
  drawnOf: (series: Series) => RowColumns | undefined,
  table: RowTable,
): Sides {
  if (!mayContradict(systolic, diastolic)) return [systolic, diastolic];
  const { systolic: upper, diastolic: lower } = pressurePairIndices(systolic, diastolic);
  const marked: [Set<number>, Set<number>] = [new Set(), new Set()];
  upper.forEach((i, at) => {
    const j = lower[at]!;
    if (i < 0 || j < 0 || systolic.values[i]! > diastolic.values[j]!) return;
    if ([systolic.rows.at(i), diastolic.rows.at(j)].some((row) => row?.kind.comparator !== '')) return;
    marked[0].add(i);
    marked[1].add(j);
  });
  if (marked[0].size === 0) return [systolic, diastolic];
  const withMarks = (series: Series, rows: ReadonlySet<number>): Series => {
    const drawn = drawnOf(series);
    if (drawn === undefined) return series;
    const kinds = drawn.kinds.slice();
    for (const i of rows) {
      const kind = table.kinds.at(kinds[i]!);
      if (kind.check === '')
        kinds[i] = indexOfKind(table.kinds.intern({ ...kind, ...PARTS_CHECK }, seriesKeyOf(kind)));
    }
    return { ...series, rows: packedRows(table, { ...drawn, kinds }) };
  };
  return [withMarks(systolic, marked[0]), withMarks(diastolic, marked[1])];
}

/** Returns the two series of each blood pressure of a record. */
const sidesIn = (all: readonly Series[]): readonly Sides[] =>
  all.flatMap((systolic): readonly Sides[] => {
    const pair = pressureSeriesPairOf(systolic.id);
    const diastolic = systolic.id === pair?.systolic && all.find(({ id }) => id === pair.diastolic);
    return diastolic ? [[systolic, diastolic]] : [];
  });

/** Returns a function that checks the pressures of a record. The sides stay the same objects until one of them changes. */
export function pressureChecker(
  table: RowTable,
  drawnOf: (series: Series) => RowColumns | undefined,
): (all: readonly Series[]) => readonly Series[] {
  /** The checked sides stand by their systolic series as it was sent. */
  let known = new Map<Series, { readonly sent: Sides; readonly checked: Sides }>();
  return (all) => {
    const checkedOf = (sent: Sides) => {
      const before = known.get(sent[0]);
      return before?.sent[1] === sent[1] ? before : { sent, checked: withCheckedSides(sent, drawnOf, table) };
    };
    known = new Map(sidesIn(all).map((sent) => [sent[0], checkedOf(sent)]));
    const changed = new Map(
      [...known.values()].flatMap(({ sent, checked }) =>
        sent.map((series, i) => [series, checked[i]!] as const),
      ),
    );
    return [...changed].every(([series, checked]) => series === checked)
      ? all
      : all.map((series) => changed.get(series) ?? series);
  };
}
