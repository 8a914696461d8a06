/** The series of a record have distinct names already; this serves lists that are made of other series. */
export { distinguishingWords as nameQualifiers } from '../../clinical/series/distinctNames.ts';
