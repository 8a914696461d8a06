import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

export type Program = {
  /** This is what the program said when it was ready. */
  readonly said: string;
  stop(): Promise<void>;
};

/** Waits until a started program is ready. It must not reject after that. */
type Ready = (started: ChildProcess, isOver: AbortSignal) => Promise<string>;

const START_MS = 60_000;
const STOP_MS = 5000;

/** A program is ready when its errors (channel 2) or its extra channel (3) say these words. */
export const readyWhenItPrints =
  (words: RegExp, channel: 2 | 3 = 2): Ready =>
  (started) =>
    new Promise((resolve) => {
      let said = '';
      (started.stdio[channel] as Readable).on('data', (chunk) => {
        said += String(chunk);
        const found = words.exec(said);
        if (found !== null) resolve(found[1] ?? found[0]);
      });
    });

/** A program is ready when it answers at this address. */
export const readyWhenItAnswersAt =
  (address: string): Ready =>
  async (_, isOver) => {
    while (!isOver.aborted) {
      const response = await fetch(address, { signal: isOver }).catch(() => undefined);
      if (response?.ok === true) return address;
      await wait(50);
    }
    return '';
  };

/** Starts a program and waits until it is ready. It ends the program that does not get ready, with an error. */
export async function startProgram(
  path: string,
  args: readonly string[],
  ready: Ready,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Program> {
  const started = spawn(path, args, { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let errors = '';
  // An output that nobody reads would stop the program when it is full.
  started.stderr?.on('data', (chunk) => (errors = (errors + String(chunk)).slice(-2000)));
  const ended = once(started, 'exit').then(
    () => 'it ended',
    (error: Error) => error.message,
  );
  const over = new AbortController();
  const said = await Promise.race([
    ready(started, over.signal),
    ended.then((why) => Promise.reject(new Error(`${path} did not start: ${why}\n${errors}`))),
    wait(START_MS, undefined, { ref: false }).then(() =>
      Promise.reject(new Error(`${path} did not start in ${START_MS} ms\n${errors}`)),
    ),
  ]).finally(() => over.abort());
  return {
    said,
    stop: async () => {
      started.kill();
      const timer = setTimeout(() => started.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
