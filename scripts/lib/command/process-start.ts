import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Returns when a running process started, which tells it from a later process with the same ID. Without such a process, `undefined`. */
export function processStart(pid: number): string | undefined {
  return existsSync('/proc/self/stat') ? startInProc(pid) : startInPs(pid);
}

/** In ticks since the machine started. `ps` would calculate a time from it, which can differ by a second each time. */
function startInProc(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code!)) {
      return undefined;
    }
    throw error;
  }
  // The fields after the name of the program, which can contain spaces and parentheses. See proc_pid_stat(5).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  return state === 'Z' ? undefined : fields[19];
}

function startInPs(pid: number): string | undefined {
  const { error, stdout } = spawnSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (error) {
    throw error;
  }
  const [, state, start] = /^(\S+)\s+(.+?)\s*$/.exec(stdout) ?? [];
  return state?.startsWith('Z') ? undefined : start;
}
