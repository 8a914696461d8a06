// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { readSource } from '../../clinical/source/source.ts';
import type { SourceAnswer, SourceReader, VersionsAnswer } from '../../record/source/sourceReading.ts';
import { SourceDrawer } from './SourceDrawer.tsx';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const observation = (more: object = {}) => ({
  resourceType: 'Observation',
  id: 'o1',
  meta: { versionId: '2' },
  status: 'corrected',
  code: { text: 'Potassium', coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-11-12T08:10:00-06:00',
  issued: '2026-11-12T14:42:00Z',
  valueQuantity: { value: 5.8, unit: 'mmol/L' },
  note: [{ text: '<img src=x onerror=alert(1)>' }],
  ...more,
});
const reading = (more: object = {}) =>
  readSource(observation(more), {
    id: 'o1',
    patientId: 'p1',
    fhirBase: 'https://fhir.general.example/r4',
    hidePreliminary: false,
  });

function open(answers: readonly SourceAnswer[], versions: VersionsAnswer = { outcome: 'none' }) {
  const remaining = [...answers];
  const reader: SourceReader = {
    read: () => {
      const next = remaining.shift();
      return next === undefined ? new Promise(() => {}) : Promise.resolve(next);
    },
    earlier: (_id, version) => (version === 2 ? Promise.resolve(versions) : Promise.reject(new Error())),
  };
  const onClose = vi.fn<() => void>();
  const loadSourceReader = async () => reader;
  const view = render(
    <InOpenRecord patient={undefined} session={openedSession({}, { loadSourceReader })}>
      <SourceDrawer id="o1" onClose={onClose} />
    </InOpenRecord>,
  );
  const text = () => view.container.textContent ?? '';
  return { ...view, onClose, text };
}

test('rule 12: value, time in the zone and in UTC, status, code and source as sent; markup stays text', async () => {
  const { text, container } = open([{ ...reading(), json: '{ "id": "o1" }', version: 2, content: '' }]);
  await screen.findByText('Source: Potassium');
  for (const words of [
    '5.8 mmol/L',
    'corrected',
    'Measured12 Nov 2026, 08:10 CST, UTC−06:00',
    '2026-11-12T14:10:00Z; sent with the offset −06:00',
    '2026-11-12T14:42:00Z; local offset not sent',
    '2823-3 http://loinc.org',
    '<img src=x onerror=alert(1)>',
    '{ "id": "o1" }',
  ])
    expect(text()).toContain(words);
  expect(container.querySelector('img')).toBeNull();
});

test('rule 44: a day stays a day, without a time or a zone', async () => {
  const { text } = open([
    { ...reading({ effectiveDateTime: '2021-03-01', issued: '2021' }), json: '', version: 2, content: '' },
  ]);
  await screen.findByText('Source: Potassium');
  expect(text()).toContain('Measured1 Mar 2021');
  expect(text()).toContain('Measured, as sentsent as 2021-03-01');
  expect(text()).not.toContain('00:00');
});

test('the frame stands with its title while the answer is awaited', () => {
  const { text } = open([]);
  expect(screen.getByRole('heading', { name: 'Source' })).toBeDefined();
  expect(text()).toContain('Loading this result from General Hospital.');
});

test('rules 33, 48: withdrawn, another patient, gone and not allowed have different words, and no value', async () => {
  const answers: readonly (readonly [SourceAnswer, RegExp])[] = [
    [
      { ...reading({ status: 'entered-in-error' }), json: undefined, version: 2, content: '' },
      /was retracted/,
    ],
    [
      { ...reading({ subject: { reference: 'Patient/p2' } }), json: undefined, version: 2, content: '' },
      /of another patient/,
    ],
    [{ ...reading({ id: 'o2' }), json: undefined, version: 2, content: '' }, /returned a different result/],
    [{ outcome: 'gone' }, /no longer has this result/],
    [{ outcome: 'failed', failure: 'not-allowed' }, /does not allow/],
    [{ outcome: 'failed', failure: 'session' }, /session has ended/],
  ];
  for (const [answer, words] of answers) {
    const { text, container } = open([answer]);
    await screen.findByText(words);
    expect(text()).not.toContain('5.8');
    expect(container.querySelector('[data-retry]')).toBeNull();
    cleanup();
  }
});

test('a failed read is tried again on request; offline is said as what it is', async () => {
  vi.stubGlobal('navigator', { ...navigator, onLine: false });
  const { container, text } = open([
    { outcome: 'failed', failure: 'network' },
    { ...reading(), json: undefined, version: 2, content: '' },
  ]);
  await screen.findByText(/This device is offline/);
  fireEvent.click(container.querySelector('[data-retry]')!);
  await screen.findByText('Source: Potassium');
  expect(text()).toContain('5.8 mmol/L');
});

test('rule 35: earlier versions are read on request and marked as replaced', async () => {
  const { text } = open([{ ...reading(), json: undefined, version: 2, content: '' }], {
    outcome: 'versions',
    versions: [
      reading({ meta: { versionId: '1' }, status: 'final', valueQuantity: { value: 8.5, unit: 'mmol/L' } }),
    ],
    isCut: false,
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Earlier versions' }));
  await screen.findByText('1 earlier version, newest first.');
  expect(text()).toContain('Replaced: version 1, 8.5 mmol/L');
});

test('a server without history says so', async () => {
  const { text } = open([{ ...reading(), json: undefined, version: 2, content: '' }]);
  fireEvent.click(await screen.findByRole('button', { name: 'Earlier versions' }));
  await vi.waitFor(() =>
    expect(text()).toContain('This server keeps no earlier versions, or does not share them.'),
  );
});

test('the clinician’s facts come first; UTC, codes, ids and the raw resource are folded under Technical', async () => {
  const { container } = open([{ ...reading(), json: '{ "id": "o1" }', version: 2, content: '' }]);
  await screen.findByText('Source: Potassium');
  const technical = screen.getByText('Technical').closest('details')!;
  expect(technical.open).toBe(false);
  for (const words of ['2026-11-12T14:10:00Z', '2823-3', 'o1', 'Raw FHIR'])
    expect(technical.textContent).toContain(words);
  const before = container.textContent.slice(0, container.textContent.indexOf('Technical'));
  expect(before).toContain('5.8 mmol/L');
  expect(before).toContain('Reported12 Nov 2026, 08:42');
  expect(before).not.toMatch(/\d\dZ|http|2823-3|as sent/);
});

test('the drawer goes to another result, and never shows the old value under its name', async () => {
  const second = readSource(observation({ id: 'o2', valueQuantity: { value: 4.1, unit: 'mmol/L' } }), {
    id: 'o2',
    patientId: 'p1',
    fhirBase: 'https://fhir.general.example/r4',
    hidePreliminary: false,
  });
  const answers: Readonly<Record<string, SourceAnswer>> = {
    o1: { ...reading(), json: undefined, version: 2, content: '' },
    o2: { ...second, json: undefined, version: 2, content: '' },
  };
  const reader: SourceReader = {
    read: (id) => Promise.resolve(answers[id]!),
    earlier: () => Promise.reject(new Error()),
  };
  const shown = (id: string) => (
    <InOpenRecord
      patient={undefined}
      session={openedSession({}, { loadSourceReader: () => Promise.resolve(reader) })}
    >
      <SourceDrawer id={id} onClose={() => undefined} />
    </InOpenRecord>
  );
  const view = render(shown('o1'));
  await screen.findByText('5.8 mmol/L', { selector: 'bdi' });
  view.rerender(shown('o2'));
  expect(view.container.textContent).not.toContain('5.8');
  await screen.findByText('4.1 mmol/L', { selector: 'bdi' });
});

test('the drawer stands beside the screen, which stays in use', () => {
  const { container } = open([]);
  const dialog = screen.getByRole('dialog');
  expect(dialog.matches('[data-beside]')).toBe(true);
  expect(dialog.matches(':modal')).toBe(false);
  expect(container.querySelector('h2')).toBe(document.activeElement);
});

test('a zoom leaves the drawer, and another screen closes it', () => {
  location.hash = '#series=k';
  const { onClose } = open([]);
  location.hash = '#series=k&window=1y';
  fireEvent(globalThis as unknown as Window, new HashChangeEvent('hashchange'));
  expect(onClose).not.toHaveBeenCalled();
  location.hash = '#series=na';
  fireEvent(globalThis as unknown as Window, new HashChangeEvent('hashchange'));
  expect(onClose).toHaveBeenCalled();
  location.hash = '';
});

test('Escape in a field is left to the field', () => {
  const { onClose } = open([]);
  const field = document.body.appendChild(document.createElement('input'));
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(onClose).not.toHaveBeenCalled();
  field.remove();
});

test('Escape closes the drawer and is not left to the screen below', () => {
  const below = vi.fn<(event: KeyboardEvent) => void>();
  addEventListener('keydown', below);
  const { onClose } = open([]);
  // This also works if the focused element is gone, and the document has the focus.
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
  expect(below.mock.calls[0]?.[0].defaultPrevented).toBe(true);
  removeEventListener('keydown', below);
});
