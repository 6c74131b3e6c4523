import { rmSync } from 'fs';

/** Removes what the global setup made. */
export default function globalTeardown(): void {
  rmSync(process.env.TMPDIR!, { recursive: true, force: true });
}
