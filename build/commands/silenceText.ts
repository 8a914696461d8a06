import { askServer } from '../probe/askServer.ts';

const FEW_BYTES = 1024;

/**
 * Returns lines that say why a FHIR server does not answer; an empty one where it does, or where none is named. It is no error: the
 * server may be started later, and the browser may reach what this process does not.
 */
export async function silenceText(base: string | undefined): Promise<string> {
  if (base === undefined) return '';
  const answer = await askServer(new URL(`${base.replace(/\/$/, '')}/metadata`), { maxBytes: FEW_BYTES });
  return 'silence' in answer ? `\n  Not yet: the FHIR server ${answer.silence}.\n` : '';
}
