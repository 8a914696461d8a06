/** This file builds the account of a record, or of one of its series, from the parts that are not 0. */
import { emptyAccount, type Account } from '../clinical/series/account.ts';

/** Returns an account whose number of received results is the sum of its parts, as rule 17 asks. */
export function accountOf(parts: Partial<Omit<Account, 'received'>>): Account {
  const received = Object.values(parts).reduce((sum, count) => sum + count, 0);
  return { ...emptyAccount, ...parts, received };
}
