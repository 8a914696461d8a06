import type { DiscoveryFault } from '../faults/faults.ts';

/** Returns the discovery document with endpoints written in another way and with fields set or left out. */
export function faultyDiscovery(document: object, fault: DiscoveryFault, fhirBase: string): object {
  const faulty: Record<string, unknown> = { ...document };
  if (fault.relative) {
    for (const name of ['authorization_endpoint', 'token_endpoint']) {
      faulty[name] = relativeTo(fhirBase, String(faulty[name]));
    }
  }
  if (fault.query) faulty['authorization_endpoint'] = `${String(faulty['authorization_endpoint'])}?p=b2c`;
  Object.assign(faulty, fault.set);
  for (const name of fault.without ?? []) delete faulty[name];
  return faulty;
}

/** Returns `../../auth/token`, which a client resolves from the FHIR base with a slash after it. */
function relativeTo(fhirBase: string, url: string): string {
  const folders = new URL(fhirBase).pathname.split('/').length - 1;
  return '../'.repeat(folders) + new URL(url).pathname.slice(1);
}
