// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { dayTicks } from '../../charts/strip/DayAxis.tsx';
import { frameOf } from '../../charts/axis/frame.ts';

import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import {
  timeAxis,
  chooseComparison,
  liveText,
  plotOfStrip,
  pressOnStrip,
  comparisonChoice,
  showCompare,
  stripNamed,
  xOfMark,
  YEAR_DAYS,
} from './compareFixture.tsx';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { flagConcept, pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { comparisonPeriod, type ComparisonStarts } from './comparisonPeriod.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const potassium = (value: number, at: string, more = {}) => resultInput('2823-3', value, 'mmol/L', at, more);

/** The patient was admitted on 3 Mar 2025 and again on 16 Nov 2026, with results on the same days of both stays. */
const stays = [
  potassium(5.1, '2025-03-03T15:00:00Z'),
  potassium(6.2, '2025-03-05T15:00:00Z', flagConcept('HH')),
  potassium(4.4, '2025-03-07T15:00:00Z'),
  potassium(5.6, '2026-11-16T16:00:00Z'),
  potassium(4.9, '2026-11-18T16:00:00Z'),
  pressure(150, 80, '2025-03-05T15:00:00Z'),
  pressure(120, 70, '2026-11-16T16:00:00Z'),
];

const admissions = eventsSnapshot({
  events: [
    madeCareEvent('Encounter', 'Office visit', '2024-06-01'),
    madeCareEvent('Encounter', 'Inpatient, pneumonia', '2025-03-03T14:00:00Z', {
      end: '2025-03-08T14:00:00Z',
      encounterClass: 'IMP',
    }),
    madeCareEvent('Encounter', 'Inpatient, planned', '2025-09-01', {
      encounterClass: 'IMP',
      status: 'planned',
    }),
    madeCareEvent('Encounter', 'Long ago', '2023', { encounterClass: 'IMP' }),
    madeCareEvent('Encounter', 'Inpatient, heart failure', '2026-11-16T14:00:00Z', {
      end: '…',
      encounterClass: 'IMP',
    }),
  ],
});

/** The window of a stay in context opens two days wider than the stay. */
const STAY = { startMs: Date.parse('2026-11-14T14:00:00Z'), endMs: Date.parse('2026-11-21T14:00:00Z') };

const open = (fragment = '#compare=k,bp-sys', events = admissions, record = recordOf(stays)) =>
  showCompare(record, fragment, STAY, events);
const notes = () => document.querySelector('[data-compare-notes]')?.textContent;
const options = () => [...comparisonChoice().options].map(({ textContent }) => textContent);
const choose = (text: string) =>
  chooseComparison(
    [...comparisonChoice().options].find(({ textContent }) => textContent.includes(text))!.value,
  );
const days = () => [...document.querySelectorAll('[data-days] text')].map(({ textContent }) => textContent);
const comparisonTextOf = (name: string) => stripNamed(name).querySelector('[data-then]')?.textContent;

describe('this admission and the last', () => {
  it('lie on one axis from the day of admission, and both stretches are said with their dates', () => {
    open();
    choose('pneumonia');
    expect(location.hash).toBe('#compare=k,bp-sys&before=623d');
    expect(notes()).toBe(
      'Two periods on one axis: this one dark, 14 Nov 2026, 08:00 – 21 Nov 2026, 08:00; the comparison period lighter, ' +
        '1 Mar 2025, 08:00 – 8 Mar 2025, 08:00, starting with 3 Mar 2025: Inpatient, pneumonia. ' +
        'Day 0 is 16 Nov 2026, 08:00 and 3 Mar 2025, 08:00.',
    );
    expect(days()).toEqual(expect.arrayContaining(['day −2', 'day 0', 'day 4']));
    expect(stripNamed('Potassium').textContent).toContain('3 in the comparison period');
    const earlier = stripNamed('Potassium').querySelectorAll('[data-earlier] [data-mark]');
    expect(earlier).toHaveLength(3);
  });

  it('rules 12, 41: a value of the second is read at the cursor, by keys too, with its own date and never as one of the window', () => {
    open('#compare=k,bp-sys&before=623d');
    timeAxis().focus();
    pressOnStrip('End');
    // The cursor also stops on 7 Mar 2025, which has no result in the window.
    expect(screen.getByText(/^At 20 Nov 2026, 09:00/).textContent).toContain('day 4');
    expect(comparisonTextOf('Potassium')).toBe(
      'comparison period: 4.4 mmol/L, no lab flag, 7 Mar 2025, 09:00',
    );
    expect(stripNamed('Potassium').querySelector('b')?.textContent).toBe('4.9');
    expect(liveText()).toContain('Nothing charted then: Potassium');
    expect(liveText()).toMatch(
      /Comparison period: Potassium 4\.4 millimoles per lit(?:re|er), no lab flag, .*2025/,
    );
    pressOnStrip('ArrowLeft');
    pressOnStrip('ArrowLeft');
    expect(comparisonTextOf('Potassium')).toBe(
      'comparison period: 6.2 mmol/L, critically high, 5 Mar 2025, 09:00',
    );
    expect(comparisonTextOf('Blood pressure')).toContain('comparison period: 150/80 mmHg');
    const cursor = xOfMark(plotOfStrip('Potassium').querySelector('[data-cursor]'));
    const marks = [...stripNamed('Potassium').querySelectorAll('[data-earlier] [data-mark]')];
    const at = marks.map((mark) =>
      Number(/^M([\d.]+)/.exec(mark.getAttribute('d') ?? '')?.[1] ?? mark.getAttribute('cx')),
    );
    expect(at.some((px) => Math.abs(px - cursor) < 8)).toBe(true);
    pressOnStrip('Home');
    expect(comparisonTextOf('Blood pressure')).toBe(
      'comparison period: no final result charted up to this day',
    );
  });

  it('the table holds both, each under its own name', () => {
    open('#compare=k&before=623d&view=table');
    const [currentTable, comparisonTable] = screen.getAllByRole('table');
    expect(within(currentTable!).getAllByRole('row').slice(1)).toHaveLength(2);
    expect(comparisonTable!.textContent).toContain('the comparison period');
    expect(within(comparisonTable!).getAllByRole('row').slice(1)).toHaveLength(3);
    expect(comparisonTable!.textContent).toContain('3 Mar 2025, 09:00');
  });

  it('opens as it was; of another patient, or without the events, by its distance alone', () => {
    open('#compare=k&before=623d');
    expect(comparisonChoice().selectedOptions[0]?.textContent).toBe('3 Mar 2025: Inpatient, pneumonia');
    cleanup();
    open(
      '#compare=k&before=623d',
      eventsSnapshot({ events: [], states: eventStates({ Encounter: 'not-granted' }) }),
    );
    expect(comparisonChoice().selectedOptions[0]?.textContent).toBe('623 days earlier');
    expect(notes()).toContain(
      '1 Mar 2025, 08:00 – 8 Mar 2025, 08:00, 623 days earlier. Day 0 is 14 Nov 2026, 08:00',
    );
  });
});

describe('two results of one moment in the comparison period', () => {
  const MOMENT = '2025-03-05T15:00:00Z';
  const criticalFirst = [
    potassium(6.9, MOMENT, { id: 'a', ...flagConcept('HH') }),
    potassium(4.1, MOMENT, { id: 'b', ...flagConcept('N') }),
  ];
  const criticalLast = [
    potassium(6.9, MOMENT, { id: 'z', ...flagConcept('HH') }),
    potassium(4.1, MOMENT, { id: 'b', ...flagConcept('N') }),
  ];

  it.each([
    ['first', criticalFirst],
    ['last', criticalLast],
  ])('both have their flags, read and spoken, where the id of the critical one comes %s', (_, two) => {
    const others = stays.filter(({ effectiveDateTime }) => effectiveDateTime !== MOMENT);
    open('#compare=k&before=623d', admissions, recordOf([...others, ...two]));
    timeAxis().focus();
    pressOnStrip('Home');
    for (let i = 0; i < 6 && !comparisonTextOf('Potassium')?.includes('6.9'); i++) pressOnStrip('ArrowRight');
    expect(comparisonTextOf('Potassium')).toContain('6.9 mmol/L, critically high');
    expect(comparisonTextOf('Potassium')).toContain('4.1 mmol/L, lab flag: normal');
    expect(liveText()).toContain('Potassium 6.9 millimoles per litre, critically high');
    expect(liveText()).toContain('Potassium 4.1 millimoles per litre, lab flag: normal');
  });
});

describe('the choice of the comparison period', () => {
  it('offers what took place and began on a known day before the window, stays first and the newest on top', () => {
    open();
    expect(options()).toEqual([
      'None',
      'Previous period',
      'One year earlier',
      '3 Mar 2025: Inpatient, pneumonia',
      '1 Jun 2024: Office visit',
    ]);
    expect([...document.querySelectorAll('optgroup')].map(({ label }) => label)).toEqual([
      'From the start of an earlier stay',
      'From the day of an earlier visit',
    ]);
  });

  it('lays a visit at the left edge, where the window begins', () => {
    open();
    choose('Office visit');
    expect(notes()).toContain(
      '1 Jun 2024, 00:00 – 8 Jun 2024, 00:00, starting with 1 Jun 2024: Office visit.',
    );
    expect(notes()).toContain('Day 0 is 14 Nov 2026, 08:00 and 1 Jun 2024, 00:00.');
    expect(days()[0]).toBe('day 0');
  });

  it.each([
    ['not-granted', 'Stays and visits: not granted to Longview'],
    ['failed', 'Stays and visits: could not be loaded'],
    ['reading', 'Stays and visits: loading'],
  ] as const)('rule 38: with encounters %s the other choices stay, and it says why', (state, optionText) => {
    open('#compare=k', eventsSnapshot({ events: [], states: eventStates({ Encounter: state }) }));
    expect(options()).toEqual(['None', 'Previous period', 'One year earlier', optionText]);
    expect(comparisonChoice().options[3]?.disabled).toBe(true);
    choose('One year earlier');
    expect(location.hash).toBe('#compare=k&before=1y');
    chooseComparison('before');
    expect(location.hash).toBe('#compare=k&view=before');
    chooseComparison('');
    expect(location.hash).toBe('#compare=k');
    expect(notes()).toBe('');
    expect(days()).toEqual([]);
  });

  it('a year earlier is the same day and clock of the year before, across a change of clocks', () => {
    const span = { startMs: Date.parse('2026-03-08T18:00:00Z'), endMs: Date.parse('2026-03-20T18:00:00Z') };
    showCompare(recordOf(stays), '#compare=k&before=1y', span, admissions);
    expect(notes()).toContain(
      '8 Mar 2025 – 20 Mar 2025, one year earlier. Day 0 is 8 Mar 2026 and 8 Mar 2025.',
    );
  });

  it('a result of the window is never drawn again as one of the comparison period', () => {
    const record = recordOf([...stays, potassium(5, '2024-11-20T15:00:00Z')]);
    const span = { startMs: Date.parse('2025-03-04T00:00:00Z'), endMs: YEAR_DAYS.endMs };
    showCompare(record, '#compare=k&before=365d', span, admissions);
    expect(notes()).toContain(
      'The comparison period ends where this one begins, so nothing is charted twice.',
    );
    // These are the results of 20 Nov 2024 and 3 Mar 2025, not those of the window.
    expect(stripNamed('Potassium').textContent).toContain('2 in the comparison period');
    timeAxis().focus();
    pressOnStrip('End');
    expect(comparisonTextOf('Potassium')).toBe('comparison period: ended before this day');
  });

  it('rule 17: what of it has no point is counted', () => {
    const record: RecordSnapshot = recordOf([...stays, potassium(5, '2025-03-06')]);
    open('#compare=k&before=623d', admissions, record);
    expect(stripNamed('Potassium').textContent).toContain(
      '3 in the comparison period, 1 more there not charted',
    );
  });
});

it('the days of the axis are whole, as many as there is room for, and day 0 is one of them', () => {
  const frame = (length: number, width: number) =>
    frameOf({ startMs: 0, endMs: length * DAY_MS, timeZone: 'UTC', widthPx: width, heightPx: 20 });
  expect(dayTicks(frame(10, 1000), 0).map(({ day }) => day)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(dayTicks(frame(10, 260), 3 * DAY_MS).map(({ day }) => day)).toEqual([-3, 0, 3, 6]);
  expect(dayTicks(frame(730, 600), 0).map(({ day }) => day)).toEqual([
    0, 90, 180, 270, 360, 450, 540, 630, 720,
  ]);
});

const CHICAGO = 'America/Chicago';
const WITHOUT_STARTS: ComparisonStarts = { stays: [], visits: [], unavailableText: '' };
// The clocks of Chicago are set back on 1 November 2026 and forward on 8 March 2026.
const hourFrom = (start: string) => ({ startMs: Date.parse(start), endMs: Date.parse(start) + 3_600_000 });
const periodStart = (start: string, earlier: number, starts = WITHOUT_STARTS): string | undefined => {
  const period = comparisonPeriod({ options: [], earlier }, hourFrom(start), starts, CHICAGO);
  return period && new Date(period.startMs).toISOString();
};

it.each([
  ['over the end of summer time', '2026-11-04T14:00:00Z', 7, '2026-10-28T13:00:00.000Z'],
  ['over its begin', '2026-03-10T13:00:00Z', 7, '2026-03-03T14:00:00.000Z'],
  ['within it', '2026-07-20T13:00:00Z', 7, '2026-07-13T13:00:00.000Z'],
  ['over both', '2026-11-04T14:00:00Z', 365, '2025-11-04T14:00:00.000Z'],
  ['a part of a day', '2026-11-01T14:00:00Z', 0.5, '2026-11-01T02:00:00.000Z'],
])('rule 43: whole days earlier is the same clock time: %s', (_, start, daysEarlier, expected) => {
  expect(periodStart(start, daysEarlier)).toBe(expected);
});

it('a period that begins with an encounter begins when that began', () => {
  const start = { value: '7d', label: 'Visit', zeroMs: Date.parse('2026-11-04T14:00:00Z') };
  expect(periodStart('2026-11-04T14:00:00Z', 7, { ...WITHOUT_STARTS, visits: [start] })).toBe(
    '2026-10-28T14:00:00.000Z',
  );
});
