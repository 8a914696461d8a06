/**
 * The account says how many Observations went where (rule 17): received is always drawn + listed + withdrawn +
 * excluded + duplicate.
 */
export type Account = {
  readonly received: number;
  readonly drawn: number;
  readonly listed: number;
  readonly withdrawn: number;
  readonly excluded: number;
  readonly duplicate: number;
};

/** No Observation has been received. */
export const emptyAccount: Account = {
  received: 0,
  drawn: 0,
  listed: 0,
  withdrawn: 0,
  excluded: 0,
  duplicate: 0,
};
