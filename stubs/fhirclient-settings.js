// fhirclient's tables of resource types and FHIR versions serve its own FHIR requests, which we never make.
export const SMART_KEY = 'SMART_KEY';
export const patientParams = [];
