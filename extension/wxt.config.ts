// What is built, and the manifest for both browsers. No host permission at install: sites are asked for one by one.
import { defineConfig } from 'wxt';
import { shortWords } from './scripts/short-words.ts';

// The panel talks to the company's server: https anywhere, plain HTTP to this machine only.
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  'connect-src https: http://127.0.0.1:* http://localhost:*',
].join('; ');

// Children as arguments of one function instead of lists in objects make the panel a hundredth smaller. No file names that
// function: what the sources say is the automatic form, which the tests' pages take.
const CLASSIC = {
  name: 'classic-jsx',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.endsWith('.tsx') ? { code: `import { Fragment, h } from 'preact';${code}`, map: null } : null,
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  // Never the development form, which holds the paths of the machine it was built on.
  vite: () => ({
    oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment', development: false } },
    plugins: [shortWords(), CLASSIC],
    // A stand-in for browsers that cannot load modules ahead; both of ours can.
    build: { modulePreload: { polyfill: false } },
  }),
  manifest: ({ browser }) => ({
    name: 'Sidestage',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    // Mail and chat tools run on origins nobody can list; each is granted alone, when the rep switches it on.
    // Asked for when the rep switches reminders on.
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: 'Sidestage' },
    commands: {
      'arm-picker': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_armPicker__',
      },
    },
    content_security_policy: { extension_pages: PAGE_POLICY },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'panel@sidestage',
              strict_min_version: '140.0',
              // Whom a conversation is with and the sign-in leave the browser, for the company's own server: Firefox asks first.
              data_collection_permissions: { required: ['personallyIdentifyingInfo', 'authenticationInfo'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
