import { spawnSync } from 'node:child_process';
import { findBrowser } from './findBrowser.ts';

/** Before the end-to-end tests: an installed Chromium, or one got from where this machine can get it, or a clear word. */
export async function run(): Promise<void> {
  if (findBrowser() !== undefined) return;
  const ways: [string, string[]][] = [
    ['npx', ['playwright', 'install', 'chromium']],
    ...(process.getuid?.() === 0
      ? ([['sh', ['-c', 'apt-get update && apt-get install -y --no-install-recommends chromium']]] as [
          string,
          string[],
        ][])
      : []),
  ];
  for (const [command, args] of ways) {
    console.log(`No Chromium found. Trying: ${command} ${args.join(' ')}`);
    spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 });
    if (findBrowser() !== undefined) return;
  }
  console.error(
    'The end-to-end tests need Chromium and none could be got. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
  process.exit(1);
}
