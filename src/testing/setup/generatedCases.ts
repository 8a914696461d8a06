/**
 * Generated cases are the same in every run, so that a change is judged by what it changed. `PROPERTY_SEED=random` makes new ones, and a
 * case that fails prints the seed that made it: `PROPERTY_SEED=63 npx vitest run …` repeats it.
 * https://fast-check.dev/docs/configuration/global-settings/
 */
import fc from 'fast-check';

const DEFAULT_SEED = 20_261_203;

const chosen = process.env['PROPERTY_SEED'] ?? '';
if (chosen !== 'random') fc.configureGlobal({ seed: chosen === '' ? DEFAULT_SEED : Number(chosen) });
