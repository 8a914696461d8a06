import { run as start } from './start.ts';

export const run = (): Promise<void> => start('development');
