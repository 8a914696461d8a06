// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { siteOf } from '../../../testing/sessionFixture.ts';
import { flagConcept, resultInput } from '../../../testing/recordFixture.ts';
import { potassiumResult } from '../card/cardFixture.ts';
import { showList, textOfPage } from './resultsListFixture.tsx';

afterEach(cleanup);

describe('a quality control of the laboratory', () => {
  const control = {
    ...resultInput('2345-7', 28, 'mg/dL', '2026-11-20', flagConcept('LL')),
    code: { text: 'Glucose, quality control level 2' },
  };
  const said = 'The laboratory also sent a check of its own equipment.';

  test('is no result of the patient, and is said to have come', async () => {
    await showList([potassiumResult(5.4, '2026-10-29'), control]);
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(textOfPage()).toContain(said);
    expect(textOfPage()).not.toMatch(/quality control|\b28\b|critical|call/i);
  });

  test('is not mentioned where none came', async () => {
    await showList([potassiumResult(5.4, '2026-10-29')]);
    expect(textOfPage()).not.toContain(said);
  });
});

describe('results about somebody else', () => {
  const fetus = { focus: [{ display: 'Fetus' }] };
  const rate = (value: number, at: string, more: object = {}) =>
    resultInput('8867-4', value, '/min', at, { ...fetus, ...more });
  const site = siteOf({ call: '555-010-0199' });

  test('are no result of the patient, and are counted in plain words', async () => {
    await showList([potassiumResult(5.4, '2026-10-29'), rate(148, '2026-11-20'), rate(151, '2026-11-21')]);
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(textOfPage()).toContain(
      '2 results in this record are about someone or something else. That can be a baby before birth, a family member, a donor or a device. They are not shown here. Your care team can tell you about them.',
    );
    expect(textOfPage()).not.toMatch(/\b14[8]|\b151|another subject|urgent|call/i);
  });

  test('one is said in the singular, and none is not mentioned', async () => {
    await showList([potassiumResult(5.4, '2026-10-29'), rate(148, '2026-11-20')]);
    expect(textOfPage()).toContain('1 result in this record is about someone or something else');
    cleanup();
    await showList([potassiumResult(5.4, '2026-10-29')]);
    expect(textOfPage()).not.toContain('something else');
  });

  test.each(['cancelled', 'unknown', 'preliminary', 'registered'])(
    'one that is %s has no card of its own either, whose value would read as the patient’s',
    async (status) => {
      await showList([potassiumResult(5.4, '2026-10-29'), rate(148, '2026-11-20', { status })]);
      expect(screen.getAllByRole('article')).toHaveLength(1);
      expect(textOfPage()).toContain('1 result in this record is about someone or something else');
      expect(textOfPage()).not.toContain('148');
    },
  );

  test('one that was marked as urgent says so without its value, and whom to call', async () => {
    await showList([potassiumResult(4.4, '2026-10-29'), rate(48, '2026-11-20', flagConcept('LL'))], {}, site);
    expect(textOfPage()).toContain(
      'This result about someone or something else was marked as urgent. If nobody has talked with you about it, call now: 555-010-0199.',
    );
    expect(textOfPage()).not.toMatch(/\b48\b/);
    expect(screen.getByRole('link', { name: 'Call 555-010-0199' }).getAttribute('href')).toBe(
      'tel:5550100199',
    );
  });
});
