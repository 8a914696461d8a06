// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { newerChanges } from './newerChanges.ts';
import { NewerChangesList } from './NewerChangesList.tsx';

afterEach(cleanup);

/** Each measure has one result on its curve, and a preliminary one that is newer. */
const CODES = ['2823-3', '2951-2', '2160-0', '718-7', '777-3', '17861-6'];
const UNITS = ['mmol/L', 'mmol/L', 'mg/dL', 'g/dL', '10*3/uL', 'mg/dL'];

const resultsOf = (flagOf: (i: number) => string) =>
  CODES.flatMap((code, i) => {
    const flag = flagOf(i);
    const interpretation = flag ? [{ coding: [{ code: flag }] }] : [];
    return [
      resultInput(code, 4, UNITS[i]!, '2026-11-01T08:00:00Z'),
      { ...resultInput(code, 5, UNITS[i]!, '2026-11-20T08:00:00Z'), status: 'preliminary', interpretation },
    ];
  });

function show(columns: 1 | 2 | 3, flagOf: (i: number) => string = () => 'H') {
  const record = recordOf(resultsOf(flagOf));
  const changes = newerChanges(record.series, Number.NEGATIVE_INFINITY, 'UTC');
  render(
    <InOpenRecord record={record}>
      <NewerChangesList changes={changes} qualifiers={new Map()} columns={columns} />
    </InOpenRecord>,
  );
  return changes.length;
}
const links = () => screen.getAllByRole('link').length;

test.each([
  [3, 3],
  [2, 2],
  [1, 2],
] as const)('in %i columns as many are named as have room, and a button names the rest', (columns, shown) => {
  expect(show(columns)).toBe(CODES.length);
  expect(links()).toBe(shown);
  const button = screen.getByRole('button', { name: `Show ${CODES.length - shown} more newer results` });
  fireEvent.click(button);
  expect(links()).toBe(CODES.length);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  fireEvent.click(button);
  expect(links()).toBe(shown);
});

test('rule 13: no critical one is behind the button, however many there are', () => {
  show(3, (i) => (i === 0 ? '' : 'HH'));
  expect(links()).toBe(5);
  expect(screen.getByRole('button', { name: 'Show 1 more newer result' })).toBeTruthy();
});

test('rule 13: on paper all are named, because paper has no button', () => {
  show(3);
  act(() => void dispatchEvent(new Event('beforeprint')));
  expect(links()).toBe(CODES.length);
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(links()).toBe(3);
});

test('without a newer result nothing stands there', () => {
  render(
    <InOpenRecord record={recordOf([])}>
      <NewerChangesList changes={[]} qualifiers={new Map()} columns={3} />
    </InOpenRecord>,
  );
  expect(screen.queryByRole('list')).toBeNull();
});
