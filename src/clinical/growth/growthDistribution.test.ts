import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import file from './growthReferences.json';
import { growthDistributionAt, modifiedZ, weightForLengthAt } from './growthDistribution.ts';
import { tables } from './growthFixture.ts';
import { lmsAtAge, type GrowthMeasure, type GrowthReference, type GrowthSex } from './growthTables.ts';
import { normalTail, zOfTail } from './normalDistribution.ts';

const DAYS_PER_MONTH = 30.4375;

describe("the results of CDC's program", () => {
  const rows = readFileSync(new URL('cdcProgram.fixture.csv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split(',').map(Number));

  const difference = (measure: GrowthMeasure, row: readonly number[], value: number, z: number): number => {
    const [sex, months = 0] = row;
    const days = months * DAYS_PER_MONTH;
    const at = growthDistributionAt(
      tables,
      { reference: 'cdc2000', measure, sex: sex === 1 ? 'male' : 'female' },
      days,
    )!;
    return Math.abs(at.z(value) - z);
  };

  test.each(['weight', 'height', 'bmi'] as const)('%s: 2,000 rows and more within 0.005', (measure) => {
    expect(rows.length).toBeGreaterThan(2000);
    const differences = rows.map((row) => {
      const [, , kg = 0, cm = 0, weightZ = 0, statureZ = 0, bmiZ = 0] = row;
      if (measure === 'weight') return difference(measure, row, kg, weightZ);
      if (measure === 'height') return difference(measure, row, cm, statureZ);
      return difference(measure, row, kg / (cm / 100) ** 2, bmiZ);
    });
    expect(Math.max(...differences)).toBeLessThan(0.005);
  });

  test('have children far above the 95th percentile of the body mass index among them', () => {
    expect(rows.filter(([, , , , , , bmiZ = 0]) => bmiZ > 2.3).length).toBeGreaterThan(200);
    expect(Math.max(...rows.map(([, , , , , , bmiZ = 0]) => bmiZ))).toBeGreaterThan(4);
  });
});

// WHO's simplified field tables give these values from −3 to 3 standard deviations, to one decimal by month:
// https://www.who.int/tools/child-growth-standards/standards. `build/growthFixtures.ts` compares all of the exact ones.
test.each([
  ['weight', 'male', 0, [2.1, 2.5, 2.9, 3.3, 3.9, 4.4, 5.0]],
  ['weight', 'male', 730, [8.6, 9.7, 10.8, 12.2, 13.6, 15.3, 17.1]],
  ['height', 'female', 365, [66.3, 68.9, 71.4, 74.0, 76.6, 79.2, 81.7]],
] as const)('WHO, %s, %s, day %d', (measure, sex, day, values) => {
  const at = growthDistributionAt(tables, { reference: 'who2006', measure, sex }, day)!;
  values.forEach((value, i) => expect(Math.abs(at.value(i - 3) - value)).toBeLessThan(0.06));
});

// Another way to the same number: the tables are read and the method is inverted by halving, in a few lines of their own.
type Point = readonly [l: number, m: number, s: number];

function ownPoint(reference: GrowthReference, measure: GrowthMeasure, sex: GrowthSex, days: number): Point {
  const table = file.tables.find(
    (one) => one.reference === reference && one.measure === measure && one.sex === sex,
  )!;
  const column = (name: 'l' | 'm' | 's'): number[] => {
    let [step, value] = [0, 0];
    return table[name]
      .split(' ')
      .map((number) => (value += step += Number(number)) / 10 ** file.decimals[reference][name]);
  };
  const columns = [column('l'), column('m'), column('s')] as const;
  const row = (i: number): Point => [columns[0][i]!, columns[1][i]!, columns[2][i]!];
  if (reference === 'who2006') return row(days);
  const ages = columns[0].map((_, i, { length }) =>
    i === 0 ? 24 : i === length - 1 ? 22 + length : 23.5 + i,
  );
  const months = Math.max(24, days / DAYS_PER_MONTH);
  const after = Math.max(
    1,
    ages.findIndex((age) => age >= months),
  );
  const [low, high] = [row(after - 1), row(after)];
  const part = (months - ages[after - 1]!) / (ages[after]! - ages[after - 1]!);
  return [0, 1, 2].map((i) => low[i]! * (1 - part) + high[i]! * part) as unknown as Point;
}

/** Returns the area under the normal curve, by Simpson's rule. */
function ownShareBelow(z: number): number {
  const [parts, from] = [2000, -12];
  const width = (z - from) / parts;
  const height = (i: number): number => Math.exp(-((from + i * width) ** 2) / 2);
  const weight = (i: number): number => (i === 0 || i === parts ? 1 : i % 2 === 1 ? 4 : 2);
  let sum = 0;
  for (let i = 0; i <= parts; i++) sum += weight(i) * height(i);
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

function halved(isBelow: (x: number) => boolean): number {
  let [low, high] = [-12, 12];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function ownValue(reference: GrowthReference, measure: GrowthMeasure, point: Point, z: number): number {
  const [l, m, s] = point;
  const plain = (x: number): number => m * Math.exp(Math.log1p(l * s * x) / l);
  const hasWeight = measure === 'weight' || measure === 'bmi';
  if (reference === 'cdc2000' || !hasWeight || Math.abs(z) <= 3) return plain(z);
  const [edge, inner] = z > 0 ? [3, 2] : [-3, -2];
  return plain(edge) + (Math.abs(z) - 3) * (plain(edge) - plain(inner));
}

function ownZ(
  reference: GrowthReference,
  measure: GrowthMeasure,
  sex: GrowthSex,
  days: number,
  value: number,
): number {
  const point = ownPoint(reference, measure, sex, days);
  const p95 = ownValue(reference, measure, point, 1.6448536269514722);
  if (reference === 'who2006' || measure !== 'bmi' || value <= p95)
    return halved((z) => !(ownValue(reference, measure, point, z) >= value));
  const years = days / 365.25;
  const [a, b, c] = sex === 'male' ? [0.3728, 0.5196, 0.0091] : [0.8334, 0.3712, 0.0011];
  const below = 0.9 + 0.1 * ownShareBelow((value - p95) / (a + b * years - c * years * years));
  return halved((z) => ownShareBelow(z) < below);
}

const CASES = (['male', 'female'] as const).flatMap((sex) => [
  ...(['weight', 'height', 'bmi', 'headCircumference'] as const).map(
    (measure) => ['who2006', measure, sex] as const,
  ),
  ...(['weight', 'height', 'bmi', 'headCircumference'] as const).map(
    (measure) => ['cdc2000', measure, sex] as const,
  ),
]);

describe.each(CASES)('%s, %s, %s', (reference, measure, sex) => {
  const lastOfCdc = measure === 'headCircumference' ? 1095 : 7305;
  const [first, last] = reference === 'who2006' ? [0, 730] : [730, lastOfCdc];
  const at = (days: number) => growthDistributionAt(tables, { reference, measure, sex }, days)!;
  const days = fc.integer({ min: first, max: last });
  const z = fc.double({ min: -4, max: 3, noNaN: true });

  test('agrees with another way of calculating it, over a grid', () => {
    for (let i = 0; i <= 12; i++) {
      const day = Math.round(first + ((last - first) * i) / 12);
      const { m } = at(day).lms;
      for (const share of [0.6, 0.75, 0.9, 1, 1.1, 1.3, 1.6, 1.9]) {
        const own = ownZ(reference, measure, sex, day, m * share);
        // The other way halves between −12 and 12.
        const isWithin = Math.abs(own) < 6;
        expect(isWithin ? Math.abs(at(day).z(m * share) - own) : 0).toBeLessThan(1e-5);
      }
    }
  });

  test('the value at a z-score has that z-score', () => {
    fc.assert(
      fc.property(days, z, (day, score) => {
        const value = at(day).value(score);
        expect(at(day).z(value)).toBeCloseTo(score, 6);
      }),
    );
  });

  test('a greater value never has a smaller z-score', () => {
    const share = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(days, share, share, (day, one, other) => {
        const { m } = at(day).lms;
        const [low, high] = [Math.min(one, other) * m, Math.max(one, other) * m];
        expect(at(day).z(low)).toBeLessThanOrEqual(at(day).z(high));
      }),
    );
  });

  test('one day more changes the z-score of a value little', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: first + (reference === 'who2006' ? 14 : 0), max: last - 1 }),
        z,
        (day, score) => {
          const value = at(day).value(score);
          expect(Math.abs(at(day + 1).z(value) - score)).toBeLessThan(0.12);
        },
      ),
    );
  });
});

