// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { madeCareEvent, madeCourse, madeDoseStep } from '../../../testing/madeEventsFixture.ts';
import { marlowe } from '../../../testing/patientFixture.ts';
import { MedicineLane } from './MedicineLane.tsx';
import { linesOfCare, partOfCare, showCare } from './careScreenFixture.tsx';

afterEach(cleanup);

describe('medicines now', () => {
  test('are the orders that go on, with their dose, their directions as sent and since when', async () => {
    const told = 'Take 1 tablet by mouth with food';
    await showCare({
      courses: [
        madeCourse('Lisinopril', [
          madeDoseStep('2025-01-03', '2026-02-01', 10),
          madeDoseStep('2026-02-01', '…', 20, { doseText: told }),
        ]),
        madeCourse('Zinc', [madeDoseStep('', '', 5, { isOngoing: true, status: 'active' })]),
      ],
    });
    expect(linesOfCare('Medicines now')).toEqual([
      `Since February 1, 2026 Lisinopril 20 mg a dayDirections: ${told}`,
      'Start date not known Zinc 5 mg a day',
    ]);
  });

  test('the short forms of directions are told below the words as they were sent', async () => {
    const told = (doseText: string) =>
      madeCourse(doseText, [madeDoseStep('2026-02-01', '…', 20, { doseText })]);
    await showCare({ courses: [told('1 tab PO TID PRN'), told('Take 1 tablet QD')] });
    expect(linesOfCare('Medicines now').map((line) => line.split('Directions: ')[1])).toEqual([
      '1 tab PO TID PRN“PO” means by mouth. “TID” means 3 times a day. “PRN” means when needed.',
      'Take 1 tablet QD',
    ]);
  });

  test('directions that say no more than the dose are not told beside it, in the words of clinicians', async () => {
    const dosed = (shortDose: string, doseText: string) =>
      madeCourse(doseText, [madeDoseStep('2026-02-01', '…', 1, { shortDose, doseText })]);
    await showCare({
      courses: [
        dosed('70 mg/2 d', '70 mg every 2 d'),
        dosed('1 patch/72 h', '1 patch every 72 h'),
        dosed('5 mg/day', '5 mg daily'),
        dosed('1 patch/72 h', '1 patch every 72 h, transdermal'),
        dosed('12 mg/day', '3 mg every 6 h'),
      ],
    });
    const directions = linesOfCare('Medicines now').map((line) => line.split('Directions: ')[1]);
    expect(directions).toEqual([
      undefined,
      undefined,
      undefined,
      '1 patch every 72 h, transdermal',
      '3 mg every 6 h',
    ]);
  });

  test('a timing that cannot be put in words is not told in those of clinicians', async () => {
    const timing = { repeat: { frequency: 1, period: 1, periodUnit: 'd', count: 10 } };
    const of15Mg = {
      timing,
      doseAndRate: [{ doseQuantity: { value: 15, unit: 'mg' } }],
      asNeededBoolean: true,
      maxDosePerPeriod: { numerator: { value: 30, unit: 'mg' }, denominator: { value: 24, unit: 'h' } },
    };
    const directed = (sentDosage: object) => ({ doseText: '(timing: see the EHR)', sentDosage });
    await showCare({
      courses: [
        madeCourse('Methotrexate', [madeDoseStep('2026-02-01', '…', 15, directed(of15Mg))]),
        madeCourse('Zinc', [madeDoseStep('2026-02-01', '…', 5, directed({ timing: { repeat: {} } }))]),
      ],
    });
    const told = 'When to use it is in the app of the health system.';
    expect(linesOfCare('Medicines now')).toEqual([
      `Since February 1, 2026 Methotrexate 15 mg a dayDirections: 15 mg every day, when needed, at most 30 mg in 24 hours${told}`,
      `Since February 1, 2026 Zinc 5 mg a day${told}`,
    ]);
    expect(document.body.textContent).not.toContain('EHR');
  });

  test('do not hold what has no end, was last handed out or is on hold: each is said as that', async () => {
    await showCare({
      courses: [
        madeCourse('Atorvastatin', [madeDoseStep('2020-04-01', '', 10)]),
        madeCourse('Albuterol', [
          madeDoseStep('2026-11-24', '', 1, { type: 'MedicationDispense', shortDose: '', doseText: '' }),
        ]),
        madeCourse('Apixaban', [madeDoseStep('2026-10-01', '', 5, { status: 'on-hold', isNotDone: true })]),
        madeCourse('Amoxicillin', [madeDoseStep('2026-03-01', '2026-03-10', 500)]),
      ],
    });
    const text = partOfCare('Medicines now').textContent;
    expect(text).toContain('No medicine is marked as in use now.');
    expect(text).toContain('On hold. Ask your care team about it.Ordered: October 1, 2026 Apixaban');
    expect(text).toContain('Ordered: April 1, 2020 Atorvastatin');
    expect(text).toContain('Last handed out by a pharmacy: November 24, 2026 Albuterol');
    expect(text).not.toContain('Amoxicillin');
  });

  test('of somebody who has died are not said as of now, and nobody is told to ask', async () => {
    await showCare({}, { ...marlowe, deceased: 'Died 3 Jan 2024' });
    expect(linesOfCare('Medicines that stood in the record last')).toContain(
      'Since January 17, 2024 Lisinopril 40 mg a day',
    );
    expect(document.body.textContent).not.toMatch(/now|care team/i);
  });

  test.each(['notInUse', 'notTheMain'] as const)(
    'are not said as of now in a record that is "%s"',
    async (recordState) => {
      await showCare({}, { ...marlowe, recordState });
      expect(linesOfCare('Medicines that stood in the record last')).toContain(
        'Since January 17, 2024 Lisinopril 40 mg a day',
      );
      expect(document.body.textContent).not.toMatch(/\bnow\b/i);
    },
  );
});

