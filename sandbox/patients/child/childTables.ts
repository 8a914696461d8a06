// These are the girl's visits. Weights, lengths and head circumferences run a little above the median of the
// WHO standards.

/**
 * The columns are: time, weight in g (the maternity ward weighs in grams), length, head circumference, heart
 * rate, temperature.
 */
export const CHILD_MATERNITY_WARD = `
2017-08-14T23:55    3340    50.0    34.2    148    36.7
2017-08-15T09:10    3240    .       .       142    36.8
2017-08-16T09:05    3150    .       .       139    36.9
2017-08-17T08:50    3180    .       .       144    36.7
2017-08-21T10:20    3310    50.6    34.5    146    36.8
`;

/**
 * The columns of the well-child visits are: time, weight in kg, length (height from two years on), head
 * circumference, heart rate, temperature.
 */
export const CHILD_WELL_VISITS = `
2017-09-14T09:30    4.3     54.1    36.8    150    36.8
2017-10-16T09:15    5.2     57.6    38.5    146    36.7
2017-12-14T10:00    6.6     62.8    40.9    140    36.9
2018-02-14T09:40    7.5     66.3    42.5    134    36.7
2018-05-15T09:20    8.5     70.8    44.1    131    36.8
2018-08-15T09:35    9.2     74.8    45.2    127    36.6
2018-11-14T10:10    9.9     78.4    46.0    124    36.8
2019-02-13T09:25    10.6    81.6    46.5    122    36.7
2019-08-14T09:30    11.9    86.5    47.5    118    36.6
2020-02-19T09:45    13.1    91.6    48.2    114    36.7
2020-08-19T09:30    14.3    96.1    48.8    110    36.8
2021-08-18T10:05    16.6    103.8   .       104    36.6
2022-08-17T09:50    18.8    110.6   .       99     36.7
2023-08-16T09:35    20.9    116.3   .       94     36.6
2024-08-14T09:55    23.2    122.0   .       91     36.7
2025-08-20T09:40    25.9    127.9   .       88     36.6
2026-08-19T10:15    28.9    133.7   .       85     36.7
`;

/** The columns of the visits between them are: time, weight, heart rate, temperature, reason. */
export const CHILD_SICK_VISITS = `
2018-11-27T16:20    9.9     158    39.1    Otitis media
2020-01-08T15:40    12.9    146    38.8    Fever
2023-02-03T11:15    19.8    118    38.4    Influenza
2026-11-03T15:30    29.4    92     37.4    Cough
`;

/** The columns are: time, systolic/diastolic. The measurements begin at three years. */
export const CHILD_BLOOD_PRESSURES = `
2020-08-19T09:40    92/55
2021-08-18T10:15    94/57
2022-08-17T10:00    95/58
2023-08-16T09:45    97/59
2024-08-14T10:05    98/60
2025-08-20T09:50    100/62
2026-08-19T10:25    102/63
`;

/**
 * The columns are: measure, range for the age, times and results in turn. Bilirubin has no range because it
 * depends on the hour of life.
 */
export const CHILD_BLOOD_TESTS = `
tbili | | 2017-08-16T08:40 8.9 2017-08-17T08:30 10.6 2017-08-21T10:35 7.2
hgb | 11.0-14.0 | 2018-08-15T09:50 10.8L 2018-11-14T10:25 11.9N 2019-08-14T09:45 12.3N
ferritin | 12-140 | 2018-08-15T09:50 9L 2018-11-14T10:25 31N 2019-08-14T09:45 28N
mcv | 70-86 | 2018-08-15T09:50 69L 2018-11-14T10:25 75N 2019-08-14T09:45 77N
lead | <3.5 | 2018-08-15T09:50 <1.0 2019-08-14T09:45 1.4N
hgb | 11.5-15.5 | 2022-08-17T10:05 12.8N 2026-08-19T10:30 13.1N
ferritin | 7-142 | 2026-08-19T10:30 34N
chol | <170 mg/dL | 2026-08-19T10:30 152N
hdl | >45 mg/dL | 2026-08-19T10:30 54N
crp | <5.0 | 2020-01-08T15:55 18.4H 2023-02-03T11:30 9.6H
`;

export const CHILD_IMMUNIZATIONS: Readonly<Record<string, string>> = {
  '2017-10-16': 'DTaP-IPV-Hib-HepB, pneumococcal, rotavirus',
  '2017-12-14': 'DTaP-IPV-Hib, pneumococcal, rotavirus',
  '2018-02-14': 'DTaP-IPV-Hib-HepB, pneumococcal, influenza',
  '2018-08-15': 'MMR, varicella, hepatitis A',
  '2018-11-14': 'DTaP, Hib, pneumococcal',
  '2019-02-13': 'hepatitis A',
  '2021-08-18': 'DTaP-IPV, MMR, varicella',
  '2026-08-19': 'influenza',
};
