// Where the coverage of the contract is gathered and written.
import { fileURLToPath } from 'node:url';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const RESULTS = folder('../../results');
/** One file for each test file that ran. */
export const PARTS = folder('../../results/contract-coverage');
export const CONTRACT_TESTS = folder('../../contract');
