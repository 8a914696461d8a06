import { describe, expect, test } from 'vitest';
import { replaces } from '../rules/replacedResultsFixture.ts';
import { potassiumOfDay, repeatableReading, unaborted, values } from './recordRefreshFixture.ts';

const updated = (lastUpdated: string, versionId?: string) => ({ meta: { versionId, lastUpdated } });
const MORNING = '2026-01-07T08:00:00Z';
const NOON = '2026-01-07T12:00:00Z';

/** Reads these records one after the other and returns what stands after the last one. */
async function readInTurn(...records: readonly (readonly object[])[]) {
  const { server, run, startOver } = repeatableReading();
  server.record = records[0];
  let record = await run(unaborted, () => {});
  for (const next of records.slice(1)) {
    server.record = next;
    startOver();
    // oxlint-disable-next-line no-await-in-loop -- one reading follows the other
    record = await run(unaborted, () => {});
  }
  return record;
}

describe('rule 35: a copy of the server that is behind answers', () => {
  test.each([
    ['an older version by number', potassiumOfDay('1', 7.2, '3', 'corrected'), potassiumOfDay('1', 4.1, '2')],
    [
      'a version before its withdrawal',
      potassiumOfDay('1', 7.2, '2', 'entered-in-error'),
      potassiumOfDay('1', 7.2, '1'),
    ],
    [
      'an older version by date',
      { ...potassiumOfDay('1', 7.2), ...updated(NOON) },
      { ...potassiumOfDay('1', 4.1), ...updated(MORNING) },
    ],
    [
      'an older version by number and date',
      { ...potassiumOfDay('1', 7.2), ...updated(NOON, '3') },
      { ...potassiumOfDay('1', 4.1), ...updated(MORNING, '2') },
    ],
    [
      'an older version by date, of another kind of number',
      { ...potassiumOfDay('1', 7.2), ...updated(NOON, 'c') },
      { ...potassiumOfDay('1', 4.1), ...updated(MORNING, '2') },
    ],
  ])('the newer version stays, and what is new is taken: %s', async (_, newer, older) => {
    const before = values(await readInTurn([newer, potassiumOfDay('2', 4.2)]));
    const behind = await readInTurn(
      [newer, potassiumOfDay('2', 4.2)],
      [older, potassiumOfDay('2', 4.2), potassiumOfDay('3', 4.3)],
    );
    expect(values(behind)).toEqual([...before, 4.3]);
    expect(behind.refresh).toMatchObject({ state: 'partly', added: 1, corrected: 0, older: 1, missing: 0 });
    const { received, drawn, listed, withdrawn, excluded, duplicate } = behind.account;
    expect(received).toBe(drawn + listed + withdrawn + excluded + duplicate);
    const caughtUp = await readInTurn(
      [newer, potassiumOfDay('2', 4.2)],
      [older, potassiumOfDay('2', 4.2), potassiumOfDay('3', 4.3)],
      [newer, potassiumOfDay('2', 4.2), potassiumOfDay('3', 4.3)],
    );
    expect(values(caughtUp)).toEqual([...before, 4.3]);
    expect(caughtUp.refresh).toMatchObject({ state: 'done', added: 0, corrected: 0, gone: 0 });
  });

  test('a critical result that the copy does not have yet stays, and is not called gone', async () => {
    const record = await readInTurn(
      [potassiumOfDay('1', 4.6, '2', 'corrected'), potassiumOfDay('2', 7.9)],
      [potassiumOfDay('1', 4.1, '1')],
    );
    expect(values(record)).toEqual([4.6, 7.9]);
    expect(record).toMatchObject({
      complete: true,
      refresh: { state: 'partly', gone: 0, older: 1, missing: 1 },
    });
  });

  test('a correction and a withdrawal that came later are taken beside it', async () => {
    const record = await readInTurn(
      [potassiumOfDay('1', 4.6, '2'), potassiumOfDay('2', 7.9), potassiumOfDay('3', 4.3)],
      [
        potassiumOfDay('1', 4.1, '1'),
        potassiumOfDay('2', 4.9, '2', 'corrected'),
        potassiumOfDay('3', 4.3, '2', 'entered-in-error'),
      ],
    );
    expect(values(record)).toEqual([4.6, 4.9]);
    expect(record.refresh).toMatchObject({ state: 'partly', corrected: 1, withdrawn: 1, older: 1 });
  });

  test('a version that only says which result it replaces is taken beside it', async () => {
    const replacing = { ...potassiumOfDay('3', 4.3, '2'), ...replaces('Observation/2') };
    const record = await readInTurn(
      [potassiumOfDay('1', 4.6, '2'), potassiumOfDay('2', 7.9), potassiumOfDay('3', 4.3)],
      [potassiumOfDay('1', 4.1, '1'), potassiumOfDay('2', 7.9), replacing],
    );
    expect(values(record)).toEqual([4.6, 4.3]);
    // The one that replaces has changed, and the other one has left the line.
    expect(record.refresh).toMatchObject({ state: 'partly', corrected: 2, older: 1 });
  });

  test('of two forms of one result that came the newer one is taken, whichever came last', async () => {
    const withdrawn = { ...potassiumOfDay('2', 7.9, '1', 'entered-in-error'), ...updated(NOON) };
    const forms = [withdrawn, potassiumOfDay('2', 7.9, '1')];
    for (const all of [forms, forms.toReversed()]) {
      const record = await readInTurn(
        [potassiumOfDay('1', 4.6, '2')],
        [potassiumOfDay('1', 4.1, '1'), ...all],
      );
      expect(values(record)).toEqual([4.6, 7.9]);
    }
  });

  test('a result that the server counts anew and changed later is taken beside it', async () => {
    const record = await readInTurn(
      [
        { ...potassiumOfDay('1', 4.6), ...updated(NOON, '2') },
        { ...potassiumOfDay('2', 7.9), ...updated(MORNING, '5') },
      ],
      [
        { ...potassiumOfDay('1', 4.1), ...updated(MORNING, '1') },
        { ...potassiumOfDay('2', 4.9, '1', 'corrected'), ...updated(NOON, '1') },
      ],
    );
    expect(values(record)).toEqual([4.6, 4.9]);
    expect(record.refresh).toMatchObject({ state: 'partly', corrected: 1, older: 1 });
  });

  test('a result without an id is not counted again', async () => {
    const unnamed = { ...potassiumOfDay('2', 4.2), id: undefined };
    const older = [potassiumOfDay('1', 4.1, '1'), unnamed];
    const record = await readInTurn([potassiumOfDay('1', 4.6, '2'), unnamed], older, older);
    expect(values(record)).toEqual([4.6, 4.2]);
    expect(record).toMatchObject({
      account: { received: 3, drawn: 2, duplicate: 1 },
      refresh: { state: 'partly' },
    });
  });

  test('rule 48: a result that was moved to another patient leaves the record all the same', async () => {
    const record = await readInTurn(
      [potassiumOfDay('1', 4.6, '2'), potassiumOfDay('2', 7.9)],
      [
        potassiumOfDay('1', 4.1, '1'),
        { ...potassiumOfDay('2', 7.9, '2'), subject: { reference: 'Patient/p2' } },
      ],
    );
    expect(values(record)).toEqual([4.6]);
    expect(record.refresh).toMatchObject({ state: 'partly', gone: 1, missing: 0 });
  });

  test('rule 40: the record is as old as what stays of it', async () => {
    const { server, run, startOver } = repeatableReading();
    server.record = [potassiumOfDay('1', 4.6, '2')];
    const { readAtMs } = await run(unaborted, () => {});
    await new Promise((resolve) => setTimeout(resolve, 5));
    server.record = [potassiumOfDay('1', 4.1, '1'), potassiumOfDay('2', 4.2)];
    startOver();
    expect((await run(unaborted, () => {})).readAtMs).toBe(readAtMs);
  });
});

