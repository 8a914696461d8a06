import { readArguments } from '../commands/arguments.ts';
import { explanation } from './explanation.ts';
import type { LaunchKind } from './runSuite.ts';

const DEFAULT_PORT = 8443;
const MINUTE_MS = 60_000;

export type InfernoOptions = {
  readonly kit: string;
  readonly port: number;
  /** The FHIR base of the kit as a client sees it. By default it is the one on the TLS origin. */
  readonly iss?: string;
  readonly clientId: string;
  readonly kinds: readonly LaunchKind[];
  readonly patienceMs: number;
};

const isAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);

type Rule = { readonly isRight: (text: string) => boolean; readonly expected: string };

/** Each option has a rule, and says in words what was expected. */
const RULES: Readonly<Record<string, Rule>> = {
  kit: { isRight: isAddress, expected: 'the address of the kit, such as http://localhost' },
  iss: { isRight: isAddress, expected: 'the FHIR base of the kit' },
  port: {
    isRight: (text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) < 65_536,
    expected: 'a port number, the one in INFERNO_HOST',
  },
  'client-id': {
    isRight: (text) => /^[\w.-]{1,100}$/.test(text),
    expected: 'letters, digits, "-", "." and "_"',
  },
  launch: { isRight: (text) => /^(?:ehr|standalone|both)$/.test(text), expected: 'ehr, standalone or both' },
  minutes: {
    isRight: (text) => /^\d+(?:\.\d+)?$/.test(text) && Number(text) > 0,
    expected: 'a number above 0',
  },
};

/** Somebody asked what the command knows. It is an answer and no fault. */
export const asksForHelp = (args: readonly string[]): boolean =>
  args.some((one) => one === '--help' || one === '-h');

/** Reads the command line. It returns what to tell the reader where that does not suffice. */
export function readOptions(args: readonly string[]): InfernoOptions | string {
  const values = readValues(args);
  if (typeof values === 'string') return values;
  for (const [name, { isRight, expected }] of Object.entries(RULES)) {
    const text = values[name];
    if (text !== undefined && !isRight(text)) return `--${name} ${text}: expected ${expected}.`;
  }
  const { kit, port = `${DEFAULT_PORT}`, iss, launch = 'both', minutes = '5' } = values;
  if (kit === undefined) return explanation(DEFAULT_PORT);
  return {
    kit: kit.replace(/\/+$/, ''),
    port: Number(port),
    ...(iss !== undefined && { iss }),
    clientId: values['client-id'] ?? 'longview-inferno',
    kinds: launch === 'both' ? ['ehr', 'standalone'] : [launch as LaunchKind],
    patienceMs: Number(minutes) * MINUTE_MS,
  };
}

/** Returns the words after each option; else what is wrong with one of them. */
function readValues(args: readonly string[]): Readonly<Record<string, string | undefined>> | string {
  if (asksForHelp(args)) return explanation(DEFAULT_PORT);
  const options = Object.fromEntries(Object.keys(RULES).map((name) => [name, { type: 'string' as const }]));
  try {
    return readArguments('npm run inferno', args, options);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
