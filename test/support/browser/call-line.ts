// Numbered calls over one line: which answer belongs to which call, and who hears what comes unasked. CDP and BiDi speak alike in this.

interface Message {
  id?: number;
  method?: string;
  params?: never;
  result?: unknown;
  /** In CDP an object with a message, in BiDi a code beside a message. */
  error?: string | { message: string };
  message?: string;
}

export class CallLine {
  readonly #put: (text: string) => Promise<unknown>;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  readonly #listeners = new Map<string, ((params: never) => void)[]>();
  #lastId = 0;

  /** @param put sends a text to the other end; what it throws is the call's answer */
  constructor(put: (text: string) => Promise<unknown>) {
    this.#put = put;
  }

  send<T = Record<string, unknown>>(method: string, params: object = {}): Promise<T> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#put(JSON.stringify({ id, method, params })).catch((error: Error) => {
        this.#waiting.delete(id);
        reject(error);
      });
    });
  }

  on(method: string, listener: (params: never) => void): void {
    this.#listeners.set(method, [...(this.#listeners.get(method) ?? []), listener]);
  }

  /** Takes in what the other end said. */
  hear(text: string): void {
    const { id, method = '', params, result, error, message } = JSON.parse(text) as Message;
    if (id === undefined) {
      for (const listener of this.#listeners.get(method) ?? []) listener(params as never);
      return;
    }
    const call = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) call?.resolve(result as never);
    else call?.reject(new Error(typeof error === 'string' ? `${error}: ${message}` : error.message));
  }

  /** Nothing more will come: whoever waits is told why. */
  end(why: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }
}
