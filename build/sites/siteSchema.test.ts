import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, test } from 'vitest';
import {
  addressSchema,
  ancestorSchema,
  originSchema,
  siteFileSchema,
  siteSchema,
} from '../../src/smart/site/siteSchema.ts';

// `npx vitest run build/sites/siteSchema.test.ts -u` writes the file after a change of the schema.
test('sites.schema.json, which editors read, says what the build checks', async () => {
  const schema = toJsonSchema(siteFileSchema, {
    typeMode: 'input',
    definitions: { origin: originSchema, ancestor: ancestorSchema, address: addressSchema, site: siteSchema },
    ignoreActions: ['readonly'],
    // There is one check by a function, and JSON Schema has a word for it.
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'check' ? { ...jsonSchema, uniqueItems: true } : undefined,
  });
  const text = JSON.stringify({ ...schema, title: 'Longview site file' }, undefined, 2);
  await expect(`${text}\n`).toMatchFileSnapshot('../../sites.schema.json');
});
