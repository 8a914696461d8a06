/** The record systems that the sandbox can be. Each answers at a FHIR base of its own. */
export const VENDORS = ['generic', 'epic', 'oracle', 'meditech'] as const;
export type Vendor = (typeof VENDORS)[number];

type Place = { readonly fhirPath: string; readonly hospital: string; readonly choice: string };

/** Where each one stands, and its names: in the app's list of sites, and on the launch page. */
export const PLACES: Readonly<Record<Vendor, Place>> = {
  generic: {
    fhirPath: '/fhir/r4',
    hospital: 'Sandbox General Hospital',
    choice: 'Generic: FHIR as it is written',
  },
  epic: { fhirPath: '/epic/api/FHIR/R4', hospital: 'Sandbox Epic-like Hospital', choice: 'Epic-like' },
  oracle: {
    fhirPath: '/oracle/r4/sandbox-tenant',
    hospital: 'Sandbox Oracle-like Hospital',
    choice: 'Oracle-like',
  },
  meditech: {
    fhirPath: '/meditech/v1/uscore/R4',
    hospital: 'Sandbox MEDITECH-like Hospital',
    choice: 'MEDITECH-like',
  },
};

export const isVendor = (value: unknown): value is Vendor => VENDORS.some((vendor) => vendor === value);

/** The FHIR base of each. */
export const fhirBases = (origin: string): Readonly<Record<Vendor, string>> => ({
  generic: origin + PLACES.generic.fhirPath,
  epic: origin + PLACES.epic.fhirPath,
  oracle: origin + PLACES.oracle.fhirPath,
  meditech: origin + PLACES.meditech.fhirPath,
});
