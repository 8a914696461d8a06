import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** A stop is one thing that a screen reader says by itself, such as "link: Potassium 5.8 mmol/L, high". */
export type Stop = string;

/** Ages and clock times depend on the day of the test; so do the addresses of the servers. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/\b\d+ (?:min|h|d|wk|mo|y|days?|weeks?|months?|years?) ago\b/g, '… ago'],
  [/\b(?:today|yesterday)\b/g, '… ago'],
  [/\b\d{1,2}:\d{2}\b(?: [AP]M)?/g, '…:…'],
  [/\b(?:C[SD]T|UTC|GMT)[+−-]?\d*\b/g, '…'],
  [/\((\d+) y\)/g, '(… y)'],
  [/\bLoaded \d{1,2} [A-Z][a-z]{2} \d{4}/g, 'Loaded …'],
];

/**
 * Returns what a screen reader stops at, in reading order: each line has a role and what is said. It is read from the accessibility tree
 * of the browser. Containers without a name are left out.
 */
export async function transcriptOf(page: Page): Promise<readonly Stop[]> {
  const tree = await page.locator('body').ariaSnapshot();
  return tree
    .split('\n')
    .map((line) => line.trim().replace(/^- /, ''))
    .filter((line) => line !== '' && !/^\/(?:url|placeholder):/.test(line))
    .map((line) =>
      line
        .replace(/:$/, '')
        .replace(/^'(.*)'$/, '$1')
        .replaceAll("''", "'"),
    )
    .filter(
      (line) =>
        !/^(?:list|listitem|table|rowgroup|row|cell|group|paragraph|banner|main|navigation|term|definition|figure|img)$/.test(
          line,
        ),
    )
    .map((line) => CHANGING.reduce((text, [pattern, by]) => text.replace(pattern, by), line));
}

/** Returns how many sentences a stop says: a full stop, question or exclamation mark that is followed by another word. */
export const sentencesIn = (stop: Stop): number =>
  stop.split(/(?<=[\p{L}\p{N})”"][.!?])\s+(?=[\p{Lu}“])/u).length;

/** Returns the transcript that is kept. With `UPDATE_TRANSCRIPTS` set, the new one is written first, for a reviewer to read. */
export function keptTranscript(name: string, stops: readonly Stop[]): readonly Stop[] {
  const file = new URL(`../baselines/transcripts/${name}.txt`, import.meta.url);
  if (process.env['UPDATE_TRANSCRIPTS'] !== undefined) writeFileSync(file, `${stops.join('\n')}\n`);
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}
