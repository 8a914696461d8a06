/** Returns the address of a FHIR base with exactly one slash at its end, so that addresses can be relative to it. */
export function fhirBaseOf(iss: string): string {
  let end = iss.length;
  while (iss[end - 1] === '/') end -= 1;
  return `${iss.slice(0, end)}/`;
}
