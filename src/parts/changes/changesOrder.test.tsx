// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { noFacts } from '../../clinical/change/patientFacts.ts';
import { flagConcept, resultInput } from '../../testing/recordFixture.ts';
import { potassiumCourse, potassiumResults, showChanges, steady } from './changesFixture.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const AT = '2026-11-12T08:10:00-06:00';
const firstWords = (links: readonly (string | null)[]) => links.map((words) => words?.split(' ')[0]);

describe('the order', () => {
  const newlyHigh = [
    resultInput('17861-6', 9.9, 'mg/dL', '2026-06-05T08:00:00-06:00', flagConcept('N')),
    resultInput('17861-6', 10.4, 'mg/dL', AT, flagConcept('H')),
  ];
  const critical = [resultInput('777-3', 18, '10*3/uL', AT, flagConcept('LL'))];
  const doubled = potassiumCourse('9318-7', 'mg/g', [22, 35, 18, 28], 61);

  it('critical, newly outside, published rule, distance', () => {
    const { links } = showChanges([...potassiumResults, ...doubled, ...newlyHigh, ...critical]);
    expect(firstWords(links())).toEqual(['Platelets', 'Calcium', 'Urine', 'Potassium']);
    expect(links()[0]).toBe(
      'Platelets 18 ten to the third per microlitre on 12 Nov 2026, critically low, not compared: too few results',
    );
    expect(links()[1]).toContain(
      'high, now outside its reference range, inside before, 0.5 above the one earlier result',
    );
    expect(links()[2]).toContain(
      '36 above baseline 25 (median of 4 results, Jan–Apr 2026), KDIGO lists a doubling',
    );
  });

  it('a critical result that a newer one followed is named beside it', () => {
    const twoDays = [
      ...potassiumCourse('2823-3', 'mmol/L', [4.6, 4.7, 4.8], 6.9, flagConcept('HH')),
      resultInput('2823-3', 4.7, 'mmol/L', '2026-11-13T08:10:00-06:00'),
    ];
    const { links, text } = showChanges(twoDays);
    expect(links()[0]).toContain(
      'Potassium 4.7 millimoles per litre on 13 Nov 2026, 6.9 HH on 12 Nov 2026, 08:10',
    );
    // It has the shape and the letters that a flag has everywhere.
    const flag = document.querySelector('[data-symbol="HH"]');
    expect(flag?.textContent).toBe('‼HH');
    expect(text()).toContain('6.9 ‼HH on 12 Nov 2026, 08:10');
  });

  it('a critical result that cannot be charted leads with its value as sent, and so does a preliminary one', () => {
    const clotted = resultInput('718-7', '1.8 clotted', '', AT, flagConcept('LL'));
    const preliminary = resultInput('2951-2', 118, 'mmol/L', '2026-11-13T08:10:00-06:00', {
      ...flagConcept('LL'),
      status: 'preliminary',
    });
    const { links } = showChanges([...steady, preliminary, clotted, ...potassiumResults]);
    expect(links().slice(0, 2)).toEqual([
      'Sodium, newer: 118 millimoles per litre preliminary, critically low, 13 Nov 2026',
      'Hemoglobin, not charted: 1.8 clotted, critically low, 12 Nov 2026',
    ]);
    expect(links()[2]).toMatch(/^Potassium 5\.8 millimoles per litre on 12 Nov 2026/);
  });
});

describe('one line for one cause', () => {
  const hemoglobin = potassiumCourse('718-7', 'g/dL', [13.4, 13.1, 13.6], 9.8);
  const hematocrit = potassiumCourse('4544-3', '%', [40.1, 39.8, 40.4], 30.2);

  it('hemoglobin and hematocrit fall together: the farther one leads, the other is named', () => {
    const { links, text } = showChanges([...hemoglobin, ...hematocrit]);
    expect(links()).toHaveLength(1);
    expect(links()[0]).toMatch(/^Hemoglobin 9\.8 .* also Hematocrit 30\.2 percent, 9\.9 below its baseline/);
    expect(text()).toContain('also Hct');
    expect(text()).toContain('2 of 2 tests beyond expected variation');
  });

  it('a rule that the other measure meets is told in the same line', () => {
    const creatinine = potassiumCourse('2160-0', 'mg/dL', [0.9, 0.92, 0.88], 1.35);
    const egfr = potassiumCourse('98979-8', 'mL/min/{1.73_m2}', [88, 86, 90], 55);
    const { links, text } = showChanges([...creatinine, ...egfr]);
    expect(links()).toHaveLength(1);
    expect(links()[0]).toMatch(/^Creatinine 1\.35/);
    expect(text()).toContain('eGFR: KDIGO lists a change of more than 20 %');
  });
});

describe('without a distance', () => {
  const magnesium = potassiumCourse('19123-9', 'mg/dL', [2.0, 2.1, 1.9], 1.2);
  const later = [
    resultInput('8867-4', 72, '/min', '2026-06-05T08:00:00-06:00'),
    resultInput('8867-4', 128, '/min', '2026-11-20T08:00:00-06:00'),
  ];

  it('they are a group of their own, the newest first, with both values and never a percentage', () => {
    const { links, text } = showChanges([...potassiumResults, ...magnesium, ...later]);
    expect(firstWords(links())).toEqual(['Potassium']);
    fireEvent.click(screen.getByRole('button', { name: /^Show all/ }));
    expect(firstWords(links())).toEqual(['Potassium', 'Heart', 'Magnesium']);
    expect(text()).toContain('Not ranked, newest first');
    expect(links()[1]).toMatch(
      /^Heart rate 128 per minute on 20 Nov 2026, 56 above the one earlier result, 72 \(5 Jun 2026\), not compared: no published variation$/,
    );
    expect(text()).toContain('1 of 1 tests beyond expected variation, 2 not compared');
    expect(links().join(' ')).not.toContain('%');
  });
});

describe('chance', () => {
  it('"fewer than 1 in 100" only from a distance of 3.29 on', () => {
    const creatinineAt = (value: number) =>
      showChanges(potassiumCourse('2160-0', 'mg/dL', [0.71, 0.74, 0.7, 0.73, 0.72], value)).links()[0];
    expect(creatinineAt(0.98)).toContain(
      '0.26 above baseline 0.72 (median of 5 results, Jan–May 2026), which fewer than 1 in 100 people reach by chance alone',
    );
    cleanup();
    expect(creatinineAt(0.87)).toMatch(/beyond expected variation$/);
    cleanup();
    expect(creatinineAt(0.8)).toBeUndefined();
  });

  it('nothing is said of chance in a stay in hospital, which is no steady state', () => {
    const stays = [{ startMs: Date.parse('2026-11-10T08:00:00Z'), endMs: undefined }];
    const { links } = showChanges(potassiumResults, { facts: { ...noFacts, stays } });
    expect(links()[0]).toBe(
      'Potassium 5.8 millimoles per litre on 12 Nov 2026, high, 1.1 above baseline 4.7 (median of 8 results before admission, Jan–Aug 2026), beyond expected variation',
    );
  });
});
