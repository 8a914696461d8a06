import type { PatientIdentity } from './patient.ts';

/** A reader who knows one of these otherwise has to be told. An age changes with time. */
const FACTS = [
  'name',
  'born',
  'gender',
  'identifier',
  'deceased',
  'recordState',
] as const satisfies readonly (keyof PatientIdentity)[];

export type PatientFact = (typeof FACTS)[number];

/** Returns the facts that two identities say differently. */
export const changedFacts = (before: PatientIdentity, now: PatientIdentity): readonly PatientFact[] =>
  FACTS.filter((fact) => JSON.stringify(before[fact]) !== JSON.stringify(now[fact]));
