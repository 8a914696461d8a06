// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { Grid } from './Grid.tsx';

const counter = await vi.hoisted(async () =>
  (await import('../../testing/renderCounter.ts')).createRenderCounter(),
);

afterEach(cleanup);

const CODES = ['2823-3', '2951-2', '2160-0', '718-7'];

const recordOfMonths = (count: number) =>
  recordOf(
    Array.from({ length: count }, (_, i) =>
      resultInput(
        CODES[i % CODES.length]!,
        4 + (i % 10) / 10,
        'mmol/L',
        new Date(Date.parse('2020-01-12T14:10:00Z') + i * 2_592_000_000).toISOString(),
      ),
    ),
  );

/** Lets the list of visible rows settle after a scroll. */
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 250)));

test.each([4, 12, 60])('a scroll of some pixels draws no row anew, with %i columns', async (count) => {
  const record = recordOfMonths(count);
  render(
    <InOpenRecord record={record} nowMs={record.readAtMs}>
      <Grid events={undefined} fragment="#results" />
    </InOpenRecord>,
  );
  const box = screen.getByRole('grid').parentElement!;
  await settled();
  counter.reset();
  for (const scrollTop of [1, 3, 2]) {
    box.scrollTop = scrollTop;
    fireEvent.scroll(box);
  }
  await settled();
  for (const name of ['GridSheetRow', 'GridCell', 'GridHead'])
    expect([name, counter.counts().get(name) ?? 0]).toEqual([name, 0]);
});

/** Each result is of another test. */
const recordOfTests = (count: number) =>
  recordOf(
    Array.from({ length: count }, (_, i) =>
      resultInput(`${90_000 + i}-0`, 4, 'mmol/L', '2026-11-12T14:10:00Z'),
    ),
  );

test.each([
  ['columns', 'columnheader', 3, recordOfMonths(60)],
  ['rows', 'rowheader', 6, recordOfTests(60)],
])(
  'the %s that are seen are drawn at once, and those around them after the paint',
  async (_, role, around, record) => {
    render(
      <InOpenRecord record={record} nowMs={record.readAtMs}>
        <Grid events={undefined} fragment="#results" />
      </InOpenRecord>,
    );
    const heads = () => screen.getAllByRole(role).length;
    const seen = heads();
    await waitFor(() => expect(heads()).toBe(seen + around));
  },
);
