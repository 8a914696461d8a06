// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { eventStates } from '../../../testing/eventsSnapshotFixture.ts';
import { partOfCare, retryCare, showCare } from './careScreenFixture.tsx';

afterEach(() => {
  cleanup();
  retryCare.mockClear();
});

describe('rule 38: what is missing is said, and "none" only of what was read whole', () => {
  const nothing = { events: [], courses: [] };

  test('nothing in a record that was read whole', async () => {
    await showCare({ ...nothing, states: eventStates({}, 0) });
    expect(
      within(partOfCare('What changed in the medicines')).getByText('There are no medicines in this record.'),
    ).toBeTruthy();
    expect(screen.getByText('There are no visits, procedures or vaccines in this record.')).toBeTruthy();
    expect(screen.getByText('There are no written reports in this record.')).toBeTruthy();
  });

  test.each([
    ['failed', 'Could not be read: orders for medicines.'],
    ['incomplete', 'Not all could be read: orders for medicines.'],
    ['not-granted', 'Longview was not allowed to see: orders for medicines.'],
    ['part', 'Longview was allowed to see only a part of: orders for medicines.'],
    ['not-allowed', 'The health system does not let Longview see: orders for medicines.'],
    ['refused', 'The health system does not offer: orders for medicines.'],
    ['not-asked', 'Longview does not ask this health system for: orders for medicines.'],
  ] as const)('orders: %s', async (state, words) => {
    await showCare({ ...nothing, states: eventStates({ MedicationRequest: state }) });
    const text = partOfCare('What changed in the medicines').textContent;
    expect(text).toContain(words);
    expect(document.body.textContent).not.toMatch(/no medicines|No medicine|No start/);
    const isRetried = state === 'failed' || state === 'incomplete';
    expect(screen.queryAllByRole('button', { name: 'Try again' })).toHaveLength(isRetried ? 1 : 0);
  });

  test('entries that do not say whose they are have words of their own, and no way to try again', async () => {
    const states = eventStates({ Encounter: 'incomplete', Procedure: 'incomplete' }).map((one) =>
      one.type === 'Encounter' ? { ...one, isUnconfirmed: true as const, isFinal: true as const } : one,
    );
    await showCare({
      ...nothing,
      states,
      leftOut: { strangers: 0, unconfirmed: 2, withdrawn: 0, unreadable: 0 },
    });
    const text = partOfCare('Visits, vaccines and other care').textContent;
    expect(text).toContain('Some came without saying whose they are, so they are not shown: visits.');
    expect(text).toContain('Not all could be read: procedures.');
    expect(text).not.toContain('There are no visits');
    // The procedures may come with the next try.
    expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1);
  });

  test.each(['isUnconfirmed', 'isKeptBack'])(
    'nothing is tried again that would be the same: %s',
    async (why) => {
      await showCare({
        ...nothing,
        states: eventStates({ Encounter: 'incomplete' }).map((one) =>
          one.type === 'Encounter'
            ? {
                ...one,
                ...(why === 'isUnconfirmed' && { isUnconfirmed: true as const }),
                isFinal: true as const,
              }
            : one,
        ),
      });
      expect(document.querySelectorAll('[data-notice="incomplete"]')).toHaveLength(1);
      expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    },
  );

  test('one press tries again, and several kinds are one sentence', async () => {
    await showCare({ ...nothing, states: eventStates({ Encounter: 'failed', Immunization: 'failed' }) });
    expect(partOfCare('Visits, vaccines and other care').textContent).toContain(
      'Could not be read: visits and vaccines.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await vi.waitFor(() => expect(retryCare).toHaveBeenCalledTimes(1));
  });

  test('rule 48: entries of another person are announced in red and not shown', async () => {
    await showCare({ leftOut: { strangers: 2, unconfirmed: 0, withdrawn: 0, unreadable: 0 } });
    expect(screen.getByRole('alert').textContent).toContain('Some entries belong to another person');
  });
});
