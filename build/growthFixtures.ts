// Compares the z-scores of `src/clinical/growth/` with those that WHO and CDC publish, which stay out of the repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import published from '../src/clinical/growth/growthReferences.json';
import { growthDistributionAt } from '../src/clinical/growth/growthDistribution.ts';
import {
  readGrowthTables,
  type GrowthMeasure,
  type GrowthSex,
  type GrowthTables,
} from '../src/clinical/growth/growthTables.ts';
import { readArgumentsAndWords, runCommand, UsageError } from './commands/arguments.ts';
import { rowsOfWorkbook } from './zipFile.ts';

const LARGEST_DIFFERENCE = 0.005;
const DAYS_PER_MONTH = 30.4375;

const WHERE_FROM = `node build/run.mjs growth FOLDER

FOLDER holds what you downloaded, as many of these as you have:
- WHO's expanded tables of z-scores (.xlsx), from https://www.who.int/tools/child-growth-standards/standards
  under each measure: weight for age, length/height for age, head circumference for age, body mass index for age, girls
  and boys. Keep the beginning of their names: wfa, lhfa, hcfa or bfa, and "boys" or "girls".
- test_syngrowth_sas_output_compare.csv.gz of growthcleanr: what CDC's SAS program gives for 17,191 made-up children.
  https://github.com/carriedaymont/growthcleanr, folder inst/extdata`;

type Compared = { readonly name: string; readonly count: number; readonly largest: number };

const compared = (name: string, differences: readonly number[]): Compared => ({
  name,
  count: differences.length,
  largest: differences.reduce((a, b) => Math.max(a, b), 0),
});

const WHO_MEASURES: Readonly<Record<string, GrowthMeasure>> = {
  wfa: 'weight',
  lhfa: 'height',
  hcfa: 'headCircumference',
  bfa: 'bmi',
};
const LAST_DAY = 730;

/** Each day of WHO's table has the values from −4 to 4 standard deviations. */
function compareWho(file: string, path: string, tables: GrowthTables): Compared {
  const measure = WHO_MEASURES[/^[a-z]+/.exec(file)?.[0] ?? '']!;
  const sex: GrowthSex = file.includes('boys') ? 'male' : 'female';
  const differences = rowsOfWorkbook(readFileSync(path))
    .filter(({ Day }) => Day !== undefined && Day <= LAST_DAY)
    .flatMap((row) =>
      [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((z) => {
        const value = row[z < 0 ? `SD${-z}neg` : `SD${z}`];
        const at = growthDistributionAt(tables, { reference: 'who2006', measure, sex }, row['Day']!);
        return value === undefined || at === undefined ? [] : [Math.abs(at.z(value) - z)];
      }),
    );
  return compared(`WHO ${file}`, differences);
}

const CDC_COLUMNS = [
  ['weight', 'weight', 'waz'],
  ['height', 'height', 'haz'],
  ['bmi', 'bmi', 'bmiz'],
] as const;

function compareCdc(path: string, tables: GrowthTables): readonly Compared[] {
  const [head = '', ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  const rows = lines.map((line) => line.split(',').map((cell) => (cell === '' ? Number.NaN : Number(cell))));
  return CDC_COLUMNS.map(([measure, valueName, zName]) => {
    const [value, z, sex, months] = [valueName, zName, 'sex', 'agemos'].map((name) => names.indexOf(name));
    const differences = rows
      .filter((row) => !Number.isNaN(row[z!]!))
      .map((row) => {
        const days = row[months!]! * DAYS_PER_MONTH;
        const at = growthDistributionAt(
          tables,
          { reference: 'cdc2000', measure, sex: row[sex!] === 1 ? 'male' : 'female' },
          days,
        );
        return at === undefined ? Infinity : Math.abs(at.z(row[value!]!) - row[z!]!);
      });
    return compared(`CDC ${zName}`, differences);
  });
}

/** `node build/run.mjs growth FOLDER` prints the largest difference of each file, and fails above 0.005. */
export const compareGrowth = (args: readonly string[]): Promise<void> =>
  runCommand(async () => {
    const { words } = readArgumentsAndWords('node build/run.mjs growth', args, {});
    compareFolder(words[0]);
  });

function compareFolder(folder: string | undefined): void {
  if (folder !== undefined && !existsSync(folder))
    throw new UsageError(`There is no folder ${folder}.\n\n${WHERE_FROM}`);
  const files = folder === undefined ? [] : readdirSync(folder);
  const tables = readGrowthTables(published);
  const all = files.toSorted().flatMap((file) => {
    if (/^(?:wfa|lhfa|hcfa|bfa).*(?:boys|girls).*\.xlsx$/.test(file))
      return [compareWho(file, join(folder!, file), tables)];
    return file.endsWith('sas_output_compare.csv.gz') ? compareCdc(join(folder!, file), tables) : [];
  });
  const isAsPublished = ({ largest }: Compared): boolean => largest <= LARGEST_DIFFERENCE;
  for (const { name, count, largest } of all)
    console.log(`${name}: ${count} z-scores, largest difference ${largest.toFixed(5)}`);
  const count = all.reduce((sum, one) => sum + one.count, 0);
  console.log(all.length === 0 ? WHERE_FROM : `${count} z-scores in all`);
  if (all.length === 0 || !all.every(isAsPublished)) process.exitCode = 1;
}
