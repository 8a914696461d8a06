// Node 20 cannot run .ts, Vite can: `node build/run.mjs start|dev|browser` runs build/<name>.ts.
import { runnerImport } from 'vite';

const { module } = await runnerImport(`./build/${process.argv[2]}.ts`, {
  configFile: false,
  logLevel: 'error',
});
await module.run();
