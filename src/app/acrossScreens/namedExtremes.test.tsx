// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { showDetail } from '../../screens/detail/detailFixture.tsx';
import { pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import {
  chooseComparison,
  compareStory,
  showCompare,
  stripNamed,
} from '../../screens/compare/compareFixture.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const namedIn = (name: string) =>
  [...stripNamed(name).querySelectorAll('[data-extreme]')].map(({ textContent }) => textContent);

const pressures = [
  pressure(118, 64, '2026-01-14T14:00:00Z'),
  pressure(204, 88, '2026-04-02T09:00:00Z'),
  pressure(132, 41, '2026-07-20T10:00:00Z'),
  pressure(126, 70, '2026-11-02T10:00:00Z'),
];

describe('the extremes of the window on the curves of Compare', () => {
  test('are those of both sides of a blood pressure, each with its side and its time', () => {
    showCompare(recordOf(pressures), '#compare=bp-sys');
    expect(namedIn('Blood pressure')).toEqual([
      expect.stringMatching(/^highest systolic 204, 2 Apr 2026, \d\d:00$/),
      expect.stringMatching(/^lowest diastolic 41, 20 Jul 2026, \d\d:00$/),
      expect.stringMatching(/^lowest systolic 118/),
      expect.stringMatching(/^highest diastolic 88/),
    ]);
  });

  test('are the highest and the lowest result of another test, and none outside the window', () => {
    showCompare(recordOf(compareStory), '#compare=k,creat');
    expect(namedIn('Potassium')).toEqual([
      expect.stringMatching(/^highest 5\.8, 12 Nov 2026/),
      expect.stringMatching(/^lowest 4\.6, 14 Jan 2026/),
    ]);
    expect(namedIn('Creatinine')).toHaveLength(2);
  });

  test('rule 20: a limit and a preliminary result are none of them', () => {
    const at = (day: number) => `2026-0${day}-10T10:00:00Z`;
    showCompare(
      recordOf([
        resultInput('2823-3', 4.1, 'mmol/L', at(2)),
        resultInput('2823-3', 4.8, 'mmol/L', at(4)),
        resultInput('2823-3', 9.9, 'mmol/L', at(6), { status: 'preliminary' }),
      ]),
      '#compare=k',
    );
    expect(namedIn('Potassium')[0]).toMatch(/^highest 4\.8/);
  });

  test('are not named on the relative scale, where the highest point need not be the highest value', () => {
    showCompare(recordOf(compareStory), '#compare=k&view=relative');
    expect(namedIn('Potassium')).toEqual([]);
  });

  test('are those of the window when an earlier period is laid under it', async () => {
    showCompare(recordOf(compareStory), '#compare=k');
    await screen.findByRole('combobox', { name: 'Compare with' });
    chooseComparison('year');
    expect(namedIn('Potassium')[0]).toMatch(/^highest 5\.8/);
  });
});

const named = (container: Element) =>
  [...container.querySelectorAll('[data-extreme]')].map(({ textContent }) => textContent);

test('the chart of a blood pressure names the extremes of both sides on the curve', async () => {
  const { container } = await showDetail(
    {
      record: recordOf([
        pressure(118, 64, '2026-01-14T14:00:00Z'),
        pressure(204, 88, '2026-04-02T09:00:00Z'),
        pressure(132, 41, '2026-07-20T10:00:00Z'),
        pressure(126, 70, '2026-11-02T10:00:00Z'),
      ]),
    },
    '#series=bp-sys',
  );
  // The chart of a test has little room, and what would lie on a bar is left out.
  expect(named(container).slice(0, 2)).toEqual([
    expect.stringMatching(/^highest systolic 204, 2 Apr 2026/),
    expect.stringMatching(/^lowest diastolic 41, 20 Jul 2026/),
  ]);
  for (const text of named(container)) expect(text).toMatch(/systolic|diastolic/);
});

test('a blood pressure that never changed names nothing, and one side that changed names that side', async () => {
  const { container } = await showDetail(
    {
      record: recordOf([
        pressure(120, 70, '2026-01-14T14:00:00Z'),
        pressure(130, 70, '2026-07-14T14:00:00Z'),
      ]),
    },
    '#series=bp-sys',
  );
  const sides = named(container).map((text) => text?.split(' ')[1]);
  expect(sides).toEqual(['systolic', 'systolic']);
});

test('beside the latest result of the detail its value stands once, where it is the highest and has no room for words', async () => {
  const kilograms = [12.2, 14.1, 15.9, 17.2, 18.8, 19.8, 20.9, 23.2, 25.9, 28.9, 29.4];
  const { container } = await showDetail(
    {
      record: recordOf(
        kilograms.map((kg, i) =>
          resultInput('29463-7', kg, 'kg', new Date(Date.UTC(2026, 10, 1 - 70 * (10 - i))).toISOString()),
        ),
      ),
    },
    '#series=weight',
  );
  const said = [...container.querySelectorAll('figure text')].map(({ textContent }) => textContent);
  expect(said.filter((text) => text === '29.4')).toHaveLength(1);
});
