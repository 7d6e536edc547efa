// The panel's page: gives the panel its place and its host.
import { mountPanel } from '@sidestage/panel';
import '@sidestage/panel/panel.css';
import { createHost } from '../../src/host.ts';

const root = document.querySelector<HTMLElement>('#panel');
if (root === null) throw new Error('The panel has no place to be drawn in.');
await mountPanel(root, await createHost());
