const JSON_TYPES = [
  '*/*',
  'application/*',
  'application/json',
  'application/fhir+json',
  'application/json+fhir',
];
/** Whoever writes the plus of a media type into an address as it is sends a blank. */
const JSON_FORMATS = ['json', 'application/json', 'application/fhir+json', 'application/fhir json'];

/** `_format` overrides the Accept header: https://hl7.org/fhir/R4/http.html#mime-type */
export function acceptsJson(accept: string | undefined, format: string | null): boolean {
  if (format !== null) return JSON_FORMATS.includes(format);
  if (accept === undefined || accept.trim() === '') return true;
  return accept.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return JSON_TYPES.includes(type) && !parameters.some((part) => /^q=0(\.0*)?$/.test(part));
  });
}
