import { migrate } from '../commands/migrate.ts';

// This is `migrate.mjs` of an archive.
await migrate(process.argv.slice(2), 'node migrate.mjs');
