// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { noFacts } from '../../clinical/change/patientFacts.ts';
import { ChangesStrip } from './ChangesStrip.tsx';
import {
  potassiumCourse,
  potassiumResults,
  creatinine,
  steady,
  pressureResults,
  showChanges,
  chooseSince,
} from './changesFixture.tsx';
import { drawnText } from '../../testing/spokenAndDrawn.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('what changed', () => {
  it('rule 25: sorts by distance from the own earlier results, says that it is a sort, and one sentence each', () => {
    const { links, text } = showChanges([...creatinine, ...steady, ...potassiumResults]);
    expect(links()).toEqual([
      'Potassium 5.8 millimoles per litre on 12 Nov 2026, high, 1.1 above baseline 4.7 (median of 8 results, Jan–Aug 2026), which fewer than 1 in 100 people reach by chance alone',
      'Creatinine 2.31 milligrams per decilitre on 12 Nov 2026, high, 0.41 above baseline 1.90 (median of 8 results, Jan–Aug 2026), beyond expected variation',
    ]);
    expect(text()).toContain(
      'Since 14 Aug 2026, ranked, not an alert: 2 of 3 tests beyond expected variation.',
    );
  });

  it('shows name, the flag as sent, value with unit, difference and what it was compared with, and leads to the result', () => {
    showChanges(potassiumResults);
    const [link] = screen.getAllByRole('link');
    expect(drawnText(link)).toBe('PotassiumH5.8 mmol/L ↑1.1baseline 4.7 (median of 8)');
    expect(link?.getAttribute('href')).toBe('#series=k');
    expect(link?.dataset['tooltip']).toBe(
      '12 Nov 2026, 12 days ago. 1.1 above baseline 4.7 (median of 8 results, Jan–Aug 2026)',
    );
  });

  it('rule 7: a blood pressure is one pair, ranked by the side that is farther', () => {
    const low = pressure(101, 72, '2026-11-24T09:20:00-06:00');
    const { links, text } = showChanges([...pressureResults.slice(0, 3), low]);
    expect(links()).toEqual([
      'Blood pressure 101/72 millimetres of mercury on 24 Nov 2026, systolic 48 below baseline 149/80 (median of 3 results, Jun–Aug 2026), which fewer than 1 in 100 people reach by chance alone',
    ]);
    expect(text()).toContain('101/72 mmHg ↓48/↓8baseline 149/80 (median of 3)');
    cleanup();
    const lone = [...pressureResults, pressure(100, undefined, '2026-11-24T10:20:00-06:00')];
    expect(showChanges(lone).links()[0]).toContain(
      '100 millimetres of mercury on 24 Nov 2026, diastolic not recorded, systolic 49 below',
    );
    expect(screen.getByRole('link').textContent).toContain('100/–');
  });

  it('says once that nothing changed, since when and of how many tests', () => {
    const { text } = showChanges([...steady, ...potassiumCourse('2823-3', 'mmol/L', [4.6, 4.7, 4.6], 4.7)]);
    expect(text()).toContain('No change beyond expected variation since 14 Aug 2026 (2 tests compared).');
    expect(text().match(/beyond expected variation/g)).toHaveLength(1);
    expect(text().match(/14 Aug 2026/g)).toHaveLength(1);
    expect(text()).toContain('This comparison is not an alert. Details');
    cleanup();
    expect(showChanges([...creatinine, ...steady]).text()).toContain(
      '1 of 2 tests beyond expected variation',
    );
  });

  it('one office pressure varies by a fifth, so that 149 and then 121 is not listed', () => {
    expect(showChanges(pressureResults).text()).toContain(
      'No change beyond expected variation since 26 Aug 2026 (1 test compared).',
    );
  });

  it('rule 7: the diastolic side can change alone; the side that is farther is named', () => {
    const usual = ['06', '07', '08'].map((month, i) =>
      pressure(127 + i, 75 + i, `2026-${month}-05T08:00:00-05:00`),
    );
    const { links, text } = showChanges([...usual, pressure(124, 42, '2026-11-24T09:20:00-06:00')]);
    expect(links()).toEqual([
      'Blood pressure 124/42 millimetres of mercury on 24 Nov 2026, diastolic 34 below baseline 128/76 (median of 3 results, Jun–Aug 2026), which fewer than 1 in 100 people reach by chance alone',
    ]);
    expect(text()).toContain('124/42 mmHg ↓4/↓34baseline 128/76 (median of 3)');
    expect(screen.getByRole('link').getAttribute('href')).toBe('#series=bp-sys');
  });

  it('rule 7: a newest pressure with a diastolic alone is compared too', () => {
    const lone = { ...pressure(1, 42, '2026-11-24T10:20:00-06:00') };
    const [, diastolic] = lone['component'] as unknown[];
    const { links } = showChanges([...pressureResults.slice(0, 3), { ...lone, component: [diastolic] }]);
    expect(links()).toEqual([
      'Blood pressure 42 millimetres of mercury on 24 Nov 2026, systolic not recorded, diastolic 38 below baseline –/80 (median of 3 results, Jun–Aug 2026), which fewer than 1 in 100 people reach by chance alone',
    ]);
    expect(screen.getByRole('link').textContent).toContain('–/42 mmHg –/↓38');
  });

  it('rule 7: a side that was sent and cannot be drawn was recorded', () => {
    const odd = pressure(100, 400, '2026-11-24T10:20:00-06:00');
    expect(showChanges([...pressureResults, odd]).links()[0]).toContain(
      'diastolic not charted, systolic 49 below',
    );
  });

  it('rule 17: says where a newer result cannot be drawn, and so not be compared', () => {
    const hemolyzed = resultInput('2823-3', '7.9, hemolyzed, called', '', '2026-11-13T08:10:00-06:00');
    const newer = 'newer, not charted: 7.9, hemolyzed, called, 13 Nov 2026';
    const { links } = showChanges([...potassiumResults, hemolyzed]);
    expect(links()[0]).toBe(`Potassium, ${newer}`);
    expect(links()[1]).toMatch(new RegExp(`^Potassium 5\\.8 .*, ${newer}, which fewer`));
    cleanup();
    const usual = potassiumCourse('2823-3', 'mmol/L', [4.6, 4.7, 4.8], 4.7);
    expect(showChanges([...usual, hemolyzed]).text()).toContain(
      'No change beyond expected variation since 14 Aug 2026 (1 test compared); 1 with a newer result, not charted.',
    );
  });

  it('eGFR by two formulas: each against itself only', () => {
    const by2009 = potassiumCourse('62238-1', 'mL/min/{1.73_m2}', [60, 61, 62], 61).slice(0, 3);
    const by2021 = [resultInput('98979-8', 30, 'mL/min/{1.73_m2}', '2026-11-12T08:10:00-06:00')];
    const { links } = showChanges([...by2009, ...by2021, ...potassiumResults]);
    expect(links()).toHaveLength(1);
    expect(links()[0]).toMatch(/^Potassium/);
  });

  it('a text is never compared', () => {
    const texts = ['01', '02', '03', '11'].map((month) =>
      resultInput('5804-0', month === '11' ? '+++' : 'negative', '', `2026-${month}-05T08:00:00-06:00`),
    );
    expect(showChanges([...texts, ...potassiumResults]).links()).toHaveLength(1);
  });

  it('rules 16, 34 and 35: says what was corrected or converted, and that a newer result is preliminary', () => {
    const preliminary = resultInput('2823-3', 5.3, 'mmol/L', '2026-11-24T09:40:00-06:00', {
      status: 'preliminary',
    });
    const corrected = potassiumCourse('2823-3', 'mmol/L', [4.6, 4.7, 4.8], 5.8, { status: 'corrected' });
    const newer = 'newer: 5.3 millimoles per litre preliminary, 24 Nov 2026';
    const withNewer = showChanges([...corrected, preliminary]).links();
    expect(withNewer[0]).toBe(`Potassium, ${newer}`);
    expect(withNewer[1]).toMatch(new RegExp(`^Potassium 5\\.8 .*, corrected, ${newer}, which fewer`));
    cleanup();
    const { links } = showChanges(potassiumCourse('29463-7', 'lb', [200, 201, 202], 220));
    expect(links()[0]).toContain(
      'Body weight 99.8 kilograms on 12 Nov 2026, 8.6 above baseline 91.2 (median of 3 results, Jan–Mar 2026)',
    );
    expect(links()[0]).toContain(', from 220 lb, which fewer');
  });

  it('two results of one name are told apart', () => {
    const other = (code: string) =>
      potassiumCourse('', 'U/L', [3, 3, 3], 9, {
        code: { coding: [{ system: 'http://lab.example', code }], text: 'New' },
      }).map((one) => ({ ...one, code: { coding: [{ system: 'http://lab.example', code }], text: 'New' } }));
    const { links } = showChanges([...other('A1'), ...other('B2')]);
    fireEvent.click(screen.getByRole('button', { name: /^Show all/ }));
    expect(links().map((words) => words?.slice(0, 28))).toEqual([
      'New, code A1 of lab.example ',
      'New, code B2 of lab.example ',
    ]);
  });
});

