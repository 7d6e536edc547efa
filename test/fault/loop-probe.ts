// Loaded into the server's process with --import: measures how long its event loop was held, and tells when asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 2;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

process.on('message', (message) => {
  if (message !== 'measure') return;
  process.send?.({ maxMs: delay.max / 1e6 - RESOLUTION_MS });
  delay.reset();
});
// The channel alone must not keep the server from stopping.
process.channel?.unref();
