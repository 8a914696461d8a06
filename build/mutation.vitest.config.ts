import { mergeConfig } from 'vitest/config';
import config from '../vite.config.ts';

/**
 * The mutation run uses the tests of the clinical core and of the record alone, without a document: the others take
 * most of the time and add little to what these find.
 */
export default mergeConfig(config({ mode: 'test', command: 'serve' }), {
  test: {
    exclude: ['src/{app,charts,fhir,gallery,parts,screens,smart,testing,ui}/**', 'sandbox/**', 'build/**'],
  },
});
