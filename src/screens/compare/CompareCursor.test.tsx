// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import {
  timeAxis,
  liveText,
  onOpenSource,
  plotOfStrip,
  pressOnStrip,
  showCompare,
  compareStory,
  stripNamed,
  xOfMark,
} from './compareFixture.tsx';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('rule 12: the keys walk the moments of all strips, and every strip reads itself out', () => {
  showCompare(recordOf(compareStory));
  timeAxis().focus();
  pressOnStrip('ArrowRight');
  expect(liveText()).toBe(
    '24 November 2026, 09:40. Potassium 5.3 millimoles per litre, no lab flag, preliminary. Nothing charted then: Creatinine, Blood pressure and Heart rate.',
  );
  pressOnStrip('ArrowLeft');
  expect(liveText()).toMatch(/^12 November 2026, 08:10\. Potassium 5\.8 millimoles per litre, high\./);
  pressOnStrip('ArrowLeft');
  expect(screen.getByText(/^At 29 Oct 2026, 08:30/)).toBeTruthy();
  expect(liveText()).toContain(
    'Blood pressure 146/80 millimetres of mercury, no lab flag. Heart rate 78 per minute, no lab flag.',
  );
  // A result drawn at the same place is read with it and says its own time.
  expect(stripNamed('Potassium').textContent).toContain('29 Oct 2026, 08:05, 25 min earlier');
  pressOnStrip('Home');
  expect(screen.getByText(/^At 14 Jan 2026, 08:00/)).toBeTruthy();
  expect(stripNamed('Creatinine').textContent).toContain('no final result charted before this time');
  pressOnStrip('Escape');
  expect(screen.getByText('Latest,', { exact: false })).toBeTruthy();
  expect(location.hash).toContain('compare');
});

test('rule 12: a reading has value, unit, time with zone, flag, range, status and source', () => {
  showCompare(recordOf(compareStory));
  timeAxis().focus();
  pressOnStrip('End');
  pressOnStrip('ArrowLeft');
  const { textContent } = stripNamed('Potassium');
  for (const text of ['5.8', 'mmol/L', '12 Nov 2026, 08:10', 'high, final', 'Reference range 3.5–5'])
    expect(textContent).toContain(text);
  expect(screen.getByText(/^At 12 Nov 2026/).textContent).toContain('CST, UTC−06:00');
  fireEvent.click(
    within(stripNamed('Potassium')).getByRole('button', {
      name: 'Source of the result, Potassium, 12 Nov 2026, 08:10',
    }),
  );
  expect(onOpenSource).toHaveBeenLastCalledWith('k6');
});

test('rule 12: each strip with a result at the cursor has value, unit, flag and date at the point itself', () => {
  showCompare(recordOf(compareStory));
  timeAxis().focus();
  pressOnStrip('End');
  const label = (name: string) => stripNamed(name).querySelector('[data-point-label]')?.textContent;
  expect(label('Potassium')).toContain('5.3 mmol/L');
  expect(label('Creatinine')).toBeUndefined();
  pressOnStrip('ArrowLeft');
  expect(label('Potassium')).toBe('H 5.8 mmol/L12 Nov 2026, 08:10');
  pressOnStrip('Escape');
  expect(label('Potassium')).toBeUndefined();
});

test('rule 12: down and up choose a strip, whose own results the keys then walk', () => {
  showCompare(recordOf(compareStory));
  timeAxis().focus();
  pressOnStrip('ArrowDown');
  expect(document.activeElement?.getAttribute('aria-label')).toBe(
    'Potassium (mmol/L), 5 results in this period',
  );
  pressOnStrip('End');
  pressOnStrip('ArrowLeft');
  pressOnStrip('ArrowLeft');
  expect(liveText()).toBe(
    'Potassium 5.4 millimoles per litre, high. 29 October 2026. Up 0.5 from 4.9. Result 5 of 7.',
  );
  // The slider of the strip counts as its reading does.
  expect(document.activeElement?.getAttribute('aria-valuetext')).toBe('result 5 of 7');
  pressOnStrip('ArrowDown');
  pressOnStrip('ArrowDown');
  expect(liveText()).toMatch(/^Blood pressure 146\/80 millimetres of mercury/);
  pressOnStrip('ArrowLeft');
  expect(liveText()).toMatch(
    /^Blood pressure 158\/84 millimetres of mercury, no lab flag\. 20 October 2026\./,
  );
  pressOnStrip('ArrowUp');
  pressOnStrip('ArrowUp');
  pressOnStrip('ArrowUp');
  expect(document.activeElement).toBe(timeAxis());
});

test('every moment can be reached by key, and each says something', () => {
  showCompare(recordOf(compareStory));
  timeAxis().focus();
  pressOnStrip('Home');
  const announcements = new Set([liveText()]);
  for (let i = 0; i < 9; i++) {
    pressOnStrip('ArrowRight');
    announcements.add(liveText());
  }
  expect(announcements.size).toBe(7);
  expect(timeAxis().getAttribute('aria-valuetext')).toBe('time 7 of 7');
});

