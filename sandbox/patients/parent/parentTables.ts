// These are the mother's visits and what was measured at them.

/** The columns are those of `visitsFromTable`. */
export const PARENT_VISITS = `
2024-10-02T09:00 | 40 | | First pregnancy visit
2025-03-17T21:30 | 4800 | inpatient | Inpatient, preterm birth
2025-06-17T10:00 | 30 | | Visit after birth
2025-09-16T10:00 | 40 | | Check-up
2026-09-15T09:00 | 40 | | Check-up
2026-10-20T09:00 | 30 | | Office visit, blood pressure
2026-11-23T08:30 | 40 | | Office visit, cramps and weakness
`;

/** The columns are: time, blood pressure, heart rate, weight. */
export const PARENT_VITALS = `
2024-10-02T09:10     118/74     78     63.4
2025-03-17T22:00     136/86     96     70.8
2025-06-17T10:10     126/80     80     66.2
2025-09-16T10:10     128/82     76     65.1
2026-09-15T09:10     148/92     78     66.0
2026-10-20T09:10     142/88     80     65.4
2026-11-23T08:40     132/84     92     64.1
`;

/** The basic metabolic panel has the columns: time, creatinine, potassium, sodium, chloride, bicarbonate, urea nitrogen, glucose. */
export const PARENT_METABOLIC = `
2024-10-02T09:25     0.58L    4.1N      137N     103N     24N     9N      84N
2025-09-16T10:25     0.66N    4.2N      139N     102N     25N     12N     88N
2026-09-15T09:25     0.68N    4.1N      140N     103N     25N     13N     92N
2026-10-20T09:25     0.71N    3.4L      138N     99N      28N     15N     95N
2026-11-23T08:55     0.79N    2.4LL     133L     91L      33H     19N     98N
`;

/** The blood count has the columns: time, hemoglobin, MCV, leukocytes, platelets. */
export const PARENT_BLOOD_COUNT = `
2024-10-02T09:25     11.6L    84N     8.9N      262N
2025-03-18T06:10     9.8L     81N     13.4H     231N
2025-03-20T06:15     8.4L     79L     11.2H     248N
2025-06-17T10:25     11.3L    80N     7.1N      301N
2025-09-16T10:25     12.9N    87N     6.6N      277N
2026-09-15T09:25     13.2N    88N     6.3N      269N
`;

/** The lipid panel has the columns: time, total cholesterol, LDL, HDL, triglycerides. */
export const PARENT_LIPIDS = `
2025-09-16T10:25     191N     112o     58N     104N
2026-09-15T09:25     208H     128o     55N     126N
`;

/** These are single tests. The columns are: measure, range, times and results in turn. */
export const PARENT_SINGLE_TESTS = `
ferritin | 15-150 | 2024-10-02T09:25 14L 2025-03-20T06:15 6L 2025-06-17T10:25 12L 2025-09-16T10:25 38N 2026-09-15T09:25 41N
tsh | 0.4-4.0 | 2024-10-02T09:25 2.10N 2025-09-16T10:25 2.36N 2026-11-23T08:55 5.20H~
mg | 1.6-2.6 | 2026-11-23T08:55 1.4L
`;

/** The columns are: drug, RxNorm ingredient, start and daily dose in mg in turn. A dose of 0 stops the drug. */
export const PARENT_COURSES = `
Ferrous sulfate | 24947 | 2025-03-20 325 2025-09-16 0
Hydrochlorothiazide | 5487 | 2026-09-15 12.5 2026-10-20 25 2026-11-23 0
Potassium chloride | 8591 | 2026-11-23 1500
Amlodipine | 17767 | 2026-11-23 5
`;

/** The columns are those of `conditions`. */
export const PARENT_CONDITIONS = `
2024-10-02 | 2025-03-19 | 2024-10-02 | problem | Pregnancy
2025-03-18 | 2025-09-16 | 2025-03-20 | problem | Iron deficiency anemia
2026-09-15 | | 2026-09-15 | problem | Hypertension
2026-11-23 | | 2026-11-23T10:40 | diagnosis | Hypokalemia
`;
