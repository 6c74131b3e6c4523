import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const TASKS = ['bundle:handlers/nodejs/profile', 'bundle:handlers/python'];

/** The handlers of an earlier commit, bundled as they were then. */
export class EarlierHandlers {
  /** @throws Error if Git does not know the commit */
  public static bundle(commit: string): EarlierHandlers {
    const worktree = join(mkdtempSync(join(tmpdir(), 'bench-earlier-')), 'worktree');
    run('git', 'worktree', 'add', '--detach', worktree, commit);
    symlinkSync(join(ROOT, 'node_modules'), join(worktree, 'node_modules'));
    for (const task of TASKS) {
      execFileSync('npx', ['projen', task], { cwd: worktree, stdio: ['ignore', 'ignore', 'inherit'] });
    }
    return new EarlierHandlers(worktree);
  }

  private constructor(private readonly worktree: string) {}

  /** The directory that has a directory of handlers for each language. */
  public get directory(): string {
    return join(this.worktree, 'assets', 'handlers');
  }

  public remove(): void {
    run('git', 'worktree', 'remove', '--force', this.worktree);
    rmSync(join(this.worktree, '..'), { recursive: true });
  }
}

function run(file: string, ...args: string[]): void {
  execFileSync(file, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}
