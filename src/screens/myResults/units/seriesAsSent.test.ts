import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { originalText, unitText, valueText } from '../../../charts/format/valueText.ts';
import { catalogMatch } from '../../../clinical/catalog/catalog.ts';
import type { AnalyteTarget } from '../../../clinical/catalog/analyteTarget.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import { rangePosition } from '../../../clinical/observation/rangePosition/rangePosition.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { yDomain } from '../../../clinical/series/yDomain.ts';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { isUnitless, readableUnit } from '../../../clinical/units/readableUnit.ts';
import { seriesAsSent } from '../../../clinical/unitChoice/seriesAsSent.ts';
import { seriesInUnit } from '../../../clinical/unitChoice/unitConversion.ts';
import { converter } from '../../../clinical/unitChoice/unitConverter.ts';

const WEIGHT = '29463-7';
const HEIGHT = '8302-2';
const TEMPERATURE = '8310-5';
const HEMOGLOBIN = '718-7';

type Sent = readonly [value: number | string, unit: string, more?: object];

/** Returns the results of one code as they are sent on one day after another. */
const sentSeries = (code: string, ...all: readonly Sent[]): readonly Series[] =>
  recordOf(
    all.map(([value, unit, more], i) =>
      resultInput(code, value, unit, `2026-09-${String(i + 1).padStart(2, '0')}T08:00:00Z`, { ...more }),
    ),
  ).series;

const onlySeries = (code: string, ...all: readonly Sent[]): Series => {
  const [series, ...others] = sentSeries(code, ...all);
  if (series === undefined || others.length > 0) throw new Error('The results are not of one series.');
  return series;
};

/** Returns "154.1 lb (69.9 kg)" for a number that was converted, and "156 lb" for one that stands as it was sent. */
const told = (series: Series): readonly string[] =>
  series.rows.map((row) => {
    const text = `${valueText(row, series)} ${unitText(row, series)}`;
    return row.kind.isConverted ? `${text} (${originalText(row)})` : text;
  });
const toldAsSent = (code: string, ...all: readonly Sent[]): readonly string[] =>
  told(seriesAsSent(onlySeries(code, ...all)));

