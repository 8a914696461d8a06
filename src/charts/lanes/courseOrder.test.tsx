// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { courses, madeCourse, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import { coursesByChange } from './courseOrder.ts';
import { lanesNowMs, lastYearFrame } from './lanesFixture.ts';
import { EventLanes } from './EventLanes.tsx';

afterEach(cleanup);

const orderOf = (list: readonly MedicationCourse[], window = lastYearFrame) => {
  const { changed, unchanged } = coursesByChange(list, window);
  return {
    changed: changed.map(({ name }) => name),
    unchanged: unchanged.map(({ course, dose }) => `${course.name} ${dose}`),
  };
};

describe('the order of medications', () => {
  test('those that were started, stopped or changed come first, the newest change on top', () => {
    expect(orderOf(courses)).toEqual({
      changed: ['Spironolactone', 'Chlorthalidone'],
      unchanged: ['Lisinopril 40 mg/day', 'Semaglutide 1 mg/wk'],
    });
  });

  test.each([
    ['held', madeDoseStep('2025-01-01', '2027-01-01', 5, { isNotDone: true, status: 'on-hold' })],
    ['ended before the end of the window', madeDoseStep('2025-01-01', '2026-06-01', 5)],
    ['changed in a year that lies partly in the window', madeDoseStep('2026', '…', 5)],
    ['begun in the window', madeDoseStep('2026-11-01T10:00:00Z', '…', 5)],
  ])('one that was %s is not called unchanged', (_, step) => {
    expect(orderOf([madeCourse('Warfarin', [step])])).toEqual({ changed: ['Warfarin'], unchanged: [] });
  });

  test('a renewal of the same dose is no change', () => {
    const renewed = madeCourse('Metformin', [
      madeDoseStep('2024-01-01', '2026-03-01', 1000),
      madeDoseStep('2026-03-01', '…', 1000),
    ]);
    expect(orderOf([renewed])).toEqual({ changed: [], unchanged: ['Metformin 1,000 mg/day'] });
  });

  test('nothing is unchanged where no dose is known', () => {
    const unknown = madeCourse('Insulin', [
      madeDoseStep('2024-01-01', '2024-02-01', 0, { shortDose: '', doseText: '', amount: undefined }),
    ]);
    expect(orderOf([unknown]).unchanged).toEqual([]);
  });
});

describe('what is given to move a compared measure', () => {
  const heparin = madeCourse('Heparin', [madeDoseStep('2026-01-05', '2026-02-01', 5000)]);
  const warfarin = madeCourse('Warfarin', [madeDoseStep('2024-01-05', '…', 5)]);
  const list = [...courses, heparin, warfarin];
  const measures = [
    madeSeries([], { id: 'aptt', analyteId: 'aptt' }),
    madeSeries([], { id: 'inr', analyteId: 'inr' }),
  ];
  const show = (shown: readonly Series[]) =>
    render(
      <EventLanes
        data={{ courses: list, events: [], measures: shown }}
        plot={{ frame: lastYearFrame, columns: { namePx: 168, readingPx: 236 } }}
        nowMs={lanesNowMs}
        limits={{ isUnchangedFolded: true }}
        lanes={['medication']}
      />,
    );
  const names = () =>
    [...document.querySelectorAll('[data-lane-row]')].map((row) => row.textContent?.split(' ')[0]);

  test('stands first among those that changed, and first in the line of those that did not', () => {
    show(measures);
    expect(names()).toEqual(['Heparin', 'Spironolactone', 'Chlorthalidone']);
    expect(document.querySelector('[data-unchanged]')?.textContent).toMatch(
      /^3 unchanged: Warfarin 5 mg\/day, Lisinopril/,
    );
  });

  test('stands among the others by its change where none of its measures is compared', () => {
    show([madeSeries([], { id: 'k', analyteId: 'k' })]);
    expect(names()).toEqual(['Spironolactone', 'Chlorthalidone', 'Heparin']);
    expect(document.querySelector('[data-unchanged]')?.textContent).toMatch(/^3 unchanged: Lisinopril/);
  });
});

describe('the lanes of Compare', () => {
  const show = () =>
    render(
      <EventLanes
        data={{ courses, events: [] }}
        plot={{ frame: lastYearFrame, columns: { namePx: 168, readingPx: 236 } }}
        nowMs={lanesNowMs}
        limits={{ isUnchangedFolded: true }}
        lanes={['medication']}
      />,
    );
  const names = () =>
    [...document.querySelectorAll('[data-lane-row]')].map((row) => row.textContent?.split(' ')[0]);

  test('fold what did not change into one line with the doses, which opens in place and closes again', () => {
    show();
    expect(names()).toEqual(['Spironolactone', 'Chlorthalidone']);
    const line = document.querySelector('[data-unchanged]');
    expect(line?.textContent).toBe(
      '2 unchanged: Lisinopril 40 mg/day, Semaglutide 1 mg/wk Show them on the axis',
    );
    const button = screen.getByRole('button', { name: 'Show them on the axis' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(names()).toEqual(['Spironolactone', 'Chlorthalidone', 'Lisinopril', 'Semaglutide']);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(button);
    expect(names()).toEqual(['Spironolactone', 'Chlorthalidone']);
  });
});
