/** The columns of curves and lanes on paper, in pixels whatever the reader's own text size (CompareScore.module.css, Timeline). */
export const PRINT_COLUMNS = { namePx: 140, scalePx: 36, readingPx: 184 };
