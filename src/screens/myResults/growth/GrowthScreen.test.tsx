// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { loinc } from '../../../testing/codes.ts';
import { flagConcept, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { GrowthScreen } from './GrowthScreen.tsx';

afterEach(cleanup);

const NOW_MS = Date.parse('2026-11-24T20:05:00Z');
const girl = { id: 'p1', name: [{ given: ['Ada'] }], gender: 'female', birthDate: '2021-05-20' };
const height = (at: string, centimeters: number, more = {}) =>
  resultInput('8302-2', centimeters, 'cm', `${at}T15:00:00Z`, more);

const growthScreen = (resources: readonly unknown[], patient: object = girl) => (
  <InOpenRecord record={recordOf(resources)} patient={readPatient(patient, NOW_MS)} nowMs={NOW_MS}>
    <GrowthScreen />
  </InOpenRecord>
);

function showGrowth(resources: readonly unknown[], patient: object = girl) {
  render(growthScreen(resources, patient));
  return screen.findByRole('heading', { name: 'Height or length' });
}
const section = (heading: HTMLElement) => within(heading.closest('section')!);

describe('the growth of a child, for parents', () => {
  test('says the newest height, its date, the comparison and the tables', async () => {
    const shown = section(await showGrowth([height('2026-05-20', 107), height('2026-11-10', 111.5)]));
    expect(shown.getByText('111.5')).toBeTruthy();
    expect(shown.getByText('November 10, 2026')).toBeTruthy();
    expect(shown.getByText(/^Of 100 girls of this age, about \d+ are shorter\.$/)).toBeTruthy();
    expect(shown.getByText(/Compared by the CDC Growth Charts of 2000\./)).toBeTruthy();
    expect(shown.getByText(/its percentile\. Line 50 means: .*, 50 are shorter\.$/)).toBeTruthy();
    expect(shown.getByRole('slider').getAttribute('aria-valuemax')).toBe('2');
  });

  test('a height that is not final is announced and neither said nor drawn', async () => {
    const shown = section(
      await showGrowth([height('2026-05-20', 107), height('2026-11-10', 123.4, { status: 'preliminary' })]),
    );
    expect(document.body.textContent).not.toContain('123.4');
    expect(document.body.textContent).toContain('not final yet');
    expect(shown.getByRole('slider').getAttribute('aria-valuemax')).toBe('1');
  });

  test('a weight in words, or one that is impossible, says that it is not compared', async () => {
    const clear = 'This value or its unit is not clear, so we cannot compare it.';
    for (const words of ['4 ft 2 in', 'refused']) {
      // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
      const shown = section(await showGrowth([resultInput('8302-2', words, '', '2026-11-10')]));
      expect(shown.getByText(words)).toBeTruthy();
      expect(shown.getByText(clear)).toBeTruthy();
      cleanup();
    }
    const shown = section(await showGrowth([height('2026-11-10', 0)]));
    expect(shown.getByText(clear)).toBeTruthy();
  });

  test('a height of a day to come says that its day is not clear, and nothing of its value', async () => {
    await showGrowth([height('2027-11-10', 111.5)]);
    expect(document.body.textContent).toContain('The day of this measurement is not clear');
    expect(document.body.textContent).not.toContain('This value or its unit is not clear');
  });

  test('rule 36: a height that was cancelled, or came without a value, is not announced as one to come', async () => {
    await showGrowth([{ ...height('2026-11-10', 111.5, { status: 'cancelled' }) }]);
    expect(document.body.textContent).toContain('A reading from November 10, 2026 was cancelled.');
    expect(document.body.textContent).not.toMatch(/not final yet|111\.5/);
    cleanup();
    await showGrowth([{ ...height('2026-11-10', 111.5), valueQuantity: undefined }]);
    expect(document.body.textContent).toContain('This reading has no value in this record.');
    expect(document.body.textContent).not.toContain('not final yet');
  });

  test('rule 13: what may be newer, or has the same time, is said before the value', async () => {
    const heading = await showGrowth([
      height('2026-11-10', 111.5),
      height('2026-11-10', 117),
      height('2026-11-12', 123.4, { status: 'preliminary' }),
    ]);
    const text = heading.closest('section')!.textContent;
    expect(text).toContain('At the same time there is another reading:');
    expect(text.indexOf('is not final yet')).toBeLessThan(text.search(/111\.5|117/));
  });

  test('a record that could not be read whole is not said to have no measurement', () => {
    render(
      <InOpenRecord
        record={recordOf([], { complete: false })}
        patient={readPatient(girl, NOW_MS)}
        nowMs={NOW_MS}
      >
        <GrowthScreen />
      </InOpenRecord>,
    );
    expect(document.body.textContent).not.toContain('There are no growth measurements');
    expect(document.body.textContent).toContain('Some results could not be read');
  });

  test('in the record of a child who has died nobody is told what a care team does', async () => {
    await showGrowth([height('2026-11-10', 40)], { ...girl, deceasedBoolean: true });
    expect(document.body.textContent).toContain('may have been written down wrong');
    expect(document.body.textContent).not.toContain('care team');
    cleanup();
    await showGrowth([height('2026-11-10', 40)]);
    expect(document.body.textContent).toContain('Ask your care team to check it.');
  });

  test('what is taken for granted of a height is said: how the child was measured, and that it was not', async () => {
    await showGrowth([height('2026-11-10', 111.5)]);
    expect(document.body.textContent).toContain('We compare as if the child stood.');
    cleanup();
    await showGrowth([resultInput('3138-5', 111.5, 'cm', '2026-11-10')]);
    expect(document.body.textContent).toContain('This number was told to the clinic, not measured there.');
  });

  test('where the curve passes the second birthday, parents read why the place may jump there', async () => {
    await showGrowth([height('2026-05-20', 107), height('2026-11-10', 111.5)]);
    expect(document.body.textContent).not.toContain('other tables are used');
    cleanup();
    await showGrowth([height('2022-06-20', 76), height('2026-11-10', 111.5)]);
    expect(document.body.textContent).toContain(
      'At the age of 2, other tables are used. The place among 100 children may jump there, though the child grows as before.',
    );
  });

  test('a measurement that was marked as critical says to call here too, unless the child has died', async () => {
    const marked = height('2026-11-10', 111.5, flagConcept('HH'));
    await showGrowth([marked]);
    expect(document.body.textContent).toContain('This was marked as urgent.');
    expect(document.body.textContent).toContain('call your care team now');
    cleanup();
    await showGrowth([marked], { ...girl, deceasedBoolean: true });
    expect(document.body.textContent).toContain('This was marked as urgent.');
    expect(document.body.textContent).not.toContain('call');
    cleanup();
    await showGrowth([height('2026-11-10', 111.5, flagConcept('H'))]);
    expect(document.body.textContent).not.toMatch(/urgent|call/);
  });

  test('the screen does not say that the newest is first', async () => {
    await showGrowth([height('2026-11-10', 111.5)]);
    expect(document.body.textContent).toContain('read at');
    expect(document.body.textContent).not.toContain('Newest first');
  });

  test('a birth weight that somebody told later is neither the newest weight nor of the day on which it was told', async () => {
    const told = resultInput('8339-4', 3200, 'g', '2026-11-20T15:00:00Z');
    render(growthScreen([resultInput('29463-7', 18, 'kg', '2026-11-10T15:00:00Z'), told]));
    const weight = section(await screen.findByRole('heading', { name: 'Weight' }));
    expect(weight.getByText('18')).toBeTruthy();
    expect(weight.getByText('November 10, 2026')).toBeTruthy();
    cleanup();
    render(growthScreen([told]));
    const alone = section(await screen.findByRole('heading', { name: 'Weight' }));
    expect(alone.getByText('at birth, written down on November 20, 2026')).toBeTruthy();
    expect(document.body.textContent).not.toContain('Age on that day');
    cleanup();
    render(growthScreen([resultInput('8339-4', 3200, 'g', '2021-05-20')]));
    const onTheDay = section(await screen.findByRole('heading', { name: 'Weight' }));
    expect(onTheDay.getByText('May 20, 2021')).toBeTruthy();
    expect(document.body.textContent).toContain('Age on that day: less than 1 day.');
  });

  test('rule 13: a weight that is not final is announced beside a birth weight', async () => {
    render(
      growthScreen([
        resultInput('29463-7', 18, 'kg', '2026-11-10T15:00:00Z', { status: 'preliminary' }),
        resultInput('8339-4', 3200, 'g', '2021-05-20'),
      ]),
    );
    const weight = section(await screen.findByRole('heading', { name: 'Weight' }));
    expect(weight.getByText(/^A reading from November 10, 2026 is not final yet/)).toBeTruthy();
    expect(weight.queryByText('18')).toBe(null);
  });

  test('rule 34: a percentile that is not final is not said', async () => {
    const percentile = (status: string) => [
      height('2026-11-10', 111.5),
      resultInput('8303-0', 33, '%', '2026-11-10T15:00:00Z', { status }),
    ];
    await showGrowth(percentile('final'));
    expect(document.body.textContent).toContain('sent a number of its own: 33 of 100');
    cleanup();
    await showGrowth(percentile('preliminary'));
    expect(document.body.textContent).not.toMatch(/number of its own|33/);
  });

  test('rule 47: the growth of a child who has died stays a child’s', async () => {
    await showGrowth([height('2009-08-10', 107)], {
      ...girl,
      birthDate: '2004-05-20',
      deceasedDateTime: '2009-09-01',
    });
    expect(document.body.textContent).toMatch(/Of 100 girls of this age, about \d+ are shorter\./);
  });

  test.each([
    ['of nobody whose birth date is known', undefined, 'does not have the full date of birth'],
    ['of a grown person', '1990-05-20', 'The tables have no numbers for this age.'],
  ])('the growth %s does not wait for tables that never come', (_, birthDate, words) => {
    render(growthScreen([height('2026-11-10', 171)], { ...girl, birthDate }));
    expect(document.body.textContent).toContain(words);
    expect(document.body.textContent).not.toContain('Loading');
  });

  test('no line is called missing beside lines: a child who stood is not compared with the lines it stands on', async () => {
    const stood = { birthDate: '2025-01-15' };
    await showGrowth([{ ...height('2026-09-20', 82), code: loinc('8308-9') }], { ...girl, ...stood });
    expect(document.body.textContent).toContain('This child stood, so we cannot compare.');
    expect(document.querySelector('[data-growth-curve]')).toBeTruthy();
    expect(document.body.textContent).not.toContain('No lines are drawn');
  });

  test('without a sex that the tables know the points stand without lines, and the reason is said', async () => {
    const shown = section(await showGrowth([height('2026-11-10', 111.5)], { ...girl, gender: 'other' }));
    expect(shown.getByText(/^The tables are for girls or for boys/)).toBeTruthy();
    expect(shown.getByText(/^No lines are drawn:/)).toBeTruthy();
    expect(document.querySelector('[data-growth-curve]')).toBe(null);
  });
});
