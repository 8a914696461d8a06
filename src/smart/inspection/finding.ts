/** `wrong` and `missing` need a change at the server or in the site file. `odd` works, but may explain another fault. */
type FindingState = 'ok' | 'odd' | 'missing' | 'wrong';

/** A finding says what one field of a discovery document holds, and why that matters to Longview. */
export type Finding = {
  readonly field: string;
  readonly value: string;
  readonly state: FindingState;
  readonly why: string;
};
