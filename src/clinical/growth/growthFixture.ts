/** This file gives the tests the tables as they are shipped. */
import file from './growthReferences.json';
import { readGrowthTables } from './growthTables.ts';

export const tables = readGrowthTables(file);
