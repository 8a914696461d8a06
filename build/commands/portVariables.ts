import { loadEnv } from 'vite';
import { portFrom } from './arguments.ts';

/**
 * Returns the port that a variable of the process, or else of `.env`, names; undefined where neither does. One that is empty
 * counts as one that is not set.
 * @throws {UsageError} where it is no port
 */
export function portOfVariable(
  mode: string,
  name: 'PORT' | 'SANDBOX_PORT',
  folder = process.cwd(),
): number | undefined {
  const text = process.env[name] ?? loadEnv(mode, folder, name)[name];
  return text === undefined || text === '' ? undefined : portFrom(name, text);
}
