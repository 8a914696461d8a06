/**
 * Returns whether a series is calculated, by the suffix of its id, which no measured series has. The file stands
 * alone because the first load needs it without the rules.
 */
export const isDerivedId = (seriesId: string): boolean => seriesId.endsWith('~calculated');
