import { configure } from '../commands/configure.ts';

// This is `configure.mjs` of an archive.
await configure(process.argv.slice(2), 'node configure.mjs');
