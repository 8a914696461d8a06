/** This file shows the export menu beside a chart, in a frame that allows some ways of copying. */
import { fireEvent, render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { openedSession } from '../../testing/openedSessionFixture.ts';
import { READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { OpenedSession } from '../openRecord/openedSession.ts';
import type { Screen } from '../navigation/urlFragment.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { ExportMenu } from './ExportMenu.tsx';

export const record = recordOf([
  resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z'),
  resultInput('2951-2', 135, 'mmol/L', '2026-11-12T14:10:00Z'),
]);

/** Sets what the frame allows. Showing content on the page is always allowed. */
export function allowCopying(allowed: { write?: boolean; writeText?: boolean; command?: boolean }) {
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

type Options = {
  readonly screen?: Screen;
  readonly record?: RecordSnapshot;
  readonly reported?: RecordSnapshot;
  readonly window?: TimeWindow | undefined;
  /** This reads the events. By default it never ends. */
  readonly events?: OpenedSession['openEvents'];
};

export function showExportMenu(options: Options = {}) {
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

export const pressInMenu = (name: string | RegExp) =>
  fireEvent.click(screen.getByRole('button', { name, hidden: true }));
export const exportStatus = () => screen.getByRole('status', { hidden: true }).textContent;

/** Draws a chart like that of the screen of one result. */
export function drawnChart(): Options {
  const chart = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', 'M0 0L9 9');
  chart.append(line);
  const figure = document.createElement('figure');
  figure.append(chart);
  document.body.append(figure);
  return { screen: { name: 'series', seriesId: 'k' } };
}
