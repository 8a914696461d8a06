import { isReplaced, readPatient, type PatientIdentity } from '../../clinical/patient/patient.ts';
import { FhirError } from '../../fhir/FhirError.ts';
import { fhirGet } from '../../fhir/fhirGet.ts';
import { isResource, pageFromBundle } from '../../fhir/page.ts';
import { FHIR_BYTES, isOverLimit } from '../../network/bodyLimit.ts';
import { NO_TOKEN } from '../../smart/session/noToken.ts';
import { fhirBaseOf } from '../../smart/site/fhirBase.ts';
import { unambiguousJson } from '../../smart/site/unambiguousJson.ts';
import { usableTimeZone } from '../../smart/site/usableTimeZone.ts';
import type { Site } from '../../smart/site/site.ts';

export type FoundPatients = {
  readonly patients: readonly PatientIdentity[];
  /** There are more than are listed. */
  readonly hasMore: boolean;
};

/** A person reads through this many at most; with more letters there are fewer. */
const MOST_SHOWN = 20;
const TIME_LIMIT_MS = 20_000;
/** https://hl7.org/fhir/R4/datatypes.html#id, without an id of dots alone, which would lead out of `Patient/`. */
const ID = /^(?!\.+$)[A-Za-z0-9.-]{1,64}$/;

/**
 * Finds patients on a server without a sign-in, by a name or an id; without a text, the first ones. No token is sent, and no link
 * of the server is followed. Throws FhirError when the server gives no usable answer.
 * https://hl7.org/fhir/R4/patient.html#search
 */
export async function searchPatients(site: Site, text: string, signal: AbortSignal): Promise<FoundPatients> {
  const wanted = text.trim();
  const query = new URLSearchParams({ ...(wanted !== '' && { name: wanted }), _count: String(MOST_SHOWN) });
  const [byId, byName] = await Promise.all([
    // An id that nobody has is no error, since the text may be a name.
    ID.test(wanted) ? readAt(site, `Patient/${wanted}`, signal).catch(() => undefined) : undefined,
    readAt(site, `Patient?${query.toString()}`, signal),
  ]);
  if (!isResource(byName, 'Bundle')) throw new FhirError('unreadable', 'Patient');
  const { entries, next } = pageFromBundle(byName, 'Patient');
  const found = isResource(byId, 'Patient') ? [byId, ...entries] : entries;
  const nowMs = Date.now();
  const patients = new Map<string, PatientIdentity>();
  for (const resource of found) {
    if (!isResource(resource, 'Patient') || isReplaced(resource)) continue;
    const patient = readPatient(resource, nowMs, site.identifierSystem, usableTimeZone(site.timeZone));
    if (ID.test(patient.id) && !patients.has(patient.id)) patients.set(patient.id, patient);
  }
  const shown = [...patients.values()].slice(0, MOST_SHOWN);
  return { patients: shown, hasMore: next !== undefined || patients.size > MOST_SHOWN };
}

async function readAt(site: Site, address: string, signal: AbortSignal): Promise<unknown> {
  const either = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
  let response: Response;
  let text: string;
  try {
    response = await fhirGet(new URL(address, fhirBaseOf(site.iss)), NO_TOKEN, either, FHIR_BYTES);
    text = await response.text();
  } catch {
    throw new FhirError(signal.aborted ? 'aborted' : 'network', 'Patient');
  }
  const { ok, status } = response;
  if (status === 401 || status === 403) throw new FhirError('not-allowed', 'Patient', status);
  if (!ok || isOverLimit(response)) throw new FhirError('server', 'Patient', status);
  const json = unambiguousJson(text);
  if (json === undefined) throw new FhirError('unreadable', 'Patient', status);
  return json;
}
