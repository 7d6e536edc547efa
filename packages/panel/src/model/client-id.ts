// The name this window writes under: what comes back of its own writes over the event stream is its own echo.

export const CLIENT_ID = `panel-${crypto.randomUUID().slice(-8)}`;
