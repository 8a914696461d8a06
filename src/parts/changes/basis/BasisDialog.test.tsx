// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { hospitalStaysOf, noFacts } from '../../../clinical/change/patientFacts.ts';
import { flagConcept, resultInput } from '../../../testing/recordFixture.ts';
import { creatinine, potassiumCourse, potassiumResults, showChanges, steady } from '../changesFixture.tsx';

beforeAll(() => {
  // The DOM of the tests has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});
afterEach(() => {
  cleanup();
  location.hash = '';
});

function openBasis(): string {
  fireEvent.click(screen.getByRole('button', { name: 'Details' }));
  return screen.getByRole('dialog', { name: 'What was compared' }).textContent;
}

it('one press shows values, dates, number, median, limits, variation and source of what is listed', () => {
  showChanges(creatinine);
  const text = openBasis();
  expect(text).toContain('Creatinine 2.31 mg/dL, 12 Nov 2026');
  expect(text).toContain('Compared with 8 results: 1.88 (5 Jan 2026), 1.9 (5 Feb 2026)');
  expect(text).toContain('; median 1.90.');
  expect(text).toMatch(
    /Expected variation ranges from 1\.\d\d to 2\.\d\d mg\/dL\. This result is 3\.\d\d standard deviations from the baseline; the limit is 2\.576/,
  );
  expect(text).toContain(
    '5 % within one person, 2.5 % in the laboratory (half of the variation within one person',
  );
  expect(text).toContain('Source: Biological variation and reference change value of the eGFR');
});

it('a limit beside the result has the decimals that tell on which side of it the result lies', () => {
  const sodium = [139, 138, 139].map((value, i) =>
    resultInput('2951-2', value, 'mmol/L', `2026-0${i + 2}-14T08:00:00-06:00`),
  );
  showChanges([...sodium, resultInput('2951-2', 135, 'mmol/L', '2026-11-12T08:10:00-06:00')]);
  expect(openBasis()).toMatch(/Expected variation ranges from 135\.1 to 143\.0 mmol\/L/);
});

it('says of each listed result why it is listed, within the expected variation too', () => {
  const newlyHigh = [
    resultInput('17861-6', 10.1, 'mg/dL', '2026-06-05T08:00:00-06:00', flagConcept('N')),
    resultInput('17861-6', 10.4, 'mg/dL', '2026-11-12T08:10:00-06:00', flagConcept('H')),
  ];
  showChanges([...newlyHigh, ...potassiumResults]);
  const text = openBasis();
  expect(text).toMatch(
    /Calcium 10\.4 mg\/dL, 12 Nov 2026Listed because: newly outside its reference range\.0\.3 above/,
  );
  expect(text).toMatch(/Potassium 5\.8 mmol\/L, 12 Nov 2026Listed because: [^.]*beyond expected variation\./);
});

it('what was compared and is not listed, and what was not compared, stand there with the reason', () => {
  const other = { method: { text: 'Flame photometry' } };
  const changedMethod = [
    ...potassiumCourse('2823-3', 'mmol/L', [4.6, 4.7], 4.7).slice(0, 2),
    resultInput('2823-3', 5.9, 'mmol/L', '2026-11-12T08:10:00-06:00', other),
  ];
  showChanges([...steady, ...changedMethod]);
  const text = openBasis();
  expect(text).toContain('Compared, not beyond expected variationSodium 139 mmol/L');
  expect(text).toContain('Not comparedPotassium 5.9 mmol/L, 12 Nov 2026Not compared: method changed.');
  expect(text).toContain('Left out: 4.7 (5 Feb 2026), method changed; 4.6 (5 Jan 2026), method changed.');
  expect(text).toContain('“Not listed” does not mean that nothing changed.');
});

it('says what was not read and may lie between, and nothing of it where all is known', () => {
  showChanges(potassiumResults);
  expect(openBasis()).toContain('Not loaded: hospital stays, operations, transfusions and dialysis.');
  cleanup();
  showChanges(potassiumResults, { facts: { ...noFacts, stays: hospitalStaysOf([]), interventions: [] } });
  expect(openBasis()).not.toContain('Not loaded');
});

it('closes by its button', () => {
  showChanges(potassiumResults);
  openBasis();
  fireEvent.click(
    within(screen.getByRole('dialog')).getByRole('button', { name: 'Close what was compared' }),
  );
  expect(screen.queryByRole('dialog')).toBeNull();
});
