import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const TASKS = ['bundle:handlers/nodejs/profile', 'bundle:handlers/python'];

/** The handlers of an earlier commit, bundled as they were then. */
export class EarlierHandlers {
  private readonly parent = mkdtempSync(join(tmpdir(), 'bench-earlier-'));
  private readonly worktree = join(this.parent, 'worktree');

  constructor(private readonly commit: string) {}

  /** @throws Error if Git does not know the commit */
  public bundle(): void {
    run('git', 'worktree', 'add', '--detach', this.worktree, this.commit);
    symlinkSync(join(ROOT, 'node_modules'), join(this.worktree, 'node_modules'));
    for (const task of TASKS) {
      execFileSync('npx', ['projen', task], { cwd: this.worktree, stdio: ['ignore', 'ignore', 'inherit'] });
    }
  }

  /** The directory that has a directory of handlers for each language. */
  public get directory(): string {
    return join(this.worktree, 'assets', 'handlers');
  }

  public remove(): void {
    rmSync(this.parent, { recursive: true });
    run('git', 'worktree', 'prune');
  }
}

function run(file: string, ...args: string[]): void {
  execFileSync(file, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}
