import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const PACKAGE = fileURLToPath(new URL('../../package.json', import.meta.url));
const productSchema = v.object({ name: v.string(), version: v.string() });

/** Returns the name and the version of this product. */
export const readProduct = async (): Promise<v.InferOutput<typeof productSchema>> =>
  v.parse(productSchema, JSON.parse(await readFile(PACKAGE, 'utf8')));
