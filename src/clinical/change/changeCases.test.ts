/** The cases of the reference document go from the Observation to what is listed; the sums are in changeDistance.test.ts. */
import { expect, test } from 'vitest';
import { changeSince } from '../../testing/changeFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { onlySeriesOf, seriesOfResults, type SentResult } from '../../testing/readSeriesFixture.ts';
import { catalogMatch } from '../catalog/catalog.ts';
import { DAY_MS, HOUR_MS } from '../time/durations.ts';
import type { PatientFacts } from './patientFacts.ts';
import { isBeyond, isShownWithoutDistance, rankOfChange } from './seriesChange.ts';

const CODES: Readonly<Record<string, string>> = {
  creat: '2160-0',
  egfr: '98979-8',
  k: '2823-3',
  na: '2951-2',
  hgb: '718-7',
  plt: '777-3',
  'neut-abs': '751-8',
  'tni-hs': '89579-7',
  tsh: '3016-3',
  crp: '1988-5',
  a1c: '4548-4',
  uacr: '9318-7',
  ferritin: '2276-4',
  psa: '2857-1',
  alt: '1742-6',
  ntprobnp: '33762-6',
  weight: '29463-7',
  'ph-art': '2744-1',
  'bp-sys': '8480-6',
  spo2: '59408-5',
  ldl: '13457-7',
};
const NEWEST_MS = Date.parse('2026-11-12T08:00:00Z');

type CaseOptions = {
  /** The last earlier result was measured so long before the newest. */
  readonly lastMs?: number;
  readonly stepMs?: number;
  readonly flag?: string;
  readonly facts?: Partial<PatientFacts>;
};

function changeIn(id: string, earlier: string, value: string, options: CaseOptions = {}) {
  const { lastMs = 40 * DAY_MS, stepMs = 21 * DAY_MS, flag, facts } = options;
  const code = CODES[id]!;
  const unit = catalogMatch(code)!.target.unit;
  const values = earlier.split(' ');
  const sent = (timeMs: number, text: string, more: object): SentResult => ({
    at: new Date(timeMs).toISOString(),
    value: text,
    more: { code: loinc(code), valueQuantity: { value: Number(text), valueText: text, unit }, ...more },
  });
  const series = onlySeriesOf(
    ...values.map((text, i) => sent(NEWEST_MS - lastMs - (values.length - 1 - i) * stepMs, text, {})),
    sent(NEWEST_MS, value, {
      ...(flag && { interpretation: [{ coding: [{ code: flag }] }] }),
    }),
  );
  return changeSince(series, new Date(NEWEST_MS - HOUR_MS).toISOString(), facts);
}

/** Each row is the number, the measure, earlier values, the new value, the distance, the result, hours and flag. */
const CASES = `
1|creat|0.71 0.74 0.7 0.73 0.72|0.98|4.80|said
2|creat|1.9 1.95 1.88 1.92 1.91|2.1|1.48|not
3|creat|2.6 2.7 2.65 2.7 2.65|2.98|1.83|rule|38
4|egfr|88 92 85 90|79|-1.51|not
5|egfr|64 61 66 63 62|47|-3.80|said (and a rule)
6|k|4.6 4.4 4.7 4.5 4.5|5|2.08|not
7|k|4.6 4.4 4.7 4.5 4.5|5.6|4.31|said
8|k|5.9 4.8 6.1 5 5.7 4.6 5.5|6.6|1.17|not
9|k|5.9 4.8 6.1 5 5.7 4.6 5.5|6.6|1.17|leads||HH
10|na|136 138 137 139 137 138|135|-1.81|not
11|na|136 138 137 139 137 138|129|-6.29|said
12|hgb|13.4 13.1 13.6 13.3 13.5|12.6|-1.75|not
13|hgb|13.4 13.1 13.6 13.3 13.5|11.2|-5.10|said (and a rule)
14|plt|260 248 271 255 262|118|-8.55|said (and a rule)|150
15|neut-abs|3.8 4.6 3.1 4.2|1.7|-3.53|said
16|tni-hs|7 6 8 7|12|2.32|not
17|tni-hs|7 6 8 7|21|4.72|said
18|tsh|1.8 2.2 1.6 2|2.9|1.84|not
19|tsh|1.8 2.2 1.6 2|4.9|4.13|said
20|crp|2.1 3 1.6 2.4 2|5.2|2.56|not
21|crp|2.1 3 1.6 2.4 2|6.4|3.15|said
22|a1c|6.8 6.9 6.7|7.4|3.48|said
23|uacr|22 35 18 28|61|1.63|rule
24|ferritin|210 188 240|96|-3.62|said
25|psa|0.1 0.1 0.2 0.1|0.2|1.66|not
26|alt|31|44|2.16|not
27|ntprobnp|400|1100|2.14|not
28|ntprobnp|400|1500|2.79|said
29|weight|82.1 82.4 82|84.6|3.35|said (and a rule)|70
30|ph-art|7.39 7.41 7.4|7.33|-3.11|said
31|bp-sys|138 144 132 140 136|158|1.38|not
32|bp-sys|138 144 132 140 136|184|2.92|said
`;

