// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { queryOptions } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { chartFileName } from './chartExport.ts';
import type { OpenEvents } from '../../record/events/openEvents.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { OpenedSession } from '../openRecord/openedSession.ts';
import type { Screen } from '../navigation/urlFragment.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';

const record = recordOf([
  resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z'),
  resultInput('2951-2', 135, 'mmol/L', '2026-11-12T14:10:00Z'),
]);

/** Sets what the frame allows. Showing content on the page is always allowed. */
function frame(allowed: { write?: boolean; writeText?: boolean; command?: boolean }) {
  const copied: { type: string; text: string }[] = [];
  const refuse = () => Promise.reject(new DOMException('blocked', 'NotAllowedError'));
  vi.stubGlobal(
    'ClipboardItem',
    class {
      readonly forms: Record<string, Blob>;
      constructor(forms: Record<string, Blob>) {
        this.forms = forms;
      }
    },
  );
  const write = async ([item]: readonly { forms: Record<string, Blob> }[]) => {
    for (const [type, blob] of Object.entries(item?.forms ?? {}))
      copied.push({ type, text: await blob.text() });
  };
  const writeText = async (text: string) => void copied.push({ type: 'text/plain', text });
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { write: allowed.write ? write : refuse, writeText: allowed.writeText ? writeText : refuse },
  });
  Object.defineProperty(document, 'execCommand', {
    configurable: true,
    value: () => {
      if (!allowed.command) return false;
      const data = { setData: (type: string, text: string) => void copied.push({ type, text }) };
      document.dispatchEvent(Object.assign(new Event('copy'), { clipboardData: data }));
      return true;
    },
  });
  return copied;
}

const saved: { name: string; href: string }[] = [];
beforeEach(() => {
  saved.length = 0;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, href: this.href });
  });
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

type Options = {
  readonly screen?: Screen;
  readonly record?: RecordSnapshot;
  readonly reported?: RecordSnapshot;
  readonly window?: TimeWindow | undefined;
  /** This reads the events. By default it never ends. */
  readonly events?: OpenedSession['openEvents'];
};

function show(options: Options = {}) {
  const { screen: exported = { name: 'overview' }, window, events } = options;
  const { record: shownRecord = record, reported = shownRecord } = options;
  const onExportCsv = vi.fn<() => void>();
  render(
    <InOpenRecord
      record={shownRecord}
      reported={reported}
      nowMs={READ_AT_MS}
      session={openedSession({}, events && { openEvents: events })}
      view={{ ...viewOfAll, visible: window }}
      actions={{ exportCsv: onExportCsv }}
    >
      <ExportMenu screen={exported} />
    </InOpenRecord>,
  );
  return { onExportCsv };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name, hidden: true }));
const status = () => screen.getByRole('status', { hidden: true }).textContent;

/** Draws a chart like that of the screen of one result. */
function drawnChart(): Options {
  const chart = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', 'M0 0L9 9');
  chart.append(line);
  const figure = document.createElement('figure');
  figure.append(chart);
  document.body.append(figure);
  return { screen: { name: 'series', seriesId: 'k' } };
}

