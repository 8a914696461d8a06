import { elementsOf, firstTextOf, trimmedText } from '../fhirElements/fhirElement.ts';

/** These are the codes that the app has a use for: https://terminology.hl7.org/ValueSet-v3-ActEncounterCode.html */
const KNOWN_CODE = /^(?:IMP|ACUTE|NONAC|OBSENC|EMER|SS|AMB|VR|HH|FLD|PRENC)$/i;

/** A hospital that has codes of its own says in words what they mean. Only words that begin so are sure. */
const CLASS_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:in-?patient|(?:voll)?station[aä]r|hospitali[sz]a|internaci|ricovero)/i, 'IMP'],
  // Whoever is admitted in an emergency stays, so that those words are of both.
  [/^(?:emergency(?!.*(?:admi|in-?patient))|notfall|notaufnahme|urgenc)/i, 'EMER'],
  // An ambulance is a car.
  [/^(?:out-?patient|ambula(?!nc))/i, 'AMB'],
];

/** The code is one of HL7 where one was sent or the words name it, and else the one that was sent. */
type EncounterClass = { readonly code: string; readonly name: string };

/** Reads the class of an encounter, which is one coding in R4 and a list of concepts in R5. */
export function encounterClassOf(sent: unknown): EncounterClass {
  const classes = elementsOf(sent);
  const codings = classes.flatMap((one) => elementsOf(one['coding'] ?? one));
  const codes = codings.map(({ code }) => trimmedText(code));
  const names = [...classes.map(({ text }) => text), ...codings.map(({ display }) => display)];
  const name = firstTextOf(names);
  const byName = CLASS_WORDS.find(([words]) => words.test(name))?.[1];
  return { code: codes.find((code) => KNOWN_CODE.test(code)) ?? byName ?? firstTextOf(codes), name };
}
