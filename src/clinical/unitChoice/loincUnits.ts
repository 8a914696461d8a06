/**
 * These LOINC codes of the catalog have a unit of another dimension than the series of their analyte: moles where the
 * series is of mass, or the other way. A test holds them against `loinc-catalog.json`. They are not in the table of
 * the first load, because only a reader who chooses a unit needs them.
 */
const UNITS_BY_LOINC: Readonly<Record<string, string>> = {
  '14937-7': 'mmol/L',
  '22664-7': 'mmol/L',
  '14682-9': 'umol/L',
  '14749-6': 'mmol/L',
  '2000-8': 'mmol/L',
  '2601-3': 'mmol/L',
  '14879-1': 'mmol/L',
  '14933-6': 'umol/L',
  '14631-6': 'umol/L',
  '14629-0': 'umol/L',
  '22763-7': 'ug/dL',
  '59260-0': 'mmol/L',
  '14647-2': 'mmol/L',
  '14927-8': 'mmol/L',
  '14646-4': 'mmol/L',
  '39469-2': 'mmol/L',
  '22748-8': 'mmol/L',
  '59261-8': 'mmol/mol',
  '14920-3': 'pmol/L',
  '14928-6': 'pmol/L',
  '14798-3': 'umol/L',
  '14800-7': 'umol/L',
  '14685-2': 'pmol/L',
  '14118-4': 'mg/dL',
};

/** Returns the UCUM unit that a LOINC code itself stands for; undefined when that is the unit of its series. */
export const unitOfLoinc = (loinc: string): string | undefined => UNITS_BY_LOINC[loinc];