describe('a server that counts its versions anew', () => {
  test('is believed where it says that a result was changed later', async () => {
    const record = await readInTurn(
      [{ ...potassiumOfDay('1', 7.2), ...updated(MORNING, '5') }, potassiumOfDay('2', 4.2)],
      [{ ...potassiumOfDay('1', 4.1, '1', 'corrected'), ...updated(NOON, '1') }, potassiumOfDay('2', 4.2)],
    );
    expect(values(record)).toEqual([4.1, 4.2]);
    expect(record.refresh).toMatchObject({ state: 'done', corrected: 1 });
  });

  test('is believed from the second correction on where it says no date', async () => {
    const inTurn = [
      [potassiumOfDay('1', 7.2, '5'), potassiumOfDay('2', 4.2)],
      [potassiumOfDay('1', 7.2, '1'), potassiumOfDay('2', 4.2)],
      [potassiumOfDay('1', 4.1, '2', 'corrected'), potassiumOfDay('2', 4.2)],
    ];
    const counted = await readInTurn(...inTurn.slice(0, 2));
    expect(values(counted)).toEqual([7.2, 4.2]);
    expect(counted.refresh).toMatchObject({ state: 'partly', older: 0, missing: 0 });
    const corrected = await readInTurn(...inTurn);
    expect(values(corrected)).toEqual([4.1, 4.2]);
    expect(corrected.refresh).toMatchObject({ state: 'done', corrected: 1 });
  });

  test('and was restored from a copy: what was changed after that is taken, and never what was before', async () => {
    const held = { ...potassiumOfDay('1', 7.2, '5', 'corrected'), ...updated(NOON, '5') };
    const restored = { ...potassiumOfDay('1', 4.1), ...updated(MORNING, '3') };
    expect(values(await readInTurn([held], [restored], [restored]))).toEqual([7.2]);
    const evening = {
      ...potassiumOfDay('1', 6.9, '4', 'corrected'),
      ...updated('2026-01-07T20:00:00Z', '4'),
    };
    const record = await readInTurn([held], [restored], [evening]);
    expect(values(record)).toEqual([6.9]);
    expect(record.refresh).toMatchObject({ state: 'done', corrected: 1 });
  });

  test('dates are compared as instants, in whatever zone they were written', async () => {
    const record = await readInTurn(
      [{ ...potassiumOfDay('1', 7.2), ...updated('2026-01-07T12:00:00+05:00', '5') }],
      [{ ...potassiumOfDay('1', 4.1, '1', 'corrected'), ...updated('2026-01-07T08:00:00Z', '1') }],
    );
    expect(values(record)).toEqual([4.1]);
  });
});

test('what a copy that is behind sends again and again never becomes the newer one', async () => {
  const [held, older] = [potassiumOfDay('1', 7.2, '5'), potassiumOfDay('1', 4.1, '4')];
  expect(values(await readInTurn([held], [older], [older]))).toEqual([7.2]);
});

test('a copy that sends an old version unchanged is not counted anew', async () => {
  const record = await readInTurn(
    [{ ...potassiumOfDay('1', 7.2), ...updated(NOON, '5') }],
    [{ ...potassiumOfDay('1', 7.2), ...updated(MORNING, '3') }],
    [{ ...potassiumOfDay('1', 4.1), ...updated(MORNING, '4') }],
  );
  expect(values(record)).toEqual([7.2]);
});

test('versions that cannot be compared hold up no refresh', async () => {
  const record = await readInTurn(
    [potassiumOfDay('1', 4.1, '7'), { ...potassiumOfDay('2', 4.2), meta: undefined }],
    [
      { ...potassiumOfDay('1', 4.4), ...updated('2026-01-01T08:00:00Z') },
      { ...potassiumOfDay('2', 4.5), meta: undefined },
    ],
  );
  expect(values(record)).toEqual([4.4, 4.5]);
});
