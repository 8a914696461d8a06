// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import {
  CompareApp,
  timeAxis,
  chooseComparison,
  stripNamesShown,
  pressOnStrip,
  comparisonChoice,
  showCompare,
  compareStory,
  stripNamed,
  YEAR_DAYS,
} from './compareFixture.tsx';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { madeCourse, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const clickButton = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const pressed = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed');
const parameter = (name: string) => new URLSearchParams(location.hash.slice(1)).get(name);
const beforeAfter = () => screen.queryByRole('table', { name: /^Before and after/ });
const captionOf = (table: HTMLElement | null) => table?.querySelector('caption')?.textContent;

test('all that is chosen stands in the address, takes no step back, and opens again as it was', () => {
  showCompare(recordOf(compareStory), '#compare=k,creat&window=1y');
  const before = history.length;
  for (const name of ['Points only', 'Relative', 'Table']) clickButton(name);
  chooseComparison('before');
  timeAxis().focus();
  for (const key of ['End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'a']) pressOnStrip(key);
  expect(captionOf(beforeAfter())).toContain('20 Oct 2026, 08:15');
  expect(location.hash).toBe(
    '#compare=k,creat&view=relative-points-before-table&moment=35.10069444d&window=1y',
  );
  expect(history.length).toBe(before);
  const shared = location.hash;
  cleanup();

  showCompare(recordOf(compareStory), shared);
  for (const name of ['Points only', 'Relative', 'Before/after', 'Table'])
    expect([name, pressed(name)]).toEqual([name, 'true']);
  expect(comparisonChoice().value).toBe('before');
  expect(captionOf(beforeAfter())).toContain('20 Oct 2026, 08:15');
  // The moment is exact to the millisecond, so the result of that moment counts as before it.
  expect(beforeAfter()?.textContent).toContain('Potassium4.75 mmol/L 2 results in 279 d');
  clickButton('Before/after');
  expect(beforeAfter()).toBeNull();
  expect(parameter('moment')).toBeNull();
});

test('rule 44: where a drug began on a day without a time, no midnight is named', () => {
  // 35.44444444 days before the newest result 20 October begins, in Chicago.
  const fragment = '#compare=k&moment=35.44444444d';
  const captionWith = (...starts: readonly string[]) => {
    const courses = starts.map((start, i) => madeCourse(`Drug ${i}`, [madeDoseStep(start, '…', 25)]));
    showCompare(recordOf(compareStory), fragment, YEAR_DAYS, eventsSnapshot({ courses, events: [] }));
    const caption = captionOf(beforeAfter());
    cleanup();
    return caption;
  };
  expect(captionWith('2026-10-20')).toMatch(
    /^Before and after \+ Drug 0 25 mg\/day, 20 Oct 2026 \(all results of that day count as after\), in this/,
  );
  // A time that was sent is a time, and any other day says nothing of this moment.
  for (const starts of [['2026-10-20T05:00:00Z'], ['2026-10-20', '2026-10-20T05:00:00Z'], ['2026-10-21']])
    expect(captionWith(...starts)).toMatch(/^Before and after 20 Oct 2026, 00:00/);
});

test('rule 44: all results of the day on which a drug began count as after it, also one of midnight or of the day alone', () => {
  const day = [
    resultInput('2823-3', 4.1, 'mmol/L', '2026-10-19T14:00:00Z'),
    resultInput('2823-3', 6.2, 'mmol/L', '2026-10-20T00:00:00-05:00'),
    resultInput('2823-3', 6.4, 'mmol/L', '2026-10-20'),
    resultInput('2823-3', 6.3, 'mmol/L', '2026-10-21T00:00:00-05:00'),
  ];
  const courses = [madeCourse('Spironolactone', [madeDoseStep('2026-10-20', '…', 25)])];
  showCompare(recordOf(day), '#compare=k&moment=1d', YEAR_DAYS, eventsSnapshot({ courses, events: [] }));
  expect(captionOf(beforeAfter())).toContain('all results of that day count as after');
  expect(beforeAfter()?.textContent).toContain('4.1 mmol/L 1 result');
  expect(beforeAfter()?.textContent).toContain('6.3 mmol/L 3 results');
});

test('rule 37: the moment waits until all is read, because each page could bring a newer result', () => {
  const fragment = '#compare=k&moment=35.10069444d';
  const part = compareStory.slice(0, 4);
  const { rerender } = showCompare(recordOf(part, { ended: false, complete: false }), fragment);
  expect(beforeAfter()).toBeNull();
  expect(
    screen.getByText(/is counted from the newest result, so it waits until all results are loaded/),
  ).toBeTruthy();
  rerender(<CompareApp record={recordOf(compareStory)} window={YEAR_DAYS} />);
  expect(captionOf(beforeAfter())).toContain('20 Oct 2026, 08:15');
});

test('a newer result moves no moment that is on the screen: the address follows', () => {
  const { rerender } = showCompare(recordOf(compareStory), '#compare=k&moment=35.10069444d');
  const later = resultInput('2823-3', 5, 'mmol/L', '2026-11-24T19:40:00Z');
  rerender(<CompareApp record={recordOf([...compareStory, later])} window={YEAR_DAYS} />);
  expect(captionOf(beforeAfter())).toContain('20 Oct 2026, 08:15');
  expect(parameter('moment')).toBe('35.26736111d');
});

test('the same view of another patient counts from that patient’s newest result', () => {
  const other = [
    resultInput('2823-3', 4.1, 'mmol/L', '2020-01-01T12:00:00Z'),
    resultInput('2823-3', 4.3, 'mmol/L', '2020-02-10T12:00:00Z'),
  ];
  const span = { startMs: Date.parse('2020-01-01T00:00:00Z'), endMs: Date.parse('2020-02-10T12:00:00Z') };
  showCompare(recordOf(other), '#compare=k&moment=10d', span);
  expect(captionOf(beforeAfter())).toContain('31 Jan 2020, 06:00');
});

test('rule 11: a moment outside the window is said, and drawn nowhere', () => {
  showCompare(recordOf(compareStory), '#compare=k&moment=1000d');
  expect(screen.getByText(/^The time of before\/after, .* is outside this period\.$/)).toBeTruthy();
  expect(stripNamed('Potassium').querySelector('[data-moment]')).toBeNull();
});

test('a hostile address is refused calmly: nothing of it is shown or followed', () => {
  const hostileText = encodeURIComponent('text:Edwin Marlowe has died');
  showCompare(
    recordOf(compareStory),
    `#compare=k,${hostileText},a1c,${hostileText}1&view=relative-x&moment=2026-11-12`,
  );
  expect(stripNamesShown()).toEqual(['Potassium (relative to the reference range)']);
  expect(
    screen.getByText(/^Longview did not recognise part of this link and left it out\./).textContent,
  ).toContain('Not in this record: Hemoglobin A1c and 2 that Longview does not know.');
  expect(document.body.textContent).not.toContain('has died');
  expect(beforeAfter()).toBeNull();
});

test('more strips than fit are counted', () => {
  showCompare(recordOf(compareStory), '#compare=k,creat,na,hr,bp-sys,a1c,ldl,hgb,wbc,plt');
  expect(screen.getByText(/^2 more than 8 tests were asked for, and are not shown\./)).toBeTruthy();
});

test('while pages arrive, what stands there for now is named in no address', () => {
  const { rerender } = render(<></>);
  location.hash = '#compare';
  rerender(
    <CompareApp
      record={recordOf(compareStory.slice(0, 3), { ended: false, complete: false })}
      window={YEAR_DAYS}
    />,
  );
  clickButton('Table');
  expect(location.hash).toBe('#compare&view=table');
});
