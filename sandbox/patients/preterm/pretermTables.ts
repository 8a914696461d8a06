// These are the boy's visits. He was born ten weeks and five days before term: his weight, length and head lie below the
// third percentile for the age since birth, and inside the curves for the age since term. They were taken from the WHO
// standards for boys at the corrected age, near z = -1.7 at term and near z = -0.6 at the end.

/** The columns are those of `visitsFromTable`. */
export const PRETERM_VISITS = `
2025-03-19T04:12 | 108360 | inpatient | Birth at 29 weeks and newborn intensive care
2025-06-03T09:00 | 45 | | First visit at home
2025-06-23T10:00 | 45 | | Well-child visit
2025-07-21T10:00 | 45 | | Well-child visit
2025-08-25T10:00 | 45 | | Well-child visit
2025-09-22T10:00 | 45 | | Well-child visit
2025-10-27T10:00 | 45 | | Well-child visit
2025-12-15T10:00 | 45 | | Well-child visit
2026-02-16T10:00 | 45 | | Well-child visit
2026-03-23T10:00 | 45 | | Well-child visit
2026-05-18T10:00 | 45 | | Well-child visit
2026-07-20T10:00 | 45 | | Well-child visit
2026-09-21T10:00 | 45 | | Well-child visit
2026-11-16T10:00 | 45 | | Well-child visit
`;

/** The columns of newborn intensive care are: time, weight in kg, length, head circumference. */
export const PRETERM_NEWBORN_CARE = `
2025-03-19T04:30    1.24    38.0    26.8
2025-03-24T08:00    1.15    .       .
2025-03-31T08:00    1.27    38.6    27.3
2025-04-14T08:00    1.55    40.1    28.7
2025-04-28T08:00    1.86    42.0    30.4
2025-05-12T08:00    2.19    44.0    31.9
2025-05-26T08:00    2.43    45.6    32.9
`;

/** The columns of the visits after it are: time, weight in kg, length, head circumference, body mass index. */
export const PRETERM_WELL_VISITS = `
2025-06-03T09:10    2.56    46.5    33.4    11.8
2025-06-23T10:10    3.26    50.0    35.5    13.0
2025-07-21T10:10    4.23    53.7    37.6    14.7
2025-08-25T10:10    5.24    57.5    39.4    15.8
2025-09-22T10:10    5.84    60.0    40.5    16.2
2025-10-27T10:10    6.38    62.6    41.7    16.3
2025-12-15T10:10    7.15    65.6    43.0    16.6
2026-02-16T10:10    7.8     68.6    44.2    16.6
2026-03-23T10:10    8.2     70.3    44.7    16.6
2026-05-18T10:10    8.6     72.9    45.4    16.2
2026-07-20T10:10    9.2     75.4    46.1    16.2
2026-09-21T10:10    9.7     77.7    46.6    16.1
2026-11-16T10:10    10.1    79.9    47.0    15.8
`;

/**
 * The clinic's system sends these percentiles, of the WHO standards for boys at the corrected age. The columns are: time,
 * weight, length, head circumference.
 */
export const PRETERM_PERCENTILES = `
2026-05-18T10:10    17    17    34
2026-07-20T10:10    22    19    38
2026-09-21T10:10    25    20    40
2026-11-16T10:10    26    25    42
`;

/** The visiting nurse weighs him at home on a scale that shows pounds. The columns are: time, weight. */
export const PRETERM_HOME_WEIGHTS = `
2025-06-10T14:00    6.2
2025-06-17T14:00    6.7
2025-07-01T14:00    7.8
2025-07-10T14:00    8.5
`;

/** The columns are: measure, range for the age, times and results in turn. */
export const PRETERM_BLOOD_TESTS = `
tbili | | 2025-03-20T05:00 5.8 2025-03-21T05:10 8.1 2025-03-22T05:05 8.9 2025-03-24T05:15 6.2 2025-03-28T05:20 3.4
hgb | 14.0-20.0 | 2025-03-19T05:20 16.2N
hgb | 9.0-14.0 | 2025-05-12T06:10 8.6L 2025-06-23T10:25 9.4N
hgb | 10.5-14.0 | 2025-12-15T10:25 11.4N 2026-03-23T10:25 11.9N
ferritin | 10-140 | 2025-06-23T10:25 64N 2025-12-15T10:25 31N
`;

export const PRETERM_VACCINES = `
2025-05-19 | pneumococcal
2025-05-19 2025-07-21 2025-09-22 | DTaP-IPV-Hib-HepB
2025-07-21 2025-09-22 2026-03-23 | pneumococcal
2025-10-27 2026-09-21 | influenza
2026-03-23 | MMR
2026-03-23 | varicella
`;

/** The columns are those of `conditions`. */
export const PRETERM_CONDITIONS = `
2025-03-19 | 2025-06-02 | 2025-03-19T04:40 | diagnosis | Respiratory distress of the newborn
2025-03-19 | | 2025-03-19 | problem | Born preterm, 29 weeks
2025-05-12 | 2025-12-15 | 2025-05-12 | problem | Anemia
`;
