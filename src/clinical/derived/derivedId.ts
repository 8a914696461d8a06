/** The mark of a calculated series in its id: no measured one has it. */
export const isDerivedId = (seriesId: string): boolean => seriesId.endsWith('~calculated');