describe('a series that was converted unasked stands in the unit of its newest result', () => {
  test.each<readonly [code: string, sent: readonly Sent[], told: readonly string[]]>([
    [
      WEIGHT,
      [
        [152, '[lb_av]'],
        [154, 'lb'],
      ],
      ['152 lb', '154 lb'],
    ],
    [
      WEIGHT,
      [
        [69.9, 'kg'],
        [156, '[lb_av]'],
      ],
      ['154.1 lb (69.9 kg)', '156 lb'],
    ],
    [
      WEIGHT,
      [
        [154, '[lb_av]'],
        [69.85, 'kg'],
        [156, '[lb_av]'],
      ],
      ['154 lb', '153.99 lb (69.85 kg)', '156 lb'],
    ],
    [
      WEIGHT,
      [
        [128, 'oz'],
        [8.2, 'lb'],
      ],
      ['8.0 lb (128 oz)', '8.2 lb'],
    ],
    [
      HEIGHT,
      [
        [165, 'cm'],
        [64.5, '[in_i]'],
      ],
      ['65.0 in (165 cm)', '64.5 in'],
    ],
    [
      HEIGHT,
      [
        [165, 'cm'],
        [1.66, 'm'],
      ],
      ['1.65 m (165 cm)', '1.66 m'],
    ],
    [
      TEMPERATURE,
      [
        [37, 'Cel'],
        [100.4, '[degF]'],
      ],
      ['98.6 °F (37 °C)', '100.4 °F'],
    ],
    [
      TEMPERATURE,
      [
        [0, 'Cel'],
        [98.6, '[degF]'],
      ],
      ['98.6 °F'],
    ],
    [
      HEMOGLOBIN,
      [
        [13.25, 'g/dL'],
        [131, 'g/L'],
      ],
      ['132.5 g/L (13.25 g/dL)', '131 g/L'],
    ],
    ['8339-4', [[3.45, 'kg']], ['3.45 kg']],
    [WEIGHT, [['154 lb', '']], ['154 lb']],
  ])('%s as %j reads %j', (code, sent, expected) => {
    expect(toldAsSent(code, ...sent)).toEqual(expected);
  });

  test('its axis, its ranges and its values are in that unit, the limits exactly as they were sent', () => {
    const range = { referenceRange: [{ low: { value: 97.3 }, high: { value: 100.4 } }] };
    const series = seriesAsSent(onlySeries(TEMPERATURE, [97.3, '[degF]', range], [100.4, '[degF]', range]));
    expect([series.unit, series.unitText]).toEqual(['[degF]', '°F']);
    expect([...series.values]).toEqual([97.3, 100.4]);
    expect(series.rows.map(({ kind }) => [kind.band?.low, kind.band?.high])).toEqual([
      [97.3, 100.4],
      [97.3, 100.4],
    ]);
    expect(series.rows.map((row) => rangePosition(row).side)).toEqual(['inside', 'inside']);
    expect(yDomain(series)).toEqual({
      low: expect.closeTo(95, 6),
      high: expect.closeTo(104, 6),
      isExtended: false,
    });
  });

  test('a preliminary result, whose value a patient does not see, decides no unit', () => {
    expect(toldAsSent(WEIGHT, [154, 'lb'], [70, 'kg', { status: 'preliminary' }])).toEqual([
      '154 lb',
      '154.3 lb (70 kg)',
    ]);
  });

  test('nor does a preliminary one of the same moment', () => {
    const at = '2026-09-01T08:00:00Z';
    const [series] = recordOf([
      resultInput(WEIGHT, 154, 'lb', at),
      resultInput(WEIGHT, 70, 'kg', at, { status: 'preliminary' }),
    ]).series;
    expect(told(seriesAsSent(series!)).toSorted()).toEqual(['154 lb', '154.3 lb (70 kg)']);
  });

  test('the same results count, in the same order, with the same ids', () => {
    const series = onlySeries(WEIGHT, [152, 'lb'], [70, 'kg'], [154, 'lb'], ['too tired', '']);
    const asSent = seriesAsSent(series);
    const facts = ({ id, account, rows, listed, timesMs }: Series) => [
      id,
      account,
      rows.map((row) => row.id),
      listed.map((row) => [row.id, row.valueText]),
      [...timesMs],
    ];
    expect(asSent).not.toBe(series);
    expect(facts(asSent)).toEqual(facts(series));
    expect(seriesAsSent(asSent)).toBe(asSent);
  });
});

describe('a series stays as it is', () => {
  test.each<readonly [what: string, code: string, sent: readonly Sent[]]>([
    ['in the unit of the catalog', WEIGHT, [[70, 'kg']]],
    [
      'with an older result in another unit',
      WEIGHT,
      [
        [152, 'lb'],
        [70, 'kg'],
      ],
    ],
    ['of numbers that are the same in both units', '2823-3', [[4.1, 'mEq/L']]],
    ['in a unit without an exact factor', '2345-7', [[5.5, 'mmol/L']]],
    ['in a unit that has no sign of its own', '4544-3', [[0.42, '{fraction}']]],
    ['in a unit that does not fit', WEIGHT, [[154, 'furlong']]],
    ['without a unit', WEIGHT, [[154, '']]],
    ['in words', HEIGHT, [['5 ft 4 in', '']]],
    ['of a code that the catalog does not know', '99999-9', [[154, 'lb']]],
    ['of a result that cannot be', TEMPERATURE, [[986, '[degF]']]],
  ])('%s', (_, code, sent) => {
    for (const series of sentSeries(code, ...sent)) expect(seriesAsSent(series)).toBe(series);
  });

  test('where two units came for one moment, so that nobody can tell which of them is the newest', () => {
    const at = '2026-09-01T08:00:00Z';
    const both = (second: number) => [
      resultInput(WEIGHT, second, 'lb', at),
      resultInput(WEIGHT, 70, 'kg', at),
    ];
    for (const second of [150, 154.3]) {
      const [series] = recordOf(both(second)).series;
      expect(seriesAsSent(series!)).toBe(series);
    }
  });
});

