import { expect, test, vi } from 'vitest';
import { portFrom, readArguments, readArgumentsAndWords, readNoArguments, runCommand } from './arguments.ts';

const OPTIONS = {
  iss: { type: 'string' },
  'auth-origin': { type: 'string', multiple: true },
  force: { type: 'boolean' },
} as const;
const read = (...args: string[]) => readArguments('npm start', args, OPTIONS);

test('options are read in both forms', () => {
  expect(read('--iss', 'https://a.example', '--auth-origin=https://b.example', '--force')).toEqual({
    iss: 'https://a.example',
    'auth-origin': ['https://b.example'],
    force: true,
  });
});

test.each([
  [
    'an option that nobody knows',
    ['--isss=x'],
    '--isss is no option of npm start; it knows --iss, --auth-origin',
  ],
  ['a name of every object', ['--constructor'], '--constructor is no option'],
  ['a short option', ['-i', 'x'], '-i is no option'],
  ['an option without its value', ['--iss'], '--iss needs a value'],
  ['an option in the place of a value', ['--iss', '--force'], '--iss needs a value'],
  ['a value that begins with a dash', ['--iss', '-1'], '--iss has -1 behind it; write a value'],
  ['an empty value', ['--iss='], '--iss needs a value'],
  ['an option given twice', ['--iss=a', '--iss=b'], '--iss is given twice'],
  ['a switch with a value', ['--force=no'], '--force takes no value'],
  ['a word alone, as npm hands it over without the two dashes', ['https://a.example'], 'behind two dashes'],
])('%s is said in one sentence', (_, args, why) => {
  expect(() => read(...args)).toThrow(why);
});

test('a port is a number up to 65535, and 0 stands for any that is free', () => {
  expect(['0', '1', '4173', '65535'].map((text) => portFrom('--port', text))).toEqual([0, 1, 4173, 65_535]);
  for (const text of ['', '-1', '65536', '4173.5', '0x10', ' 80', '99999999999'])
    expect(() => portFrom('--port', text)).toThrow(
      `--port=${text} is no port; write a number from 1 to 65535, or 0 for any free port.`,
    );
});

test.each([['--help'], ['-h'], ['--iss', 'x', '--help']])(
  '%s is answered with each option, and is no fault',
  async (...args) => {
    const print = vi.spyOn(console, 'log').mockReturnValue(undefined);
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('ended');
    });
    await runCommand(async () => void read(...args));
    expect(exit).not.toHaveBeenCalled();
    const told = String(print.mock.calls[0]?.[0]);
    expect(told).toContain('npm start -- [options]');
    for (const option of ['--iss …', '--auth-origin …', '--force']) expect(told).toContain(option);
    expect(told).toMatch(/--auth-origin … +may be given several times/);
  },
);

test('a command may take words beside its options', () => {
  expect(readArgumentsAndWords('npm run bench', ['growth', '--force', 'memory'], OPTIONS)).toEqual({
    values: { force: true },
    words: ['growth', 'memory'],
  });
  expect(() => readArgumentsAndWords('npm run bench', ['growth', '--frob'], OPTIONS)).toThrow(
    '--frob is no option of npm run bench',
  );
});

test.each([
  [['--outDir', 'x'], 'npm run build takes no options; leave out --outDir x.'],
  [['x'], 'npm run build takes no options; leave out x.'],
  [['--help'], 'npm run build takes no options.'],
])('a command without options leaves none of %s out unseen', (args, said) => {
  expect(() => readNoArguments('npm run build', args)).toThrow(said);
  expect(() => readNoArguments('npm run build', [])).not.toThrow();
});

test('what a plugin of Vite throws is printed without the stack that its message holds', async () => {
  const print = vi.spyOn(console, 'error').mockReturnValue(undefined);
  vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('ended');
  });
  const message =
    'Build failed with 1 error:\n\n[plugin sbom]\nError: left-pad has no licence\n    at a (/x.js:1:2)\n    at b (/y.js:3:4)';
  await expect(runCommand(() => Promise.reject(new Error(message)))).rejects.toThrow('ended');
  expect(print).toHaveBeenCalledWith(
    'Build failed with 1 error:\n\n[plugin sbom]\nError: left-pad has no licence',
  );
});
