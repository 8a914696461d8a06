// `npm run cohort`. It loads the tool alone and not the whole of `build/`, because an import is to stay small in memory.
import { loadVite } from '../loadVite.mjs';

const { runnerImport } = await loadVite();

const options = { configFile: false, logLevel: 'error' };
const { module } = await runnerImport('./build/commands/cohort.ts', options);
await module.cohort(process.argv.slice(2));
