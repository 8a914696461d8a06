import { describe, expect, test } from 'vitest';
import {
  addressesBeforeRest,
  bytesBeforeChart,
  firstAddresses,
  laterWaves,
  longestTask,
  resultAddresses,
  scriptsBeforeRest,
  shiftAfterChart,
  sinceLaunch,
  sinceToken,
} from './appFigures.ts';
import type { AppRun, PageRequest } from './appRun.ts';

const APP = 'https://app.test:1';
const EHR = 'https://ehr.test:2/fhir/r4';

const request = (address: string, startMs: number, endMs: number, bytes = 0): PageRequest => ({
  address,
  startMs,
  endMs,
  bytes,
});

const run = (more: Partial<AppRun>): AppRun => ({
  launchToOriginMs: 0,
  marks: {},
  requests: [],
  pageBytes: 0,
  shifts: [],
  tasks: [],
  restMs: 1000,
  state: 'ready',
  fixedWorkMs: 4,
  ...more,
});

describe('times', () => {
  const marks = { 'longview:token': 100, 'longview:first-chart': 340 };

  test('the launch begins before the clock of the page', () => {
    expect(sinceLaunch(run({ marks, launchToOriginMs: 400 }), 'first-chart')).toBe(740);
  });

  test('rest counts from the token response', () => {
    expect(sinceToken(run({ marks, restMs: 1300 }), 'rest')).toBe(1200);
    expect(sinceToken(run({ marks }), 'first-chart')).toBe(240);
  });

  test('a mark that was not set is no number', () => {
    expect(sinceToken(run({ marks }), 'complete')).toBeNaN();
  });
});

describe('requests', () => {
  const requests = [
    request(`${EHR}/.well-known/smart-configuration`, 1, 5),
    request(`${EHR}/Observation?patient=a&_count=1000&date=ge2020`, 102, 200),
    request(`${EHR}/Patient/a`, 101, 190),
    request(`${EHR}?page=second`, 205, 300),
    request(`${EHR}/Observation?patient=a&date=lt2020`, 150, 260),
    request(`${EHR}/Encounter?patient=a`, 400, 500),
    request(`${EHR}/ObservationDefinition`, 1400, 1500),
  ];

  test('the first searches are those sent before any result had come, the Patient among them', () => {
    expect(firstAddresses(run({ requests }))).toEqual([
      `${EHR}/Patient/a`,
      `${EHR}/Observation?patient=a&_count=1000&date=ge2020`,
      `${EHR}/Observation?patient=a&date=lt2020`,
    ]);
  });

  test('the pages of results are searches and the links that follow them, and no other type', () => {
    expect(resultAddresses(run({ requests })).map((address) => address.replace(EHR, ''))).toEqual([
      '/Patient/a',
      '/Observation?patient=a&_count=1000&date=ge2020',
      '/Observation?patient=a&date=lt2020',
      '?page=second',
    ]);
  });

  test('what is asked for after rest does not belong to the overview', () => {
    expect(addressesBeforeRest(run({ requests }))).toHaveLength(5);
  });
});

describe('scripts', () => {
  test.each<[string, readonly (readonly [number, number])[], number]>([
    ['one file', [[0, 10]], 0],
    [
      'two files side by side',
      [
        [0, 10],
        [5, 20],
      ],
      0,
    ],
    [
      'three files after the first',
      [
        [0, 10],
        [11, 30],
        [12, 31],
        [29, 40],
      ],
      1,
    ],
    [
      'one after the other',
      [
        [0, 10],
        [10, 20],
        [20, 30],
      ],
      2,
    ],
    [
      'a short chain beside a long file',
      [
        [0, 10],
        [11, 100],
        [11, 20],
        [25, 40],
      ],
      2,
    ],
    ['none', [], 0],
  ])('%s', (_name, spans, expected) => {
    const scripts = spans.map(([startMs, endMs]) => request('', startMs, endMs));
    expect(laterWaves(scripts, 0)).toBe(expected);
    expect(laterWaves(scripts.toReversed(), 0)).toBe(expected);
  });

  test('what the page names itself is one wave, although each file comes from the cache before the next is asked for', () => {
    const scripts = [
      [10, 11],
      [12, 13],
      [14, 15],
      [200, 300],
    ].map(([startMs = 0, endMs = 0]) => request('', startMs, endMs));
    expect(laterWaves(scripts, 20)).toBe(1);
    expect(laterWaves(scripts, 0)).toBe(3);
  });

  test('only scripts that were asked for before rest count', () => {
    const requests = [
      request(`${APP}/assets/main-1.js`, 10, 20),
      request(`${APP}/assets/style-1.css`, 10, 20),
      request(`${APP}/assets/catalog-1.json`, 10, 20),
      request(`${APP}/assets/print-1.js`, 1200, 1300),
    ];
    expect(scriptsBeforeRest(run({ requests })).map(({ address }) => address)).toEqual([
      `${APP}/assets/main-1.js`,
    ]);
  });

  test('bytes before the first chart are the page and what had arrived of the app, not what the EHR sent', () => {
    const requests = [
      request(`${APP}/assets/main-1.js`, 10, 20, 100_000),
      request(`${APP}/assets/late-1.js`, 10, 400, 50_000),
      request(`${EHR}/Patient/a`, 10, 20, 7000),
    ];
    const marks = { 'longview:first-chart': 300 };
    expect(bytesBeforeChart(run({ requests, marks, pageBytes: 15_000 }), APP)).toBe(115_000);
  });
});

describe('shifts and tasks', () => {
  test('the shift of the first chart itself does not count', () => {
    const shifts = [
      { atMs: 299, value: 0.4 },
      { atMs: 301, value: 0.01 },
      { atMs: 5000, value: 0.02 },
    ];
    expect(shiftAfterChart(run({ shifts, marks: { 'longview:first-chart': 300 } }))).toBeCloseTo(0.03);
  });

  const tasks = [
    { atMs: 10, durationMs: 400 },
    { atMs: 500, durationMs: 90 },
    { atMs: 2000, durationMs: 300 },
  ];

  test('a task counts when a part of it lies in the span', () => {
    expect(longestTask(run({ tasks }), 420, 1000)).toBe(90);
    expect(longestTask(run({ tasks }), 409, 1000)).toBe(400);
    expect(longestTask(run({ tasks }), 600, 1999)).toBe(0);
  });

  test('on a machine that is twice as slow a task counts half, and on a faster one it counts whole', () => {
    expect(longestTask(run({ tasks, fixedWorkMs: 8 }), 420, 1000)).toBe(45);
    expect(longestTask(run({ tasks, fixedWorkMs: 2 }), 420, 1000)).toBe(90);
  });
});
