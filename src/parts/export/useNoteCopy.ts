import { useState } from 'react';
import type { ManualCopy } from '../../ui/clipboard/ManualCopyDialog.tsx';
import { copyToClipboard } from '../../ui/clipboard/clipboard.ts';
import { noteFacts, type NoteFacts, type NoteOptions } from './noteFacts.ts';
import { noteText, type NoteFormat } from './noteText.ts';
import { countText, listText, resultsText } from '../recordStatus/recordStatusText.ts';
import type { ExportSource } from './exportHeader.ts';

export const CANNOT_COPY = 'This frame does not let Longview copy. Select and copy the text here.';

const some = (count: number, one: string): string[] =>
  count === 0 ? [] : [`${countText(count)} ${one}${count === 1 ? '' : 's'}`];

/** "12 results, 2 calculated values and 5 events" */
const copiedText = ({ lines, calculated, events }: NoteFacts): string =>
  listText([
    resultsText(lines.length),
    ...some(calculated.length, 'calculated value'),
    ...some(events.length, 'event'),
  ]);

/** Copies a note, says so, and shows the text where the frame forbids it. */
export function useNoteCopy(from: ExportSource, taken: () => NoteOptions) {
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState<ManualCopy>();
  const copy = async (format: Exclude<NoteFormat, 'html'>) => {
    const facts = noteFacts(from, taken());
    const plain = noteText(facts, format);
    const isTable = format === 'tabs';
    // Begun before anything is awaited: a browser lets only the press itself copy.
    const isCopied = await copyToClipboard(isTable ? { plain, html: noteText(facts, 'html') } : { plain });
    setSaid(isCopied ? `Copied ${copiedText(facts)}.` : '');
    if (!isCopied) setShown({ kind: 'text', title: CANNOT_COPY, text: plain });
  };
  return { said, setSaid, shown, setShown, copy };
}
