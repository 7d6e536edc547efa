// What the numbers were measured on.
import { readFileSync, statfsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, tmpdir, totalmem } from 'node:os';

// The kernel's numbers for file systems: on tmpfs a commit costs nothing, so it has to be said.
const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  61267: 'ext4',
  16914836: 'tmpfs',
  2035054128: 'overlayfs',
  1481003842: 'xfs',
  2435016766: 'btrfs',
};

export function machine(): Record<string, string> {
  const { type } = statfsSync(tmpdir());
  return {
    cores: `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${process.platform} ${release()}`,
    node: `Node ${process.versions.node}`,
    files: `${FILE_SYSTEMS[type] ?? `file system 0x${type.toString(16)}`} in ${tmpdir()}`,
    load: `load ${loadavg()[0]?.toFixed(1)} at the start`,
  };
}

export const TICKS_A_SECOND = 100;
/**
 * Processor time a process has used so far, in the kernel's ticks; undefined where the kernel does not tell. On a machine
 * with other work it says more about a server than the clock on the wall does.
 */
export function processorTicks(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return undefined;
  }
}
