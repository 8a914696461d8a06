import { useState } from 'react';
import type { ManualCopy } from '../../ui/clipboard/ManualCopyDialog.tsx';
import { CANNOT_COPY, copyToClipboard } from '../../ui/clipboard/clipboard.ts';
import type { NoteFacts } from './noteFacts.ts';
import { noteText, type NoteFormat } from './noteText.ts';
import { listText, resultsText } from '../recordStatus/recordStatusText.ts';
import { countText } from '../../charts/format/numberText.ts';
import { exportTexts } from './export.messages.ts';

const countedText = (count: number, kind: 'calculatedValues' | 'events'): string[] =>
  count === 0 ? [] : [exportTexts(kind, { count, shown: countText(count) })];

/** Returns "12 results, 2 calculated values and 5 events". */
const copiedText = ({ lines, calculated, events }: NoteFacts): string =>
  listText([
    resultsText(lines.length),
    ...countedText(calculated.length, 'calculatedValues'),
    ...countedText(events.length, 'events'),
  ]);

export type CopiedFormat = Exclude<NoteFormat, 'html'>;

/** Copies a note, says so, and shows the text if the frame forbids copying. */
export function useNoteCopy(collect: () => NoteFacts) {
  const [status, setStatus] = useState('');
  const [manualCopy, setManualCopy] = useState<ManualCopy>();
  const copy = async (format: CopiedFormat, facts = collect()) => {
    const plain = noteText(facts, format);
    // A program that takes rich text gets a table, whichever plain text goes with it. Markdown is for programs that take plain text.
    const html = format === 'markdown' ? {} : { html: noteText(facts, 'html') };
    // The copy must begin before any `await`: a browser allows it only within the press itself.
    const isCopied = await copyToClipboard({ plain, ...html });
    setStatus(isCopied ? exportTexts('copied', { list: copiedText(facts) }) : '');
    if (!isCopied) setManualCopy({ kind: 'text', instruction: CANNOT_COPY, text: plain });
  };
  return { status, setStatus, manualCopy, setManualCopy, copy };
}
