/** A line says what was found about one demand. `note` works, but is worth knowing; `unchecked` could not be found out. */
export type ProbeState = 'ok' | 'note' | 'fails' | 'unchecked';

/** This is one line of a probe. */
export type ProbeLine = {
  readonly check: string;
  readonly state: ProbeState;
  /** This says in a few words what the server did. */
  readonly found: string;
  /** This says what would fail, and for whom. */
  readonly meaning?: string;
  /** This says what to ask the administrator of the server, or to change in the site file. */
  readonly ask?: string;
};

/** Returns 0 where nothing fails, 1 where something does, and 2 where nothing fails of what could be checked. */
export function exitCodeOf(lines: readonly ProbeLine[]): 0 | 1 | 2 {
  if (lines.some(({ state }) => state === 'fails')) return 1;
  return lines.some(({ state }) => state === 'unchecked') ? 2 : 0;
}
