// Real browsers with the built extension, for the end-to-end tests.
export { type Firefox, type FirefoxOptions, hasFirefox, launchFirefox } from './firefox.ts';
export { FirefoxPage } from './firefox-page.ts';
export { type ExtensionBrowser, type LaunchOptions, launchWithExtension } from './launch.ts';
export { PanelDriver } from './panel-driver.ts';
