// One keep-alive HTTP/1.1 connection spoken by hand: on two cores a costly client would hide what the server can do.
import { connect, type Socket } from 'node:net';

export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Received {
  readonly status: number;
  readonly body: string;
}

interface Waiting {
  resolve(answer: Received): void;
  reject(error: Error): void;
}

const HEAD_END = Buffer.from('\r\n\r\n');

export class Wire {
  readonly #socket: Socket;
  readonly #host: string;
  readonly #token: string;
  #pending: Buffer[] = [];
  #have = 0;
  /** Bytes of the answer under way, head included; 0 until its head is there. */
  #need = 0;
  #headBytes = 0;
  #status = 0;
  #waiting: Waiting | undefined;

  private constructor(socket: Socket, host: string, token: string) {
    this.#socket = socket;
    this.#host = host;
    this.#token = token;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#take(chunk as Buffer));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error(`${host} closed the connection.`)));
  }

  static async open(url: string, token: string): Promise<Wire> {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Wire(socket, host, token);
  }

  /** One request at a time; resolves with the whole answer. */
  send({ method, path, body, headers }: Sent): Promise<Received> {
    const text = body === undefined ? '' : JSON.stringify(body);
    let head = `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\nauthorization: Bearer ${this.#token}\r\n`;
    for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
    if (body !== undefined) head += `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`;
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) return reject(new Error(`The connection to ${this.#host} is closed.`));
      this.#waiting = { resolve, reject };
      this.#socket.write(`${head}\r\n${text}`);
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#pending.push(chunk);
    this.#have += chunk.length;
    if (this.#need === 0 && !this.#readHead()) return;
    if (this.#have < this.#need) return;
    const all = this.#pending.length === 1 ? chunk : Buffer.concat(this.#pending);
    const answer = { status: this.#status, body: all.toString('utf8', this.#headBytes, this.#need) };
    this.#pending = [];
    this.#have = 0;
    this.#need = 0;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(answer);
  }

  #readHead(): boolean {
    const all = this.#pending.length === 1 ? (this.#pending[0] as Buffer) : Buffer.concat(this.#pending);
    this.#pending = [all];
    const end = all.indexOf(HEAD_END);
    if (end === -1) return false;
    const head = all.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) {
      this.#fail(new Error(`An answer without a length: ${head}`));
      return false;
    }
    this.#status = Number(head.slice(9, 12));
    this.#headBytes = end + HEAD_END.length;
    this.#need = this.#headBytes + Number(length);
    return true;
  }

  #fail(error: Error): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.reject(error);
  }
}