/** Returns a series whose newest result was changed. */
function withNewest(series: Series, changed: (row: Row) => Partial<Row>): Series {
  const rows = series.rows.map((row, i) => {
    const { id, kind, timeMs, effective, value, valueText: sent, attached } = row;
    const same = { id, kind, timeMs, effective, value, valueText: sent, attached };
    return i === series.rows.length - 1 ? { ...same, ...changed(row) } : row;
  });
  return { ...series, rows };
}

describe('a series that was not read from a record as it is stays so', () => {
  test('in a unit that a reader chose, which is not the one of the catalog', () => {
    const chosen = seriesInUnit(onlySeries(HEMOGLOBIN, [13.2, 'g/dL']), 'g/L')!;
    expect(told(chosen)).toEqual(['132 g/L (13.2 g/dL)']);
    expect(seriesAsSent(chosen)).toBe(chosen);
  });

  test.each([
    ['155', 70],
    ['154', 70.3],
    ['154', 0],
  ])('with the number "%s", which %d kg is not', (sent, value) => {
    const doubtful = withNewest(onlySeries(WEIGHT, [152, 'lb'], [154, 'lb']), () => ({
      valueText: sent,
      value,
    }));
    expect(seriesAsSent(doubtful)).toBe(doubtful);
  });

  test('but one that was rounded in its seventh digit is the number that was sent', () => {
    const rounded = withNewest(onlySeries(WEIGHT, [154, 'lb']), ({ value }) => ({
      value: value * (1 + 1e-8),
    }));
    expect(told(seriesAsSent(rounded))).toEqual(['154 lb']);
  });
});

type Entry = { readonly codes: readonly { readonly code: string }[] };
const catalog: { readonly vitals: readonly Entry[]; readonly labs: readonly Entry[] } = JSON.parse(
  readFileSync(new URL('../../../clinical/catalog/loinc-catalog.json', import.meta.url), 'utf8'),
);

/** Every unit of the catalog with whose numbers the app does not leave a result as it was sent. */
const CONVERTED = [...catalog.vitals, ...catalog.labs].flatMap(({ codes: [first] }) => {
  const target = first && catalogMatch(first.code)?.target;
  return target === undefined
    ? []
    : [...target.conversions]
        .filter(([, { isExact, factor, offset }]) => isExact && (factor !== 1 || offset !== 0))
        .map(([unit]) => ({ code: first!.code, target, unit }));
});

/** Returns an ordinary value of a target in another of its units. */
function ordinaryValue({ analyte, plausibleBounds, ...target }: AnalyteTarget, unit: string): number {
  const [low, high] = analyte.axis ?? plausibleBounds ?? [1, 100];
  const convert = converter({ analyte, plausibleBounds, ...target }, target.unit, unit)!;
  return Number(convert((low + high) / 2).toPrecision(3));
}

test('every unit of the catalog that is converted unasked is shown as it was sent, but a share without a sign', () => {
  const wrong = CONVERTED.flatMap(({ code, target, unit }) => {
    const value = ordinaryValue(target, unit);
    const shown = sentSeries(code, [value, unit], [value, unit]).map(seriesAsSent);
    const isAsSent = shown.every(({ rows }) =>
      rows.every((row) => !row.kind.isConverted && Math.abs(row.value - value) <= value * 1e-9),
    );
    return isAsSent === (readableUnit(unit) !== '') ? [] : [`${target.id} ${unit}`];
  });
  expect(wrong.filter((one) => one !== 'spo2 {fraction}')).toEqual([]);
  expect(CONVERTED.length).toBeGreaterThan(380);
});

test('a unit without a sign of its own is none that a number could stand before', () => {
  const shares = CONVERTED.filter(({ unit }) => isUnitless(unit));
  expect(shares.map(({ unit }) => readableUnit(unit)).filter((sign) => sign !== '')).toEqual([]);
  expect(new Set(shares.map(({ unit }) => unit))).toEqual(new Set(['{fraction}', '{ratio}']));
});
