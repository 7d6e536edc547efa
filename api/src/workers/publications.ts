// Takes up publications of lifecycles that a stop interrupted.
import type { Deps } from '../deps.ts';
import { resumePublications } from '../features/lifecycles/publication.service.ts';

export function startPublications(deps: Deps): void {
  resumePublications(deps).catch((error) => deps.log('publications not resumed', { error: String(error) }));
}
