import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Says in one sentence what is wrong with a command, and how to write it. */
export class UsageError extends Error {
  override name = 'UsageError' as const;
}

/** Somebody asked what a command knows. It is an answer and no fault. */
class HelpText extends Error {
  override name = 'HelpText' as const;
}

/** Returns a command as it is typed: npm hands on only what stands behind two dashes of their own. */
export const written = (command: string, options: string): string =>
  `${command}${command.startsWith('npm') ? ' --' : ''} ${options}`;

/** `help` says in a few words what an option is for. */
type Options = Readonly<
  Record<string, NonNullable<ParseArgsConfig['options']>[string] & { readonly help?: string }>
>;
type Values<All extends Options> = ReturnType<typeof parseArgs<{ options: All; strict: true }>>['values'];

/**
 * Returns the values of the options of a command such as "npm start".
 * @throws {HelpText} where somebody asks for help
 * @throws {UsageError} for an option that the command does not know, one without its value, one that is given twice, or a word
 * that belongs to no option
 */
export function readArguments<const All extends Options>(
  command: string,
  args: readonly string[],
  options: All,
): Values<All> {
  const { values, words } = readArgumentsAndWords(command, args, options);
  if (words.length > 0)
    throw new UsageError(
      `"${words[0]}" belongs to no option; write options behind two dashes, such as ${written(command, `--${Object.keys(options)[0]}`)} …`,
    );
  return values;
}

/** Does the same for a command that takes words beside its options, and returns these too. */
export function readArgumentsAndWords<const All extends Options>(
  command: string,
  args: readonly string[],
  options: All,
): { readonly values: Values<All>; readonly words: readonly string[] } {
  if (args.some((one) => one === '--help' || one === '-h')) throw new HelpText(helpText(command, options));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const known = Object.keys(options).map((name) => `--${name}`);
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined)
      throw new UsageError(`${token.rawName} is no option of ${command}; it knows ${known.join(', ')}.`);
    const problem = valueProblem(token.value, option.type, token.inlineValue === true);
    if (problem !== undefined) throw new UsageError(`--${token.name} ${problem}.`);
    if (option.multiple !== true && seen.has(token.name))
      throw new UsageError(`--${token.name} is given twice; write it once.`);
    seen.add(token.name);
  }
  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    strict: true,
    allowPositionals: true,
  });
  return { values, words: positionals };
}

/**
 * Refuses whatever stands behind a command that takes nothing. It would otherwise be left out unseen.
 * @throws {HelpText} where somebody asks for help
 * @throws {UsageError} for anything else
 */
export function readNoArguments(command: string, args: readonly string[]): void {
  if (args.length === 0) return;
  const isQuestion = args.some((one) => one === '--help' || one === '-h');
  if (isQuestion) throw new HelpText(`${command} takes no options.\n\n${MORE}`);
  throw new UsageError(`${command} takes no options; leave out ${args.join(' ')}.`);
}

const MORE = 'README.md and the pages of docs/ that it names say more.';

/** Returns the options of a command, a line each. */
function helpText(command: string, options: Options): string {
  const rows = Object.entries(options).map(([name, { type, multiple, help }]) => [
    `--${name}${type === 'string' ? ' …' : ''}`,
    [help, multiple === true && 'may be given several times'].filter(Boolean).join('; '),
  ]);
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return [
    written(command, '[options]'),
    '',
    ...rows.map(([name = '', help = '']) => `  ${name.padEnd(width)}   ${help}`.trimEnd()),
    '',
    MORE,
  ].join('\n');
}

/** Returns what is wrong with the value of an option; undefined when nothing is. */
function valueProblem(
  value: string | undefined,
  type: 'string' | 'boolean',
  isInline: boolean,
): string | undefined {
  if (type === 'boolean') return isInline ? 'takes no value; write it alone' : undefined;
  if (value === undefined || value === '' || (!isInline && value.startsWith('--')))
    return 'needs a value; write it behind the option';
  // Node takes such a value for an option that stands in its place.
  return !isInline && value.startsWith('-')
    ? `has ${value} behind it; write a value that begins with a dash behind =`
    : undefined;
}

/**
 * Returns the number that stands for a port. 0 stands for any that is free.
 * @throws {UsageError} for anything else
 */
export function portFrom(name: string, text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UsageError(
      `${name}=${text} is no port; write a number from 1 to 65535, or 0 for any free port.`,
    );
  return Number(text);
}

/**
 * Runs a command. What it throws is printed without a stack, because it is meant for whoever typed the command, and ends the
 * process with this code.
 */
export async function runCommand(run: () => Promise<void>, exitCode = 1): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof HelpText) {
      console.log(error.message);
      return;
    }
    console.error(withoutStack(error instanceof Error ? error.message : String(error)));
    process.exit(exitCode);
  }
}

/** Vite puts the stack of what a plugin threw into its message. */
const withoutStack = (message: string): string => message.replaceAll(/\n {4}at [^\n]*/g, '');
