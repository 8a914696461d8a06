/** Returns what is wrong with a version of Node, such as "18.20.8"; undefined when nothing is. `wanted` is `engines.node` of package.json. */
export function nodeProblem(version: string, wanted: string): string | undefined;
/** Returns the command that installs all packages, also where the environment asks for those of production alone. */
export function installCommand(env: Readonly<Record<string, string | undefined>>): string;
