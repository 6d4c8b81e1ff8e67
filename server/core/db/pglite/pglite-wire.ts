import { type PGlite, parse, protocol, type Results } from "@electric-sql/pglite";
import { type BackendMessage, DatabaseError, NotificationResponseMessage } from "pg-protocol/dist/messages.js";
import { Parser } from "pg-protocol/dist/parser.js";

/**
 * Messages of PostgreSQL's protocol, straight to the database in this thread. PGlite's own ways wait for locks around each message
 * and copy each field before they read it, which takes as long as a small statement: whoever sends here keeps others out. Throws
 * the first error that is answered, as `DatabaseError`.
 */
export class Wire {
  readonly #db: PGlite;
  readonly #hear: (channel: string, payload: string) => void;

  /** `hear`: of every channel that something was told on to listen to. */
  constructor(db: PGlite, hear: (channel: string, payload: string) => void) {
    this.#db = db;
    this.#hear = hear;
  }

  /** All that is answered, until the first error. */
  async send(...messages: Uint8Array[]): Promise<BackendMessage[]> {
    const parser = new Parser();
    const answers: BackendMessage[] = [];
    let failure: DatabaseError | undefined;
    const take = (answer: BackendMessage) => {
      if (answer instanceof NotificationResponseMessage) this.#hear(answer.channel, answer.payload);
      else if (answer instanceof DatabaseError) failure ??= answer;
      else if (!failure) answers.push(answer);
    };
    await this.#db.execProtocolRawStream(Buffer.concat(messages), {
      syncToFs: false,
      // The database's own memory, which it writes over.
      onRawData: (bytes) => parser.parse(Buffer.from(bytes), take),
    });
    if (failure) throw failure;
    return answers;
  }

  /** A text of one or several statements without parameters: what each of them answers. */
  async exec(text: string): Promise<Results[]> {
    return parse.parseResults(await this.send(protocol.serialize.query(text)), this.#db.parsers);
  }
}
