// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { drugFragment } from '../../parts/navigation/drugAddress.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { madeCareEvent, madeCourse, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { Timeline } from './Timeline.tsx';

afterEach(cleanup);

const NOW = Date.parse('2026-11-24T20:05:00Z');
const WINDOW = { startMs: Date.parse('2025-11-25T06:00:00Z'), endMs: NOW };

const showTimeline = () => {
  const amiodarone = madeCourse('Amiodarone', [
    madeDoseStep('2026-01-01', '2026-03-01', 400),
    madeDoseStep('2026-03-01', '…', 200),
  ]);
  const unnamed = { ...madeCourse('', [madeDoseStep('2026-02-01', '…', 5)]), key: 'code:77' };
  const dental = madeCareEvent('Procedure', 'Amiodarone pump check', '2026-04-01');
  render(
    <InOpenRecord patient={undefined} view={{ ...viewOfAll, visible: WINDOW, choice: '1y' }}>
      <Timeline events={eventsSnapshot({ courses: [amiodarone, unnamed], events: [dental] })} />
    </InOpenRecord>,
  );
};

test('each line of a medication in the list opens Compare with that drug; another event opens nothing', () => {
  showTimeline();
  const list = screen.getByRole('table');
  expect(
    within(list)
      .getAllByRole('link')
      .map((link) => [link.textContent, link.getAttribute('href')]),
  ).toEqual([
    ['Amiodarone', drugFragment('text:amiodarone')],
    ['no name', drugFragment('code:77')],
    ['Amiodarone', drugFragment('text:amiodarone')],
  ]);
});

test('the name beside a lane opens the same, and the address holds no word of the medication list', () => {
  showTimeline();
  const names = within(screen.getByRole('region', { name: 'Events' })).getAllByRole('link');
  expect(names.map(({ textContent }) => textContent)).toEqual(['Amiodarone', 'no name']);
  const [name] = names;
  expect(name?.getAttribute('href')).toBe(drugFragment('text:amiodarone'));
  expect(name?.getAttribute('href')).not.toMatch(/amio/i);
});