test.each(
  CASES.trim()
    .split('\n')
    .map((line) => line.split('|')),
)(
  'case %s: %s %s, then %s: distance %s, %s',
  (_, id = '', earlier = '', value = '', d = '', result = '', hours = '', flag = '') => {
    const change = changeIn(id, earlier, value, {
      ...(hours && { lastMs: Number(hours) * HOUR_MS }),
      ...(flag && { flag }),
    });
    expect(change.distance?.d.toFixed(2)).toBe(d);
    const rank = rankOfChange(change);
    const isListed = { said: 3, not: undefined, rule: 2, leads: 0, 'said (and a rule)': 2 }[result];
    expect(rank).toBe(isListed);
    expect(isBeyond(change)).toBe(result.startsWith('said'));
    expect(change.rule !== undefined).toBe(result.includes('rule'));
  },
);

test.each([
  ['33', '94'],
  ['34', '92'],
])(
  'case %s: the saturation %s stands without a distance, because its variation was not confirmed',
  (_, value) => {
    const change = changeIn('spo2', '97 96 97 98', value);
    expect(change.noDistanceReason).toBe('no variation');
    expect(isShownWithoutDistance(change)).toBe(true);
    expect(rankOfChange(change)).toBeUndefined();
  },
);

test('case 35: LDL that was calculated and is now direct is not compared', () => {
  const sent = (at: number, value: string, text: string): SentResult => ({
    at,
    value,
    more: {
      code: loinc('2089-1'),
      valueQuantity: { value: Number(value), valueText: value, unit: 'mg/dL' },
      method: { text },
    },
  });
  const earlier = '118 121 116 120'.split(' ').map((value, i) => sent(i, value, 'Calculated (Friedewald)'));
  const [calculated, direct] = seriesOfResults([...earlier, sent(200, '152', 'Direct')]);
  expect([calculated?.rows.length, direct?.rows.length]).toEqual([4, 1]);
  expect(changeSince(direct!, '2026-06-01T00:00:00Z').distance).toBeUndefined();
});

test('case 36: hemoglobin from before a pregnancy is not compared with one in it', () => {
  const startMs = NEWEST_MS - 30 * DAY_MS;
  const facts = { pregnancies: [{ startMs, endMs: startMs + 280 * DAY_MS }] };
  const change = changeIn('hgb', '12.9 13.2 12.8', '11.4', { facts });
  expect([change.distance, change.noDistanceReason]).toEqual([undefined, 'pregnancy']);
});

test('case 37: creatinine older than 730 days is not compared', () => {
  const change = changeIn('creat', '0.9 0.92 0.88', '1.2', { lastMs: 731 * DAY_MS });
  expect([change.distance, change.noDistanceReason]).toEqual([undefined, 'too old']);
});

test('case 38: the weight of a child of ten years grows', () => {
  const birth = { timeMs: Date.parse('2016-05-01'), precision: 'day' } as const;
  const change = changeIn('weight', '31 33.5 36', '39', { facts: { birth } });
  expect([change.distance, change.noDistanceReason]).toEqual([undefined, 'growth']);
  expect(rankOfChange(change)).toBeUndefined();
});
