// Reads the open conversation in each frame of a page whose site is switched on, for as long as a panel listens.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startFrameReader } from '../src/frame-reader.ts';

export default defineContentScript({
  // Where it runs is registered at run time, per granted origin.
  matches: [],
  registration: 'runtime',
  allFrames: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: startFrameReader,
});
