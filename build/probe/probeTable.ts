import type { ProbeLine, ProbeState } from './probeLine.ts';

const WORDS: Readonly<Record<ProbeState, string>> = {
  ok: 'ok',
  note: 'note',
  fails: 'FAILS',
  unchecked: 'NOT CHECKED',
};
const LONGEST_CHECK = 48;

/** Returns the lines as a table, and below each that is not "ok" what it means and what to ask. */
export function probeTable(lines: readonly ProbeLine[]): string {
  const words = Math.max(...lines.map(({ state }) => WORDS[state].length));
  const checks = Math.min(LONGEST_CHECK, Math.max(...lines.map(({ check }) => check.length)));
  const indent = ' '.repeat(words + 4);
  return lines
    .flatMap(({ check, state, found, meaning, ask }) => [
      `  ${WORDS[state].padEnd(words)}  ${check.padEnd(checks)}  ${found}`,
      ...(state === 'ok' || meaning === undefined ? [] : [`${indent}${meaning}`]),
      ...(state === 'ok' || ask === undefined ? [] : [`${indent}→ ${ask}`]),
    ])
    .join('\n');
}
