import { readNoArguments, runCommand } from '../commands/arguments.ts';
import { MOST_FILES, MOST_PROPS, structureOf } from './structure.ts';

/** `npm run check:structure` prints the structure of the sources and fails where the house is not in order. */
export const checkStructure = (args: readonly string[]): Promise<void> =>
  runCommand(async () => {
    readNoArguments('npm run check:structure', args);
    printStructure();
  });

function printStructure(): void {
  const found = structureOf(process.cwd());
  console.log('Files in the fullest folders:');
  for (const { folder, files } of found.folders.slice(0, 10)) console.log(`  ${files}  ${folder}`);
  console.log(`Components that declare timeZone as a prop: ${found.timeZoneProps.length}`);
  const breaches = [
    [`Folders with more than ${MOST_FILES} files`, found.crowdedFolders],
    ['Circles of imports, types included', found.circles],
    ['Forbidden imports', found.forbiddenImports],
    [`Components with more than ${MOST_PROPS} props`, found.wideComponents],
    ['Exported names that stand twice', found.duplicateExports],
  ] as const;
  for (const [title, list] of breaches) {
    console.log(`${title}: ${list.length}`);
    for (const line of list) console.log(`  ${line}`);
  }
  if (breaches.some(([, list]) => list.length > 0)) process.exitCode = 1;
}
