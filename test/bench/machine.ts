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

/** The lock file's word on what the floor is made of. */
export function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