test("WHO's weight for length takes the same steps beyond 3 standard deviations", () => {
  const at = weightForLengthAt(tables, 'female', 70)!;
  const [two, three, four, five] = [2, 3, 4, 5].map((z) => at.value(z));
  expect(four! - three!).toBeCloseTo(three! - two!, 9);
  expect(at.z(five!)).toBeCloseTo(5, 9);
  expect(at.method(five!)).toBe('whoBeyondThree');
  expect(weightForLengthAt(tables, 'female', 111)).toBeUndefined();
});

describe('the body mass index above the 95th percentile of CDC', () => {
  const at = growthDistributionAt(
    tables,
    { reference: 'cdc2000', measure: 'bmi', sex: 'male' },
    120 * DAYS_PER_MONTH,
  )!;
  const p95 = at.value(zOfTail(0.05));

  test('goes on from the 95th without a step, and then by the extended method', () => {
    expect(at.method(p95)).toBe('lms');
    expect(at.method(p95 + 0.01)).toBe('cdcExtendedBmi');
    expect(at.z(p95 + 1e-7)).toBeCloseTo(zOfTail(0.05), 5);
  });

  test('never ends, however great the number is', () => {
    for (const bmi of [60, 120, 500]) expect(Number.isFinite(at.z(bmi))).toBe(true);
    expect(at.z(60)).toBeGreaterThan(at.z(50));
  });
});