describe('copying', () => {
  it('gives a table in both forms and says quietly how much it was', async () => {
    const copied = frame({ write: true });
    show();
    press('Copy as table');
    await waitFor(() => expect(status()).toBe('Copied 2 results.'));
    expect(copied.map(({ type }) => type)).toEqual(['text/plain', 'text/html']);
    expect(copied[0]?.text).toContain('Potassium\t5.8\tmmol/L');
    expect(copied[1]?.text).toContain('<td>Potassium</td>');
  });

  it('takes along what happened in the window, which is read after the results; not with the chart of one result', async () => {
    const copied = frame({ writeText: true });
    const events = vi.fn<() => Promise<OpenEvents>>(() =>
      Promise.resolve({
        events: queryOptions({
          queryKey: ['events of the test'],
          queryFn: async () =>
            eventsSnapshot({ events: [madeCareEvent('Procedure', 'Biopsy', '2026-10-21')] }),
        }),
        retry: () => undefined,
        refresh: () => undefined,
      }),
    );
    const options = { events, window: { startMs: Date.parse('2026-01-01'), endMs: READ_AT_MS } };
    show(options);
    press('Take along');
    await waitFor(() => {
      press('Copy as text');
      expect(copied.at(-1)?.text).toContain('Procedures: Biopsy, 21 Oct 2026');
    });
    await waitFor(() => expect(status()).toMatch(/^Copied 2 results and \d+ events\.$/));
    expect(copied.at(-1)?.text).toContain(
      'Medication changes: Spironolactone order ended 13 Nov 2026, was 25 mg/d',
    );
    cleanup();
    show({ ...options, ...drawnChart() });
    const before = copied.length;
    press('Copy as text');
    await waitFor(() => expect(copied.length).toBe(before + 1));
    expect(copied.at(-1)?.text).not.toContain('Biopsy');
    expect(copied.at(-1)?.text).not.toContain('Medication');
  });

  it('gives text and Markdown as text alone, of the series that were named', async () => {
    const copied = frame({ writeText: true });
    show({ screen: { name: 'series', seriesId: 'k' } });
    press('Copy as text');
    await waitFor(() => expect(status()).toBe('Copied 1 result.'));
    press('Copy as Markdown');
    await waitFor(() => expect(copied).toHaveLength(2));
    expect(copied.map(({ type }) => type)).toEqual(['text/plain', 'text/plain']);
    expect(copied[0]?.text).toContain('MARLOWE, Edwin, born 14 Mar 1959 (67 y)');
    expect(copied[0]?.text).not.toContain('Sodium');
    expect(copied[1]?.text).toContain('| Potassium |');
  });

  it('goes the older ways where the frame forbids the newer ones', async () => {
    const texts = frame({ writeText: true });
    show();
    press('Copy as table');
    await waitFor(() => expect(texts.map(({ type }) => type)).toEqual(['text/plain']));
    const commanded = frame({ command: true });
    press('Copy as table');
    await waitFor(() => expect(commanded.map(({ type }) => type)).toEqual(['text/plain', 'text/html']));
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('shows the text, selected, where the frame forbids every way, and gives the focus back', async () => {
    frame({});
    show();
    press('Copy as text');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(
      'This frame does not let Longview copy. Select and copy the text here.',
    );
    const field = within(dialog).getByRole<HTMLTextAreaElement>('textbox');
    expect(field.value).toContain('Potassium 5.8 mmol/L');
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
    expect(field.readOnly).toBe(true);
    expect(status()).toBe('');
    const wasHeard = fireEvent.keyDown(field, { key: 'Escape' });
    expect(wasHeard).toBe(false);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Take along');
  });
});

describe('a picture of the chart', () => {
  it('is offered only where there is a chart', () => {
    show();
    expect(screen.queryByRole('button', { name: /chart/, hidden: true })).toBeNull();
  });

  it('rule 49: carries the patient, and its file name does not', async () => {
    show(drawnChart());
    const createObjectURL = vi.spyOn(URL, 'createObjectURL');
    press('Save chart as SVG');
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['longview-potassium.svg']));
    const [[file] = []] = createObjectURL.mock.calls;
    const text = file instanceof Blob ? await file.text() : '';
    expect(text).toContain('MARLOWE, Edwin, born 14 Mar 1959 (67 y)');
    expect(text).toContain('Potassium (mmol/L)');
    expect(text).toContain('Times in CST, UTC−06:00.');
    expect(status()).toContain('If nothing was saved, use “Show instead”.');
  });

  it('rules 37 and 58: says what it shows and what is missing', async () => {
    const window = { startMs: Date.parse('2026-01-12T18:00:00Z'), endMs: READ_AT_MS };
    show({ ...drawnChart(), window, record: { ...record, complete: false } });
    press('Show instead of saving: the SVG');
    const { value } = within(screen.getByRole('dialog')).getByRole<HTMLTextAreaElement>('textbox');
    expect(value).toContain('12 Jan 2026 – 24 Nov 2026');
    expect(value).toContain('Incomplete: 2 results read.');
  });

  it('can be shown instead, since a frame that forbids saving does not say so', () => {
    show(drawnChart());
    press('Show instead of saving: the PNG');
    const picture = within(screen.getByRole('dialog')).getByRole<HTMLImageElement>('img');
    expect(picture.src).toMatch(/^data:image\/svg\+xml/);
    press('Close');
    press('Show instead of saving: the CSV');
    const { value } = within(screen.getByRole('dialog')).getByRole<HTMLTextAreaElement>('textbox');
    expect(value).toContain('observation_id,component');
    expect(
      value.split('\n').filter((line) => line.includes('Potassium') || line.includes('2823-3')),
    ).toHaveLength(1);
  });

  it('says so when there is none now, or when it cannot be made', async () => {
    show({ screen: { name: 'series', seriesId: 'k' } });
    press('Save chart as PNG');
    await waitFor(() => expect(status()).toBe('There is no chart to save now.'));
    cleanup();
    vi.spyOn(HTMLImageElement.prototype, 'decode').mockRejectedValue(new Error('no'));
    show(drawnChart());
    press('Save chart as PNG');
    await waitFor(() => expect(status()).toBe('This browser could not make the picture.'));
    expect(saved).toEqual([]);
  });
});