describe('visits and reports', () => {
  test('visits, procedures and vaccines are one list, the newest first, with kind and reason', async () => {
    await showCare({
      events: [
        madeCareEvent('Encounter', 'AMB', '2026-02-03', { reason: 'Cough' }),
        madeCareEvent('Encounter', 'Inpatient, pneumonia', '2026-02-06', {
          end: '2026-02-11',
          encounterClass: 'IMP',
        }),
        madeCareEvent('Encounter', 'Telephone', '2026-11-13', { encounterClass: 'VR' }),
        madeCareEvent('Procedure', 'Renal ultrasound', '2026', { status: 'not-done', isNotDone: true }),
        madeCareEvent('Immunization', 'Influenza vaccine', '2025-10'),
        madeCareEvent('Encounter', 'Check', '2026-12-05', { status: 'planned', isNotDone: true }),
      ],
    });
    expect(linesOfCare('Visits, vaccines and other care')).toEqual([
      'December 5, 2026 Visit to a clinic CheckPlanned.',
      'November 13, 2026 Phone or video visit Telephone',
      'February 6, 2026 to February 11, 2026 Hospital stay Inpatient, pneumonia',
      'February 3, 2026 Visit to a clinic Reason: Cough',
      '2026 Procedure Renal ultrasoundNot done.',
      'October 2025 Vaccine Influenza vaccine',
    ]);
  });

  test('rule 34: the words of a report are shown once it is final, and before that it is announced', async () => {
    const report = (text: string, status: string, note: string) =>
      madeCareEvent('DiagnosticReport', text, '2026-11-20', { status, note });
    await showCare({
      events: [
        report('Chest X-ray', 'final', 'Clear lungs.\nDocument in the EHR: Images, application/pdf'),
        report('Biopsy', 'preliminary', 'Secret words'),
        report('Culture', 'partial', 'Secret growth'),
        report('Scan', 'unknown', 'Secret scan'),
        report('Echo', 'corrected', 'All well.'),
        report('Panel', 'final', ''),
      ].map((one, i) => (i === 5 ? { ...one, isResultsOnly: true as const } : one)),
    });
    const text = partOfCare('Reports').textContent;
    expect(text).toContain('Chest X-rayClear lungs.');
    expect(text).toContain('There is a document in the app of the health system: Images, application/pdf');
    expect(text).toContain('BiopsyThis report is not final yet.');
    expect(text).toContain('EchoThis report was corrected.All well.');
    expect(text).not.toMatch(/Secret|Panel|EHR/);
    expect(linesOfCare('Reports')).toHaveLength(5);
  });
});

