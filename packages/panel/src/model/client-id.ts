// The name this window writes under: what comes back of its own writes over the event stream is its own echo.
import { randomId } from '@sidestage/domain';

export const CLIENT_ID = `panel-${randomId().slice(-8)}`;
