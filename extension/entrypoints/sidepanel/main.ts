// The panel's page: gives the panel its place and its host.
import { createHost } from '../../src/host.ts';

const root = document.querySelector<HTMLElement>('#panel');
if (root === null) throw new Error('The panel has no place to be drawn in.');
const host = await createHost();
root.textContent = JSON.stringify(host.site.value);
