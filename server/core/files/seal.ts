import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Config } from "../config.ts";
import { AppError } from "../errors.ts";

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals what must not lie open in the database or a backup (files, a provider's key): AES-256-GCM with a key of its own per
 * purpose, derived by HKDF-SHA-256 from the one secret. Layout: version (1 byte), nonce (12), tag (16), ciphertext.
 */
export class Seal {
  readonly #secret: Buffer;

  constructor(secret: string) {
    this.#secret = Buffer.from(secret, "utf8");
  }

  /** `purpose` separates keys: what was sealed for one organization does not open as another's. */
  seal(purpose: string, plain: Uint8Array): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.#key(purpose), nonce);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
  }

  open(purpose: string, sealed: Uint8Array): Uint8Array {
    const data = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const nonce = data.subarray(1, 1 + NONCE_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", this.#key(purpose), nonce);
    decipher.setAuthTag(data.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(data.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch (cause) {
      throw new AppError(
        "unavailable",
        "This was sealed with another secret. Start with the SIDENOTE_SECRET or the secret.key that it was made with",
        { cause },
      );
    }
  }

  /** A keyed hash, for what must be found again but not read: token values. */
  digest(purpose: string, value: string): string {
    return createHmac("sha256", this.#key(purpose)).update(value).digest("hex");
  }

  /** A secret for a library that wants one of its own. */
  derived(purpose: string): string {
    return this.#key(purpose).export().toString("base64url");
  }

  readonly #keys = new Map<string, KeyObject>();
  #key(purpose: string): KeyObject {
    let key = this.#keys.get(purpose);
    if (!key) {
      key = createSecretKey(Buffer.from(hkdfSync("sha256", this.#secret, "sidenote", purpose, 32)));
      this.#keys.set(purpose, key);
    }
    return key;
  }
}

export const secretKeyPath = (config: Pick<Config, "dataDir">) => path.join(config.dataDir, "secret.key");

/**
 * SIDENOTE_SECRET, else the data folder's `secret.key`, made on first use and readable by its owner alone. Beside data that was
 * made with one there must be one: another would open nothing.
 */
export function openSeal(config: Config, mayMake = false): Seal {
  if (config.secret) return new Seal(config.secret);
  const file = secretKeyPath(config);
  if (!existsSync(file)) {
    const isUsed =
      existsSync(path.join(config.dataDir, "db")) && !existsSync(path.join(config.dataDir, "db.unfinished"));
    if (isUsed && !mayMake)
      throw new AppError(
        "unavailable",
        `There is data in ${config.dataDir}, but not the secret.key that it was made with. Put it back, or set SIDENOTE_SECRET; if it is lost for good, \`npm run -s sidenote -- db accept-secret\` makes another, and files and the model's key stay closed`,
      );
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  chmodSync(file, 0o600);
  return new Seal(readFileSync(file, "utf8").trim());
}
