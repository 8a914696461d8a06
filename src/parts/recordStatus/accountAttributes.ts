import type { Account } from '../../clinical/series/account.ts';

/** Returns the account as attributes for tests and measurements (contract.md, section 4). */
export const accountAttributes = (account: Account) => ({
  'data-accounting': '',
  'data-received': account.received,
  'data-drawn': account.drawn,
  'data-listed': account.listed,
  'data-withdrawn': account.withdrawn,
  'data-excluded': account.excluded,
  'data-duplicate': account.duplicate,
});
