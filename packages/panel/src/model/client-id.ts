// The name this window writes under: what comes back of its own writes over the event stream is its own echo.
import { newId } from '@sidestage/domain';

export const CLIENT_ID = `panel-${newId('op').slice(-8)}`;
