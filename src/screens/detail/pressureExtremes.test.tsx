// @vitest-environment happy-dom
import { cleanup, configure } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pressure, recordOf } from '../../testing/recordFixture.ts';
import { showDetail } from './detailFixture.tsx';

// A lazily loaded part comes late on a busy machine, and is no less right.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  location.hash = '';
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