test('who can tell what the words of a report mean is said once, and not about somebody who has died', async () => {
  const ask = 'Your care team can tell you what the words mean.';
  const report = (name: string, status: string, note: string) =>
    madeCareEvent('DiagnosticReport', name, '2026-11-20', { status, note });
  const biopsies = [
    report('Biopsy', 'final', 'Invasive carcinoma, grade 2.'),
    report('Biopsy 2', 'final', 'Free margins.'),
  ];
  await showCare({ events: biopsies });
  expect(partOfCare('Reports').textContent.split(ask)).toHaveLength(2);
  cleanup();
  await showCare({ events: [report('Biopsy', 'preliminary', 'Secret'), report('Scan', 'final', '')] });
  expect(partOfCare('Reports').textContent).not.toContain(ask);
  cleanup();
  await showCare({ events: biopsies }, { ...marlowe, deceased: 'Deceased 3 Mar 2026' });
  expect(partOfCare('Reports').textContent).not.toContain('care team');
});

test('a report without words is listed where results of it are nowhere in the record, and says so', async () => {
  const panel = { isResultsOnly: true as const, resultIds: ['nowhere'] };
  await showCare({ events: [madeCareEvent('DiagnosticReport', 'Basic panel', '2026-11-20', panel)] });
  expect(partOfCare('Reports').textContent).toContain(
    'Basic panelSome results of this report are not shown here.',
  );
});

describe('what the list of changes can show', () => {
  const orders = 'This list shows what was ordered. It cannot show what was taken.';

  test('of orders alone', async () => {
    await showCare({ courses: [madeCourse('Lisinopril', [madeDoseStep('2025-01-03', '…', 10)])] });
    expect(screen.getByText(orders)).toBeTruthy();
  });

  test('of reports and doses that were given it is not said that they were ordered', async () => {
    const reported = madeDoseStep('2025-01-03', '…', 10, { type: 'MedicationStatement' });
    await showCare({ courses: [madeCourse('Lisinopril', [reported])] });
    expect(screen.queryByText(orders)).toBeNull();
    expect(
      screen.getByText('This list shows what is in the record. It cannot show what was taken.'),
    ).toBeTruthy();
  });
});

test('a long list shows its newest lines, and the others on a press, where the reader goes on', async () => {
  const steps = [1, 2, 3, 4, 5, 6, 7].map((month) =>
    madeDoseStep(`2026-0${month}-01`, month === 7 ? '…' : `2026-0${month + 1}-01`, month),
  );
  await showCare({ courses: [madeCourse('Prednisone', steps)] });
  const list = within(partOfCare('What changed in the medicines'));
  const isShown = () => list.getAllByRole('listitem').filter(({ className }) => className === '').length;
  expect(isShown()).toBe(5);
  fireEvent.click(list.getByRole('button', { name: /^Show 2 more ?: What changed in the medicines$/ }));
  expect(isShown()).toBe(7);
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('February 1, 2026'));
});

test('the screen begins at its top, and can be left in a browser whose scrolling answers with a promise', async () => {
  const scroll = vi.spyOn(globalThis, 'scrollTo').mockReturnValue(Promise.resolve() as unknown as void);
  await showCare();
  expect(scroll).toHaveBeenCalledWith(0, 0);
  expect(cleanup).not.toThrow();
  scroll.mockRestore();
});

test('beside a curve stand the changes of its time alone', async () => {
  const lane = <MedicineLane startMs={Date.parse('2026-10-01')} endMs={Date.parse('2026-11-01')} />;
  await showCare({}, marlowe, lane);
  await screen.findByText('Started:');
  expect(linesOfCare('What changed in the medicines')).toEqual([
    'October 20, 2026 Started: Spironolactone 25 mg a day',
  ]);
});

test('rule 40: on paper the medicines and visits say the day on which they were read', async () => {
  await showCare();
  expect(document.body.textContent).toContain('read at 2:05');
  act(() => void dispatchEvent(new Event('beforeprint')));
  expect(document.body.textContent).toMatch(/read on November 24, 2026 at 2:05/i);
  expect(document.body.textContent).not.toContain('read at');
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(document.body.textContent).toContain('read at 2:05');
});

test('on paper the source is said once, unless these were read at another time than the results', async () => {
  const sourceOf = () => screen.getByText(/^From .*read (?:on|at)/);
  for (const [readAtMs, isSaidAbove] of [
    [Date.parse('2026-11-24T20:05:30Z'), true],
    [Date.parse('2026-11-24T21:20:00Z'), false],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
    await showCare({ readAtMs });
    expect(sourceOf().dataset['saidAbove']).toBeUndefined();
    act(() => void dispatchEvent(new Event('beforeprint')));
    expect(sourceOf().dataset['saidAbove'] === '').toBe(isSaidAbove);
    act(() => void dispatchEvent(new Event('afterprint')));
    cleanup();
  }
});
