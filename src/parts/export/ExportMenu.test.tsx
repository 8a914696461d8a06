// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { queryOptions } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { READ_AT_MS } from '../../testing/recordFixture.ts';
import type { OpenEvents } from '../../record/events/openEvents.ts';
import { drawnChart, allowCopying, pressInMenu, showExportMenu, exportStatus } from './exportMenuFixture.tsx';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('copying', () => {
  it('gives a table in both forms and says quietly how much it was', async () => {
    const copied = allowCopying({ write: true });
    showExportMenu();
    pressInMenu('Share');
    pressInMenu('All');
    await waitFor(() => expect(exportStatus()).toBe('Copied 2 results.'));
    copied.length = 0;
    pressInMenu('Copy as table');
    await waitFor(() => expect(copied).toHaveLength(2));
    expect(copied.map(({ type }) => type)).toEqual(['text/plain', 'text/html']);
    expect(copied[0]?.text).toContain('Potassium\t5.8\tmmol/L');
    expect(copied[1]?.text).toContain('<td>Potassium</td>');
  });

  it('takes along what happened in the window, which is read after the results; not with the chart of one result', async () => {
    const copied = allowCopying({ writeText: true });
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
    showExportMenu(options);
    pressInMenu('Share');
    fireEvent.click(screen.getByRole('checkbox', { hidden: true }));
    await waitFor(() => {
      pressInMenu('All');
      expect(copied.at(-1)?.text).toContain('Procedures: Biopsy, 21 Oct 2026');
    });
    await waitFor(() => expect(exportStatus()).toMatch(/^Copied 2 results and \d+ events\.$/));
    expect(copied.at(-1)?.text).toContain(
      'Medication changes: Spironolactone order ended 13 Nov 2026, was 25 mg/day',
    );
    cleanup();
    showExportMenu({ ...options, ...drawnChart() });
    const before = copied.length;
    pressInMenu('Copy to note');
    await waitFor(() => expect(copied.length).toBe(before + 1));
    expect(copied.at(-1)?.text).not.toContain('Biopsy');
    expect(copied.at(-1)?.text).not.toContain('Medication');
  });

  it('gives text and Markdown as text alone, of the series that were named', async () => {
    const copied = allowCopying({ writeText: true });
    showExportMenu({ screen: { name: 'series', seriesId: 'k' } });
    pressInMenu('Copy to note');
    await waitFor(() => expect(exportStatus()).toBe('Copied 1 result.'));
    pressInMenu('Copy as Markdown');
    await waitFor(() => expect(copied).toHaveLength(2));
    expect(copied.map(({ type }) => type)).toEqual(['text/plain', 'text/plain']);
    expect(copied[0]?.text).toContain('MARLOWE, Edwin, born 14 Mar 1959 (67 y)');
    expect(copied[0]?.text).not.toContain('Sodium');
    expect(copied[1]?.text).toContain('| Potassium |');
  });

  it('goes the older ways where the frame forbids the newer ones', async () => {
    const texts = allowCopying({ writeText: true });
    showExportMenu({ screen: { name: 'series', seriesId: 'k' } });
    pressInMenu('Copy as table');
    await waitFor(() => expect(texts.map(({ type }) => type)).toEqual(['text/plain']));
    const commanded = allowCopying({ command: true });
    pressInMenu('Copy as table');
    await waitFor(() => expect(commanded.map(({ type }) => type)).toEqual(['text/plain', 'text/html']));
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('shows the text, selected, where the frame forbids every way, and gives the focus back', async () => {
    allowCopying({});
    showExportMenu();
    pressInMenu('Share');
    pressInMenu('All');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(
      'Longview cannot copy in this frame. Select and copy the text here.',
    );
    const field = within(dialog).getByRole<HTMLTextAreaElement>('textbox');
    expect(field.value).toContain('Potassium 5.8 mmol/L');
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
    expect(field.readOnly).toBe(true);
    expect(exportStatus()).toBe('');
    const wasHeard = fireEvent.keyDown(field, { key: 'Escape' });
    expect(wasHeard).toBe(false);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Share');
  });
});

it('leads to the page for printing and to the CSV', () => {
  const { onExportCsv } = showExportMenu();
  expect(screen.getByRole('link', { hidden: true }).getAttribute('href')).toBe('#print');
  pressInMenu('Save CSV of all results');
  expect(onExportCsv).toHaveBeenCalledOnce();
});