/** Draws strips with the hooks and the notes of Compare. */
function drawnStrips(ids: readonly string[], names = ids): void {
  const [strips, notes] = [document.createElement('div'), document.createElement('p')];
  strips.dataset['strips'] = '';
  notes.dataset['compareNotes'] = '';
  notes.append('Relative to the range sent with each result.');
  ids.forEach((id, i) => {
    const strip = document.createElement('section');
    strip.dataset['series'] = id;
    strip.append(names[i]!, document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
    strips.append(strip);
  });
  const button = document.createElement('button');
  button.append('Move up');
  strips.append(button);
  document.body.append(notes, strips);
}

describe('what is compared', () => {
  const compared = { screen: { name: 'compare' } } as const;

  it('is what is copied, exactly the strips that stand there, also where the address names none', async () => {
    const copied = frame({ writeText: true });
    drawnStrips(['na']);
    show(compared);
    press('Take along');
    expect(screen.getByText('What is compared: Sodium (mmol/L)')).toBeTruthy();
    press('Copy as text');
    await waitFor(() => expect(status()).toBe('Copied 1 result.'));
    expect(copied[0]?.text).toContain('Sodium 135 mmol/L');
    expect(copied[0]?.text).not.toContain('Potassium');
  });

  it('rules 37, 49 and 58: leaves as one picture with patient, window, zone, completeness and every strip’s name', async () => {
    vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([new DOMRect(10, 20, 50, 12)] as never);
    drawnStrips(['k', 'na'], ['Potassium strip', 'Sodium strip']);
    const window = { startMs: Date.parse('2026-01-12T18:00:00Z'), endMs: READ_AT_MS };
    show({ ...compared, window, record: { ...record, complete: false } });
    press('Show instead of saving: the SVG');
    const { value } = within(screen.getByRole('dialog')).getByRole<HTMLTextAreaElement>('textbox');
    for (const text of [
      'MARLOWE, Edwin, born 14 Mar 1959 (67 y)',
      'Potassium (mmol/L), Sodium (mmol/L)',
      '12 Jan 2026 – 24 Nov 2026',
      'Relative to the range sent with each result.',
      'Times in CST, UTC−06:00.',
      'Incomplete: 2 results read.',
      'Potassium strip',
      'Sodium strip',
    ])
      expect(value).toContain(text);
    // An image has no use for a button.
    expect(value).not.toContain('Move up');
    press('Close');
    press('Save chart as SVG');
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['longview-chart.svg']));
  });

  it('says so while no strip is drawn', async () => {
    show(compared);
    press('Save chart as PNG');
    await waitFor(() => expect(status()).toBe('There is no chart to save now.'));
  });
});

it('leads to the page for printing and to the CSV', () => {
  const { onExportCsv } = show();
  expect(screen.getByRole('link', { hidden: true }).getAttribute('href')).toBe('#print');
  press('CSV of all results');
  expect(onExportCsv).toHaveBeenCalledOnce();
});

it('rule 49: no name that a server sent is in a file name', () => {
  const seriesWithLocalCode = madeSeries([{ at: '2026-11-12T14:10:00Z', text: '1' }], {
    id: 'x|1',
    analyteId: '',
    name: 'MARLOWE Edwin',
  });
  expect(chartFileName({ ...record, series: [seriesWithLocalCode] }, ['x|1'])).toBe('longview-chart');
  expect(chartFileName(record, ['na'])).toBe('longview-sodium');
  expect(chartFileName(record, ['k', 'na'])).toBe('longview-chart');
  expect(chartFileName(record, undefined)).toBe('longview-chart');
});
