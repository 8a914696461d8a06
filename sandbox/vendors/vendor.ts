/** The sandbox can be any of these record systems. Each has a FHIR base of its own. */
export const VENDORS = ['generic', 'epic', 'oracle', 'meditech'] as const;
export type Vendor = (typeof VENDORS)[number];

type VendorSite = {
  readonly fhirPath: string;
  readonly hospital: string;
  readonly label: string;
  /** A system with several numbers of a patient has its record number in this one. */
  readonly numberSystem?: string;
};

/** These are the address and the names of each system, in the app's list of sites and on the launch page. */
export const VENDOR_SITES: Readonly<Record<Vendor, VendorSite>> = {
  generic: {
    fhirPath: '/fhir/r4',
    hospital: 'Sandbox General Hospital',
    label: 'Generic: FHIR as it is written',
  },
  epic: {
    fhirPath: '/epic/api/FHIR/R4',
    hospital: 'Sandbox Epic-like Hospital',
    label: 'Epic-like',
    numberSystem: 'urn:oid:1.2.840.114350.1.13.0.1.7.5.737384.0',
  },
  oracle: {
    fhirPath: '/oracle/r4/sandbox-tenant',
    hospital: 'Sandbox Oracle-like Hospital',
    label: 'Oracle-like',
  },
  meditech: {
    fhirPath: '/meditech/v1/uscore/R4',
    hospital: 'Sandbox MEDITECH-like Hospital',
    label: 'MEDITECH-like',
  },
};

export const isVendor = (value: unknown): value is Vendor => VENDORS.some((vendor) => vendor === value);

/** Returns the FHIR base of each system. */
export const fhirBases = (origin: string): Readonly<Record<Vendor, string>> => ({
  generic: origin + VENDOR_SITES.generic.fhirPath,
  epic: origin + VENDOR_SITES.epic.fhirPath,
  oracle: origin + VENDOR_SITES.oracle.fhirPath,
  meditech: origin + VENDOR_SITES.meditech.fhirPath,
});
