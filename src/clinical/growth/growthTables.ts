/**
 * These are the tables of the growth references, with their L, M and S for each age. docs/growth-references.md says who
 * published them, under which terms, and how they were checked.
 */

/** `height` is the recumbent length under two years and the stature from two years on. */
export type GrowthMeasure = 'weight' | 'height' | 'bmi' | 'headCircumference';

/** The references are drawn from girls and boys. */
export type GrowthSex = 'male' | 'female';

/** WHO Child Growth Standards (2006) count under two years, and CDC Growth Charts (2000) from two years on. */
export type GrowthReference = 'who2006' | 'cdc2000';

/** `l` is the power, `m` the median and `s` the coefficient of variation of a measure, in kg, cm or kg/m². */
export type Lms = { readonly l: number; readonly m: number; readonly s: number };

/** This is one column for each of L, M and S. Their places are ages or, for the weight for length, lengths. */
type LmsColumns = {
  readonly l: Float64Array;
  readonly m: Float64Array;
  readonly s: Float64Array;
};

/** Each reference has one table for a measure of one sex. */
export type GrowthPopulation = {
  readonly reference: GrowthReference;
  readonly measure: GrowthMeasure;
  readonly sex: GrowthSex;
};

/** These are the parsed tables, which every calculation takes as an argument. */
export type GrowthTables = {
  /** Returns the columns of a measure; undefined where the reference has none (the weight for length, from two years on). */
  readonly of: (
    reference: GrowthReference,
    measure: GrowthMeasure | 'weightForLength',
    sex: GrowthSex,
  ) => LmsColumns | undefined;
};

/** WHO gives one row for each completed day from birth to two years. */
export const WHO_LAST_DAY = 730;

/** CDC gives one row at 24 months, one for each half month (24.5, 25.5 …) and one at 240 months; of the head at 36 months. */
const CDC_FIRST_MONTH = 24;
export const CDC_LAST_MONTH = 240;
const CDC_LAST_MONTH_OF_HEAD = 36;

/** Returns the month with which CDC's charts of a measure end. */
const cdcLastMonth = (measure: unknown): number =>
  measure === 'headCircumference' ? CDC_LAST_MONTH_OF_HEAD : CDC_LAST_MONTH;

/** WHO gives the weight for each millimetre of length, in cm. */
const FIRST_LENGTH_CM = 45;
const LAST_LENGTH_CM = 110;
const LENGTH_ROWS = (LAST_LENGTH_CM - FIRST_LENGTH_CM) * 10 + 1;

/**
 * Reads the file of the tables. Throws when it has another shape, or when a table has another number of rows than its
 * reference publishes: a shifted table would give every child a wrong percentile.
 */
export function readGrowthTables(file: unknown): GrowthTables {
  const { decimals, tables } = fieldsOf(file);
  const byKey = new Map<string, LmsColumns>();
  for (const table of Array.isArray(tables) ? tables : []) {
    const fields = fieldsOf(table);
    const digits = fieldsOf(fieldsOf(decimals)[String(fields['reference'])]);
    const column = (name: 'l' | 'm' | 's'): Float64Array =>
      readColumn(fields[name], Number(digits[name]), rowCount(fields));
    byKey.set(keyOf(fields['reference'], fields['measure'], fields['sex']), {
      l: column('l'),
      m: column('m'),
      s: column('s'),
    });
  }
  if (byKey.size === 0) throw new Error('The file of the growth references has no tables.');
  return { of: (reference, measure, sex) => byKey.get(keyOf(reference, measure, sex)) };
}

/** Loads the tables (about 8 kB compressed) when the first growth chart needs them. Throws what `readGrowthTables` does. */
export const loadGrowthTables = async (): Promise<GrowthTables> =>
  readGrowthTables((await import('./growthReferences.json')).default);

const keyOf = (...parts: readonly unknown[]): string => parts.join(' ');

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function rowCount({ reference, measure }: Readonly<Record<string, unknown>>): number {
  if (reference === 'cdc2000') return cdcLastMonth(measure) - CDC_FIRST_MONTH + 2;
  return measure === 'weightForLength' ? LENGTH_ROWS : WHO_LAST_DAY + 1;
}

/**
 * A column is written as whole numbers: the differences of the differences of its values, which are small and compress
 * well. Two sums give the values back exactly.
 */
function readColumn(text: unknown, decimals: number, rows: number): Float64Array {
  const numbers = typeof text === 'string' ? text.split(' ').map(Number) : [];
  if (numbers.length !== rows || !numbers.every(Number.isInteger) || !(decimals > 0))
    throw new Error('A table of the growth references is not whole.');
  return Float64Array.from(runningSums(runningSums(numbers)), (value) => value / 10 ** decimals);
}

function runningSums(numbers: readonly number[]): number[] {
  let sum = 0;
  return numbers.map((number) => (sum += number));
}

/** This is a month as CDC and WHO count it, a twelfth of 365.25 days. */
export const DAYS_PER_MONTH = 30.4375;

/** Returns the age in months of 30.4375 days, as CDC counts them. WHO counts completed days. */
export const monthsOfDays = (days: number): number => days / DAYS_PER_MONTH;

/**
 * Returns L, M and S of a measure at an age in completed days: WHO's row of that day, or a straight line between CDC's half
 * months, as each prescribes. It is undefined outside of the ages of the reference, and where it has no such measure. The
 * second birthday may lie up to half a day before CDC's 24 months, which then counts.
 *
 * @see https://www.cdc.gov/growth-chart-training/hcp/computer-programs/sas.html
 */
export function lmsAtAge(
  tables: GrowthTables,
  { reference, measure, sex }: GrowthPopulation,
  ageDays: number,
): Lms | undefined {
  const columns = tables.of(reference, measure, sex);
  if (columns === undefined || !(ageDays >= 0)) return undefined;
  if (reference === 'who2006')
    return ageDays > WHO_LAST_DAY ? undefined : between(columns, Math.floor(ageDays));
  const months = monthsOfDays(ageDays);
  const lastMonth = cdcLastMonth(measure);
  if (months > lastMonth || monthsOfDays(ageDays + 1) < CDC_FIRST_MONTH) return undefined;
  return between(columns, cdcPlace(Math.max(CDC_FIRST_MONTH, months), lastMonth));
}

/** Returns the place of an age among CDC's rows: half a month lies between the first two and between the last two. */
function cdcPlace(months: number, lastMonth: number): number {
  const half = 0.5;
  const lastRow = lastMonth - CDC_FIRST_MONTH + 1;
  if (months < CDC_FIRST_MONTH + half) return (months - CDC_FIRST_MONTH) / half;
  if (months > lastMonth - half) return lastRow - (lastMonth - months) / half;
  return months - CDC_FIRST_MONTH + half;
}

/** Returns L, M and S of the weight at a recumbent length in cm; undefined outside of 45 to 110 cm. */
export function lmsAtLength(tables: GrowthTables, sex: GrowthSex, lengthCm: number): Lms | undefined {
  const columns = tables.of('who2006', 'weightForLength', sex);
  if (columns === undefined || !(lengthCm >= FIRST_LENGTH_CM && lengthCm <= LAST_LENGTH_CM)) return undefined;
  return between(columns, (lengthCm - FIRST_LENGTH_CM) * 10);
}

function between({ l, m, s }: LmsColumns, place: number): Lms {
  const from = Math.floor(place);
  const share = place - from;
  const at = (column: Float64Array): number => {
    const low = column[from] ?? Number.NaN;
    return share === 0 ? low : low + share * ((column[from + 1] ?? low) - low);
  };
  return { l: at(l), m: at(m), s: at(s) };
}
