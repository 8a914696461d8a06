// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { READ_AT_MS } from '../../testing/recordFixture.ts';
import { chartFileName } from './chartExport.ts';
import {
  drawnChart,
  allowCopying,
  pressInMenu,
  record,
  showExportMenu,
  exportStatus,
} from './exportMenuFixture.tsx';

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

describe('a picture of the chart', () => {
  it('is offered only where there is a chart', () => {
    showExportMenu();
    expect(screen.queryByRole('button', { name: /chart/, hidden: true })).toBeNull();
  });

  it('rule 49: carries the patient, and its file name does not', async () => {
    showExportMenu(drawnChart());
    const createObjectURL = vi.spyOn(URL, 'createObjectURL');
    pressInMenu('Save chart as SVG');
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['longview-potassium.svg']));
    const [[file] = []] = createObjectURL.mock.calls;
    const text = file instanceof Blob ? await file.text() : '';
    expect(text).toContain('MARLOWE, Edwin, born 14 Mar 1959 (67 y)');
    expect(text).toContain('Potassium (mmol/L)');
    expect(text).toContain('Times in CST, UTC−06:00.');
    expect(exportStatus()).toContain('If nothing was saved, choose “View on screen”.');
  });

  it('rules 37 and 58: says what it shows and what is missing', async () => {
    const window = { startMs: Date.parse('2026-01-12T18:00:00Z'), endMs: READ_AT_MS };
    showExportMenu({ ...drawnChart(), window, record: { ...record, complete: false } });
    pressInMenu('View on screen: the SVG');
    const { value } = within(screen.getByRole('dialog')).getByRole<HTMLTextAreaElement>('textbox');
    expect(value).toContain('12 Jan 2026 – 24 Nov 2026');
    expect(value).toContain('Incomplete: 2 results loaded.');
  });

  it('can be shown instead, since a frame that forbids saving does not say so', () => {
    showExportMenu(drawnChart());
    pressInMenu('View on screen: the PNG');
    const picture = within(screen.getByRole('dialog')).getByRole<HTMLImageElement>('img');
    expect(picture.src).toMatch(/^data:image\/svg\+xml/);
    pressInMenu('Close');
    pressInMenu('View on screen: the CSV');
    const { value } = within(screen.getByRole('dialog')).getByRole<HTMLTextAreaElement>('textbox');
    expect(value).toContain('observation_id,component');
    expect(
      value.split('\n').filter((line) => line.includes('Potassium') || line.includes('2823-3')),
    ).toHaveLength(1);
  });

  it('says so when there is none now, or when it cannot be made', async () => {
    showExportMenu({ screen: { name: 'series', seriesId: 'k' } });
    pressInMenu('Save chart as PNG');
    await waitFor(() => expect(exportStatus()).toBe('There is no chart to save.'));
    cleanup();
    vi.spyOn(HTMLImageElement.prototype, 'decode').mockRejectedValue(new Error('no'));
    showExportMenu(drawnChart());
    pressInMenu('Save chart as PNG');
    await waitFor(() => expect(exportStatus()).toBe('This browser could not make the image.'));
    expect(saved).toEqual([]);
  });
});

/** Draws strips with the hooks and the notes of Compare. */
function drawnStrips(ids: readonly string[], names = ids): void {
  const [strips, notes] = [document.createElement('div'), document.createElement('p')];
  strips.dataset['strips'] = '';
  notes.dataset['compareNotes'] = '';
  notes.append('Relative to the reference range of each result.');
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
    const copied = allowCopying({ writeText: true });
    drawnStrips(['na']);
    showExportMenu(compared);
    pressInMenu('Share');
    expect(screen.getByText('Tests compared: Sodium (mmol/L)')).toBeTruthy();
    pressInMenu('Copy to note');
    await waitFor(() => expect(exportStatus()).toBe('Copied 1 result.'));
    expect(copied[0]?.text).toContain('Sodium 135 mmol/L');
    expect(copied[0]?.text).not.toContain('Potassium');
  });

  it('rules 37, 49 and 58: leaves as one picture with patient, window, zone, completeness and every strip’s name', async () => {
    vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([new DOMRect(10, 20, 50, 12)] as never);
    drawnStrips(['k', 'na'], ['Potassium strip', 'Sodium strip']);
    const window = { startMs: Date.parse('2026-01-12T18:00:00Z'), endMs: READ_AT_MS };
    showExportMenu({ ...compared, window, record: { ...record, complete: false } });
    pressInMenu('View on screen: the SVG');
    const { value } = within(screen.getByRole('dialog')).getByRole<HTMLTextAreaElement>('textbox');
    for (const text of [
      'MARLOWE, Edwin, born 14 Mar 1959 (67 y)',
      'Potassium (mmol/L), Sodium (mmol/L)',
      '12 Jan 2026 – 24 Nov 2026',
      'Relative to the reference range of each result.',
      'Times in CST, UTC−06:00.',
      'Incomplete: 2 results loaded.',
      'Potassium strip',
      'Sodium strip',
    ])
      expect(value).toContain(text);
    // An image has no use for a button.
    expect(value).not.toContain('Move up');
    pressInMenu('Close');
    pressInMenu('Save chart as SVG');
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['longview-chart.svg']));
  });

  it('says so while no strip is drawn', async () => {
    showExportMenu(compared);
    pressInMenu('Save chart as PNG');
    await waitFor(() => expect(exportStatus()).toBe('There is no chart to save.'));
  });
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
