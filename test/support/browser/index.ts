// A real browser with the built extension, for the end-to-end tests.
export { type ExtensionBrowser, type LaunchOptions, launchWithExtension } from './launch.ts';
export { PanelDriver } from './panel-driver.ts';
