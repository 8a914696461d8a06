import unitsByLoinc from '../catalog/loinc-catalog.json?codeUnits';

/**
 * Returns the UCUM unit that a LOINC code itself stands for, when it counts moles and its analyte has a mass, or the
 * other way; undefined when that is the unit of its series. Only a reader who chooses a unit needs this table.
 */
export const unitOfLoinc = (loinc: string): string | undefined => unitsByLoinc[loinc];
