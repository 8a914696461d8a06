import type { Session } from './session.ts';

/** Returns the SHA-256 of issuer and patient id in hex. It tells whether two sessions show one patient, and not which. */
export async function patientDigest({ iss, patientId }: Session): Promise<string> {
  const bytes = new TextEncoder().encode(`${iss}\n${patientId}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
