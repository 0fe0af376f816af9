// Removes what the build made, so that no test of a deleted file runs.
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