describe('how much is shown', () => {
  const codes = ['2823-3', '2160-0', '3094-0', '1975-2', '2777-1', '1742-6', '29463-7'];
  const units = ['mmol/L', 'mg/dL', 'mg/dL', 'mg/dL', 'mg/dL', 'U/L', 'kg'];
  const many = codes.flatMap((code, i) => potassiumCourse(code, units[i]!, [3, 3, 3], 12));
  many.push(...potassiumCourse('29463-7', 'kg', [60, 60, 60], 70));

  it.each([
    [3, 5],
    [2, 3],
    [1, 3],
  ] as const)('in %i columns %i results, and how many there are', (columns, count) => {
    const { links, text } = showChanges(many, { columns });
    expect(links()).toHaveLength(count);
    expect(text()).toMatch(/Show all [67]/);
  });

  it('the rest opens in its place and closes again, the focus on the button', () => {
    const { links, text } = showChanges(many);
    const button = screen.getByRole('button', { name: /^Show all [67]$/ });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    const first = links();
    button.focus();
    fireEvent.click(button);
    expect(links().length).toBeGreaterThan(5);
    expect(links().slice(0, 5)).toEqual(first);
    expect(text()).toContain('Show first 5');
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(document.querySelector(`#${CSS.escape(button.getAttribute('aria-controls')!)}`)?.tagName).toBe(
      'UL',
    );
    fireEvent.click(button);
    expect(links()).toEqual(first);
    expect(document.activeElement).toBe(button);
  });

  it('without more there is no such button', () => {
    showChanges(potassiumResults);
    expect(screen.queryByRole('button', { name: /^Show (?:all|first)/ })).toBeNull();
  });

  it('says how many were compared and how many were not, and why; never that nothing changed', () => {
    const first = [resultInput('2160-0', 3.9, 'mg/dL', '2026-11-12T08:10:00-06:00')];
    const { links, text } = showChanges([...steady, ...first]);
    expect(links()).toEqual([]);
    expect(text()).toContain(
      'No change beyond expected variation since 14 Aug 2026 (1 test compared); 1 not compared: 1 with too few results.',
    );
    expect(text()).not.toMatch(/nothing changed|unchanged|stable|normal/i);
    cleanup();
    expect(showChanges(first).text()).toContain(
      'Not enough earlier results to compare since 14 Aug 2026; 1 not compared: 1 with too few results.',
    );
  });
});

describe('the frame', () => {
  it.each([
    ['rule 39: while pages arrive', { ended: false, complete: false }, 'What changedStill loading'],
    [
      'rule 37: when something is missing',
      { complete: false },
      'What changedIncomplete, so nothing is compared',
    ],
  ])('%s stands there without a claim', (_, changes, words) => {
    expect(showChanges([], { record: recordOf(potassiumResults, changes) }).text()).toBe(words);
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('is there for a record without a number', () => {
    expect(showChanges([]).text()).toBe('What changedNo charted result to compare');
  });

  it('keeps what was chosen while the record is read again', () => {
    const record = recordOf(potassiumResults);
    const strip = (now: typeof record) => (
      <InOpenRecord record={now} timeZone="UTC">
        <ChangesStrip visits={undefined} facts={noFacts} courses={undefined} columns={3} />
      </InOpenRecord>
    );
    const { rerender } = render(strip(record));
    chooseSince('30d');
    rerender(strip({ ...record, complete: false }));
    rerender(strip(record));
    expect(screen.getByRole('combobox')).toHaveProperty('value', '30d');
  });
});