describe('likely mistakes', () => {
  test('7.5 kg written as 75 kg at six months', () => {
    const at = growthDistributionAt(tables, { reference: 'who2006', measure: 'weight', sex: 'female' }, 182)!;
    expect([7.5, 75].map((kg) => at.isLikelyError(kg))).toEqual([false, true]);
  });

  test('120 cm written as 210 cm at seven years', () => {
    const at = growthDistributionAt(tables, { reference: 'cdc2000', measure: 'height', sex: 'male' }, 2557)!;
    expect([120, 210].map((cm) => at.isLikelyError(cm))).toEqual([false, true]);
  });

  test('the modified z-score is 2 and −2 where the plain one is', () => {
    const lms = lmsAtAge(tables, { reference: 'cdc2000', measure: 'weight', sex: 'male' }, 3000)!;
    const at = growthDistributionAt(tables, { reference: 'cdc2000', measure: 'weight', sex: 'male' }, 3000)!;
    for (const z of [-2, 0, 2]) expect(modifiedZ(at.value(z), lms)).toBeCloseTo(z, 9);
  });
});

describe('the normal distribution', () => {
  // See https://dlmf.nist.gov/7 and the tables of Abramowitz and Stegun.
  test.each([
    [0, 0.5],
    [1, 0.15865525393145707],
    [1.959963984540054, 0.025],
    [2.999, 0.0013543365337271],
    [3, 0.0013498980316300933],
    [6, 9.865876450376946e-10],
    [-1, 0.8413447460685429],
  ])('above %d', (z, share) => {
    expect(normalTail(z) / share).toBeCloseTo(1, 6);
  });

  test('the share gives the z-score back, far out too', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 30, noNaN: true }), (z) => {
        const back = zOfTail(normalTail(z));
        expect(Math.abs(back - z)).toBeLessThan(z < -5 ? 0.05 : 1e-8);
      }),
    );
    expect([0, 1, -0.1, 1.1, Number.NaN].map(zOfTail)).toEqual([Infinity, -Infinity, NaN, NaN, NaN]);
    expect(normalTail(Number.NaN)).toBeNaN();
  });
});
