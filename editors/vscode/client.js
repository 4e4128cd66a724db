const { spawn } = require('node:child_process');

/** Speaks with `pingan lsp` over its standard streams. */
class Client {
  #process;
  #left = Buffer.alloc(0);
  #asked = 0;
  #waiting = new Map();
  #told;

  /** `told` hears what the server says by itself; `gone` that it has ended, and what it said at last. */
  constructor([command, ...args], cwd, told, gone) {
    this.#told = told;
    const isWindows = process.platform === 'win32';
    // On Windows npm makes a script of a command, which only a shell starts; a program with its path needs none.
    this.#process = spawn(command, [...args, 'lsp'], { cwd, shell: isWindows && !/[\\/.]/.test(command) });
    let last = '';
    const end = (why) => {
      for (const { reject } of this.#waiting.values()) reject(new Error('pingan lsp 已经结束。'));
      this.#waiting.clear();
      gone(`${why} ${last}`.trim());
    };
    this.#process.stderr.on('data', (chunk) => {
      last = `${last}${chunk}`.slice(-500);
    });
    this.#process.stdout.on('data', (chunk) => this.#read(chunk));
    this.#process.stdin.on('error', () => {});
    this.#process.once('error', ({ message }) => end(message));
    this.#process.once('exit', (code) => end(code === 0 ? '' : `pingan lsp 结束了（${code}）。`));
  }

  #read(chunk) {
    this.#left = Buffer.concat([this.#left, chunk]);
    for (;;) {
      const start = this.#left.indexOf('\r\n\r\n') + 4;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#left.subarray(0, start).toString())?.[1]);
      if (start < 4 || !(this.#left.length >= start + length)) return;
      const message = JSON.parse(this.#left.subarray(start, start + length).toString());
      this.#left = this.#left.subarray(start + length);
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.method) this.#told(message.method, message.params);
      else if (message.error) waiting?.reject(new Error(message.error.message));
      else waiting?.resolve(message.result);
    }
  }

  tell(method, params, id) {
    const text = JSON.stringify({ jsonrpc: '2.0', id, method, params });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  ask(method, params) {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.tell(method, params, id);
    });
  }

  async end() {
    try {
      await this.ask('shutdown');
      this.tell('exit');
    } catch {
      this.#process.kill();
    }
  }
}

module.exports = { Client };
