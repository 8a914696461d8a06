/** This many rows are added to the page at once. More would block it. */
export const LIST_STEP = 200;
