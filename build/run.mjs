// `node build/run.mjs COMMAND`: Node 20 cannot run TypeScript, but Vite can. The commands that take arguments are in `commands/`.
import { loadVite } from './loadVite.mjs';

const { runnerImport } = await loadVite();

const COMMANDS = {
  start: { file: 'commands/start', run: (module, args) => module.startApp('production', args) },
  dev: { file: 'commands/start', run: (module, args) => module.startApp('development', args) },
  build: { file: 'commands/build', run: (module, args) => module.buildPages(args) },
  sandbox: { file: 'commands/sandbox', run: (module, args) => module.startSandboxAlone(args) },
  configure: { file: 'commands/configure', run: (module, args) => module.configure(args) },
  probe: { file: 'commands/probe', run: (module, args) => module.probe(args) },
  migrate: { file: 'commands/migrate', run: (module, args) => module.migrate(args) },
  release: { file: 'commands/release', run: (module, args) => module.release(args) },
  browser: { file: 'browser', run: (module) => module.provideBrowser() },
  changes: { file: 'changeSimulation', run: (module, args) => module.simulateChanges(args) },
  growth: { file: 'growthFixtures', run: (module, args) => module.compareGrowth(args) },
  structure: { file: 'structure/checkStructure', run: (module, args) => module.checkStructure(args) },
  bench: { file: '../bench/bench', run: (module, args) => module.runBench(args) },
  inferno: { file: 'inferno/inferno', run: (module, args) => module.runInferno(args) },
  audit: { file: 'dependencies/auditDependencies', run: (module, args) => module.auditDependencies(args) },
};

const options = { configFile: false, logLevel: 'error' };
const load = async (file, plugins = []) =>
  (await runnerImport(`./build/${file}.ts`, { ...options, plugins })).module;

const [name, ...args] = process.argv.slice(2);
if (!Object.hasOwn(COMMANDS, name ?? '')) {
  console.error(`"${name ?? ''}" is no command; there are ${Object.keys(COMMANDS).join(', ')}.`);
  process.exit(1);
}
const { file, run } = COMMANDS[name];
const { messageCatalogs } = await load('messageCatalogs');
await run(await load(file, [messageCatalogs()]), args);
