// The little of @xmpp/client that the tests use; the package ships no types.
declare module '@xmpp/client' {
  interface Stanza {
    attrs: Record<string, string | undefined>;
    is(name: string): boolean;
  }
  interface XmppClient {
    start(): Promise<unknown>;
    stop(): Promise<unknown>;
    send(stanza: Stanza): Promise<void>;
    on(event: 'stanza', listener: (stanza: Stanza) => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
  }
  export function client(options: {
    service: string;
    domain: string;
    username: string;
    password: string;
    resource: string;
  }): XmppClient;
  export function xml(name: string, attrs?: Record<string, string>, ...children: (Stanza | string)[]): Stanza;
}
