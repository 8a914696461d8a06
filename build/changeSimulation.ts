// Simulates patients for "What changed": stable ones, who should rarely be mentioned, and ones who truly changed.
import table from '../src/clinical/change/biologicalVariation.json';
import { changeDistance, LISTED_DISTANCE, RARE_DISTANCE } from '../src/clinical/change/changeDistance.ts';
import { publishedVariationOf } from '../src/clinical/change/variationTable.ts';
import { readNoArguments, runCommand } from './commands/arguments.ts';

/** This is as many measures as one opening of a record compares, by the reference. */
const MEASURES = 30;
const MEAN = 100;
const STEP = 1;
const MAX_EARLIER = 10;
/** The variation of a person is assumed to spread by this share around that of the study. */
const PERSONAL_SPREAD = 0.3;

/** Chance alone lists this share of comparisons (docs/decisions/0037). */
export const PREDICTED = {
  average: { listed: 0.01, rare: 0.001 },
  spread: { listed: 0.018, rare: 0.005 },
} as const;
/** At least this share of true changes of twice the limit is found. */
export const PREDICTED_FOUND = 0.95;

export type SimulationResult = {
  readonly comparisons: number;
  /** These are shares of comparisons. */
  readonly listed: number;
  readonly rare: number;
  /** This is the share of openings with at least one mention. */
  readonly openings: number;
};

type Random = () => number;

/** Returns numbers from 0 to 1 that follow from the seed alone (mulberry32). */
function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Returns a number of the standard normal distribution (Box and Muller). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const logSpread = (percent: number): number => Math.sqrt(Math.log1p((percent / 100) ** 2));

type Person = {
  /** Draws one result of a person around the mean times the factor, or plus the difference. */
  readonly draw: (change: number) => number;
  readonly step: number;
  readonly variation: Parameters<typeof changeDistance>[2];
};

function personOf(id: string, random: Random, isSpread: boolean): Person {
  const { variation } = publishedVariationOf(id)!;
  const personal = isSpread ? Math.max(0.1, 1 + PERSONAL_SPREAD * normal(random)) : 1;
  if ('sd' in variation) {
    const step = variation.sd / 2;
    const draw = (change: number): number => {
      const value = change * variation.sd + variation.sd * personal * normal(random);
      return Math.round(value / step) * step;
    };
    return { draw, step, variation };
  }
  const [within, analytic] = [logSpread(variation.cviPercent) * personal, logSpread(variation.cvaPercent)];
  const draw = (change: number): number => {
    const logValue = change + within * normal(random) + analytic * normal(random);
    return Math.max(STEP, Math.round((MEAN * Math.exp(logValue)) / STEP) * STEP);
  };
  return { draw, step: STEP, variation };
}

const measureIds = Object.keys(table.rows);

/** Returns the distance of a new result, of a person who changed by this many limits. */
function simulatedDistance(id: string, random: Random, isSpread: boolean, limits: number): number {
  const person = personOf(id, random, isSpread);
  const count = 1 + Math.floor(random() * MAX_EARLIER);
  const earlier = Array.from({ length: count }, () => person.draw(0));
  const unchanged = changeDistance(MEAN, earlier, person.variation, person.step);
  if (!unchanged) return 0;
  const [low, high] = unchanged.limits;
  const limit = 'sd' in person.variation ? (high - low) / 2 / person.variation.sd : Math.log(high / low) / 2;
  return changeDistance(person.draw(limits * limit), earlier, person.variation, person.step)?.d ?? 0;
}

/** Simulates stable patients, each with as many measures as one opening of a record compares. */
export function simulateStable(patients: number, seed: number, isSpread: boolean): SimulationResult {
  const random = seededRandom(seed);
  let [listed, rare, openings] = [0, 0, 0];
  for (let patient = 0; patient < patients; patient++) {
    let mentions = 0;
    for (let i = 0; i < MEASURES; i++) {
      const id = measureIds[(patient * MEASURES + i) % measureIds.length]!;
      const distance = Math.abs(simulatedDistance(id, random, isSpread, 0));
      if (distance > LISTED_DISTANCE) mentions++;
      if (distance >= RARE_DISTANCE) rare++;
    }
    listed += mentions;
    if (mentions > 0) openings++;
  }
  const comparisons = patients * MEASURES;
  return {
    comparisons,
    listed: listed / comparisons,
    rare: rare / comparisons,
    openings: openings / patients,
  };
}

/** Simulates true changes of twice the limit, up and down, and returns the share that is found in its direction. */
export function simulateTrueChanges(count: number, seed: number, isSpread: boolean): number {
  const random = seededRandom(seed);
  let found = 0;
  for (let i = 0; i < count; i++) {
    const limits = i % 2 === 0 ? 2 : -2;
    const distance = simulatedDistance(measureIds[i % measureIds.length]!, random, isSpread, limits);
    if (distance * Math.sign(limits) > LISTED_DISTANCE) found++;
  }
  return found / count;
}

const PATIENTS = 20_000;
const CHANGES = 200_000;
const SEED = 20_261_124;

const percentOf = (share: number): string => `${(share * 100).toFixed(2)} %`;

/** `npm run simulate:changes` prints both simulations, and fails where they are worse than predicted. */
export const simulateChanges = (args: readonly string[]): Promise<void> =>
  runCommand(async () => {
    readNoArguments('npm run simulate:changes', args);
    printSimulation();
  });

function printSimulation(): void {
  console.log(`Seed ${SEED}; twice the limit is meant on the log scale.`);
  let isAsPredicted = true;
  for (const [name, isSpread] of [
    ['average', false],
    ['spread', true],
  ] as const) {
    const who = isSpread ? 'Persons whose variation spreads by 30 %' : 'Persons who vary like the average';
    const stable = simulateStable(PATIENTS, SEED, isSpread);
    const found = simulateTrueChanges(CHANGES, SEED, isSpread);
    const predicted = PREDICTED[name];
    console.log(`${who}, ${stable.comparisons} comparisons without a change:`);
    console.log(
      `  listed (distance above 2.576): ${percentOf(stable.listed)}, at most ${percentOf(predicted.listed)}`,
    );
    console.log(
      `  "fewer than 1 of 100" (from 3.29): ${percentOf(stable.rare)}, at most ${percentOf(predicted.rare)}`,
    );
    console.log(`  openings with at least one of ${MEASURES} measures listed: ${percentOf(stable.openings)}`);
    console.log(
      `  true changes of twice the limit found: ${percentOf(found)}, at least ${percentOf(PREDICTED_FOUND)}`,
    );
    isAsPredicted &&=
      stable.listed <= predicted.listed && stable.rare <= predicted.rare && found >= PREDICTED_FOUND;
  }
  if (!isAsPredicted) process.exitCode = 1;
}
