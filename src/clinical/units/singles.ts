/** These units, as UCUM spells them, count things one by one, and not in thousands: "/uL", "[IU]/mL", "{copies}/mL". */
const SINGLES = /^1?\/|^[[{][^\]}]*[\]}]\//;

/** Returns whether a unit, as UCUM spells it, counts things one by one, so that its numbers reach thousands. */
export const isUnitOfSingles = (unit: string): boolean => SINGLES.test(unit);

/** Returns whether a point before three digits may part the thousands of a number, as in "1.500". */
export const mayPartThousands = (digits: string): boolean => /^[1-9]\d{0,2}\.\d{3}$/.test(digits);
