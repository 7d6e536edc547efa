// Loaded into the server's process with --import: measures how long its event loop was held, by the clock and in processor
// time of its own thread, and tells when asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 2;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

const spent = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
let last = spent();
let maxCpuMs = 0;
// A timer that is due fires in every turn of the loop, so what is spent between two of them is one turn.
setInterval(() => {
  const now = spent();
  maxCpuMs = Math.max(maxCpuMs, now - last);
  last = now;
}, RESOLUTION_MS).unref();

process.on('message', (message) => {
  if (message !== 'measure') return;
  process.send?.({ maxMs: delay.max / 1e6 - RESOLUTION_MS, maxCpuMs });
  delay.reset();
  maxCpuMs = 0;
});
// The channel alone must not keep the server from stopping.
process.channel?.unref();
