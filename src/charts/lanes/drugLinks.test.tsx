// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import { courses, events, madeCourse, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { lanesNowMs, lastYearFrame } from './lanesFixture.ts';
import { EventLanes, type EventLanesProps, type LaneData } from './EventLanes.tsx';

afterEach(cleanup);

const drugHref = ({ key }: MedicationCourse) => `#to-${key}`;

type Shown = Partial<EventLanesProps> & { readonly href?: LaneData['drugHref'] };

const show = ({ data, href = drugHref, ...props }: Shown = {}) =>
  render(
    <EventLanes
      data={{ courses, events, ...data, drugHref: href }}
      plot={{ frame: lastYearFrame, columns: { namePx: 168, readingPx: 236 } }}
      nowMs={lanesNowMs}
      {...props}
    />,
  );
const linked = () => screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
const stops = () => [...document.querySelectorAll('[data-lane-target][tabindex="0"]')];

describe('the name of a drug beside its lane', () => {
  test('is a link, whatever the name says, and the kinds of other events are none', () => {
    const odd = madeCourse('Calcium <b>&</b> vitamin D', [madeDoseStep('2026-01-01', '…', 1)]);
    show({ data: { courses: [...courses, odd], events } });
    expect(linked()).toEqual([
      ['Lisinopril', '#to-text:lisinopril'],
      ['Chlorthalidone', '#to-text:chlorthalidone'],
      ['Spironolactone', '#to-text:spironolactone'],
      ['Semaglutide', '#to-text:semaglutide'],
      ['Calcium <b>&</b> vitamin D', '#to-text:calcium <b>&</b> vitamin d'],
    ]);
  });

  test.each([
    ['in a narrow lastYearFrame', undefined],
    ['with the name after the plot', { namePx: 60, readingPx: 120, isNameLast: true }],
  ])('is a link %s', (_, columns) => {
    show({ plot: { frame: lastYearFrame, columns } });
    expect(linked()[0]).toEqual(['Lisinopril', '#to-text:lisinopril']);
  });

  test('stays a link while the cursor reads the dose beside it', () => {
    show({ cursorMs: Date.parse('2026-10-29T13:05:00Z') });
    expect(linked()).toHaveLength(4);
  });

  test('is text for a setting of a device', () => {
    const settings = [madeCourse('FiO₂', [madeDoseStep('2026-11-24', '…', 40, { unit: '%' })])];
    show({ data: { courses: [], events: [], settings } });
    expect(screen.queryByRole('link')).toBeNull();
    cleanup();
  });

  test('is a link in the line of the unchanged ones, with the dose as text', () => {
    show({ limits: { isUnchangedFolded: true } });
    const line = document.querySelector('[data-unchanged]');
    expect(line?.textContent).toMatch(/^2 unchanged: Lisinopril 40 mg\/day, Semaglutide 1 mg\/wk /);
    expect(
      linked()
        .slice(-2)
        .map(([name]) => name),
    ).toEqual(['Lisinopril', 'Semaglutide']);
    fireEvent.click(screen.getByRole('button', { name: 'Show them on the axis' }));
    expect(linked().map(([name]) => name)).toEqual([
      'Spironolactone',
      'Chlorthalidone',
      'Lisinopril',
      'Semaglutide',
    ]);
  });
});

describe('by keys', () => {
  test('the lanes stay one tab stop, and the arrows lead between a name and its changes', () => {
    show({ onChoose() {} });
    const [stop, ...others] = stops();
    expect(others).toEqual([]);
    expect(stop?.tagName).toBe('BUTTON');
    (stop as HTMLElement).focus();
    fireEvent.keyDown(document.activeElement!, { key: 'Home' });
    expect(document.activeElement?.textContent).toBe('Chlorthalidone');
    expect(stops()).toEqual([document.activeElement]);
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(stop);
  });

  test('lanes without changes to choose have the first name as their stop', () => {
    show();
    expect(stops().map(({ textContent }) => textContent)).toEqual(['Lisinopril']);
    (stops()[0] as HTMLElement).focus();
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('Chlorthalidone');
  });
});
