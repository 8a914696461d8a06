import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import type { ForeignContent } from './licenceList.ts';

const CATALOG = fileURLToPath(new URL('../../src/clinical/catalog/loinc-catalog.json', import.meta.url));
const catalogSchema = v.object({ loincNotice: v.pipe(v.string(), v.nonEmpty()) });

/** Returns what the pages hold of others beside packages: codes and tables (docs/growth-references.md). */
export async function foreignContents(): Promise<readonly ForeignContent[]> {
  const { loincNotice } = v.parse(catalogSchema, JSON.parse(await readFile(CATALOG, 'utf8')));
  return [
    { name: 'LOINC', notice: loincNotice },
    {
      name: 'WHO Child Growth Standards, 2006 and 2007',
      notice: `Copyright (c) World Health Organization. Tables of
https://www.who.int/tools/child-growth-standards/standards`,
    },
    {
      name: 'CDC Growth Charts, 2000 and 2022',
      notice: `Made by the Centers for Disease Control and Prevention of the United States, in the
public domain. Tables of https://www.cdc.gov/growthcharts/cdc-data-files.htm`,
    },
  ];
}