test('rule 53: a pointer moves the same cursor, rests on a result beside it, and a press announces', () => {
  showCompare(recordOf(compareStory));
  const slider = stripNamed('Potassium').querySelector('[role="slider"]')!;
  const ring = () => stripNamed('Potassium').querySelector('[data-ring]');
  timeAxis().focus();
  pressOnStrip('End');
  pressOnStrip('ArrowLeft');
  const x = xOfMark(plotOfStrip('Potassium').querySelector('[data-cursor]'));
  pressOnStrip('Escape');
  fireEvent.pointerMove(slider, { clientX: x + 2, clientY: 10 });
  expect(screen.getByText(/^At 12 Nov 2026, 08:10/)).toBeTruthy();
  expect(ring()).toBeTruthy();
  expect(liveText()).toBe('');
  fireEvent.pointerDown(slider, { clientX: x + 2, clientY: 10 });
  expect(liveText()).toMatch(/^Potassium 5\.8 millimoles per litre, high\./);
  fireEvent.pointerMove(slider, { clientX: x - 200, clientY: 10 });
  expect(ring()).toBeNull();
});

test('before and after a moment: median, count and days, with what was left out', () => {
  showCompare(recordOf(compareStory));
  fireEvent.keyDown(document.body, { key: 'a' });
  expect(screen.getByText(/^Choose a time first/)).toBeTruthy();
  timeAxis().focus();
  pressOnStrip('End');
  pressOnStrip('ArrowLeft');
  pressOnStrip('ArrowLeft');
  pressOnStrip('ArrowLeft');
  pressOnStrip('ArrowLeft');
  pressOnStrip('a');
  const table = screen.getByRole('table', { name: /^Before and after 20 Oct 2026, 08:30/ });
  const row = (name: string) => within(table).getByRole('rowheader', { name }).closest('tr')?.textContent;
  expect(row('Potassium')).toBe(
    'Potassium4.75 mmol/L 2 results in 279 days5.6 mmol/L 2 results in 23 days↑0.851 preliminary',
  );
  expect(row('Blood pressure, systolic')).toBe(
    'Blood pressure, systolic158 mmHg 1 result in 0 days146 mmHg 1 result in 9 days↓12',
  );
  expect(row('Heart rate')).toContain('no result');
  pressOnStrip('a');
  expect(screen.queryByRole('table')).toBeNull();
});

test('rules 56, 57: the table has every result of the window, newest first, and the same cursor', () => {
  showCompare(recordOf([...compareStory, resultInput('2823-3', 'haemolysed', '', '2026-11-20T14:00:00Z')]));
  fireEvent.keyDown(document.body, { key: 't' });
  const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows()).toHaveLength(11);
  expect(rows()[0]?.textContent).toContain('24 Nov 2026, 09:40Potassium5.3 mmol/L');
  expect(rows()[1]?.textContent).toContain('“haemolysed”, not charted');
  fireEvent.click(rows()[2]!);
  expect(screen.getByText(/^At 12 Nov 2026, 08:10/)).toBeTruthy();
  expect(rows()[2]?.getAttribute('aria-selected')).toBe('true');
  // Two results of one moment are two rows for the keys.
  for (let i = 0; i < 3; i++)
    fireEvent.keyDown(screen.getByRole('group', { name: /^All results/ }), { key: 'ArrowDown' });
  expect(rows()[5]?.getAttribute('aria-selected')).toBe('true');
  expect(stripNamed('Potassium').textContent).toContain('1 not charted');
});

test('rule 17: the latest says that a newer result is listed, and a moment reads itself alone', () => {
  showCompare(
    recordOf([...compareStory, resultInput('2823-3', '7.9, hemolyzed', '', '2026-11-24T18:00:00Z')]),
  );
  expect(stripNamed('Potassium').textContent).toContain('Newer, not charted: 7.9, hemolyzed, 24 Nov 2026');
  // Nobody takes the date of the number for that of the newer one: it stands before it, with what the number was.
  expect(stripNamed('Potassium').textContent).toMatch(/Nov 2026.*was .*Newer, not charted: 7\.9/);
  expect(stripNamed('Creatinine').textContent).not.toContain('Newer');
  timeAxis().focus();
  pressOnStrip('ArrowLeft');
  expect(stripNamed('Potassium').textContent).not.toContain('Newer');
});

test('rule 44: a month stays a month: a bar off the line, read without a time', () => {
  showCompare(recordOf([...compareStory, resultInput('2823-3', 4.4, 'mmol/L', '2026-03')]), '#compare=k');
  timeAxis().focus();
  pressOnStrip('Home');
  pressOnStrip('ArrowRight');
  expect(stripNamed('Potassium').textContent).toContain('4.4 mmol/L');
  expect(stripNamed('Potassium').querySelector('time')?.textContent).toBe('Mar 2026');
  expect(liveText()).toContain('Potassium 4.4 millimoles per litre');
});

test('the start of something in the lanes is day 0, with before and after', () => {
  showCompare(recordOf(compareStory));
  fireEvent.click(screen.getByRole('button', { name: 'Spironolactone started' }));
  expect(screen.getByText(/^At 20 Oct 2026, 09:00/).textContent).toContain('day 0');
  expect(screen.getByRole('table', { name: /^Before and after 20 Oct 2026, 09:00/ })).toBeTruthy();
  timeAxis().focus();
  pressOnStrip('ArrowRight');
  expect(screen.getByText(/^At 29 Oct 2026, 08:05/).textContent).toContain('CDT, day 9');
  pressOnStrip('Home');
  expect(screen.getByText(/^At 14 Jan 2026/).textContent).toContain('day −279');
});
