/** Test files share a process (build/testProjects.ts). Each file begins with the real clock and the real globals. */
import { vi } from 'vitest';

vi.useRealTimers();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
vi.restoreAllMocks();
