// `node build/run.mjs start|dev|browser|structure|changes|growth|audit|bench`: Node 20 cannot run TypeScript, but Vite can.
import { runnerImport } from 'vite';

const COMMANDS = {
  start: { file: 'start', run: (module) => module.startApp('production') },
  dev: { file: 'start', run: (module) => module.startApp('development') },
  browser: { file: 'browser', run: (module) => module.provideBrowser() },
  changes: { file: 'changeSimulation', run: (module) => module.simulateChanges() },
  growth: { file: 'growthFixtures', run: (module) => module.compareGrowth() },
  structure: { file: 'structure/checkStructure', run: (module) => module.checkStructure() },
  bench: { file: '../bench/bench', run: (module) => module.runBench() },
  audit: { file: 'dependencies/auditDependencies', run: (module) => module.auditDependencies() },
};

const { file, run } = COMMANDS[process.argv[2]];
const { module } = await runnerImport(`./build/${file}.ts`, { configFile: false, logLevel: 'error' });
await run(module);
