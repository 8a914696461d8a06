/**
 * Returns a parameter of the launch as the EHR wrote it; '' when it is missing, and undefined when it came with two values, of which none is chosen. Some
 * EHRs write a launch token in base64 and do not encode it, so a plus is a plus here and no blank, which no issuer and no launch has.
 * https://www.rfc-editor.org/rfc/rfc6749#section-3.1
 */
export function launchParameter(search: string, name: 'iss' | 'launch'): string | undefined {
  const [value = '', other] = new Set(new URLSearchParams(search.replaceAll('+', '%2B')).getAll(name));
  return other === undefined ? value : undefined;
}
