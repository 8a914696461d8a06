/** `wrong` and `missing` are to be mended at the server or in the site file; `odd` works, and may explain something else. */
type FindingState = 'ok' | 'odd' | 'missing' | 'wrong';

/** One field of a discovery document: what it says, and why that matters here. */
export type Finding = {
  readonly field: string;
  readonly value: string;
  readonly state: FindingState;
  readonly why: string;
};
