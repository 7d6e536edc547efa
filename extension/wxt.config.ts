// What is built, and the manifest for both browsers. No host permission at install: sites are asked for one by one.
import { defineConfig } from 'wxt';

// The panel talks to the company's server: https anywhere, plain HTTP to this machine only.
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  'connect-src https: http://127.0.0.1:* http://localhost:*',
].join('; ');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({ oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } }),
  manifest: ({ browser }) => ({
    name: 'Sidestage',
    description: 'Lifecycle stages beside the conversation',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    // Mail and chat tools run on origins nobody can list; each is granted alone, when the rep switches it on.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: 'Sidestage' },
    commands: {
      'arm-picker': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: 'Arm the stage picker: then a digit and Enter move the person of the open conversation',
      },
    },
    content_security_policy: { extension_pages: PAGE_POLICY },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'panel@sidestage',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
