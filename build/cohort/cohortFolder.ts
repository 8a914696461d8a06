/** Imported people lie here. Git, Docker and every build leave this folder alone. */
export const COHORT_FOLDER = 'cohort-data';
