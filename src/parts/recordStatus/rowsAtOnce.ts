/** This many rows are added to the page at once. More would block it. */
export const ROWS_AT_ONCE = 200;
