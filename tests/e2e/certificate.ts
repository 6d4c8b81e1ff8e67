import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";

/** A certificate that a test browser is told to accept, made here because a clean machine has no openssl. */
export function selfSigned(name: string): { key: string; cert: string } {
  const pair = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const rsaSha256 = sequence(oid("2a864886f70d01010b"), der(0x05, Buffer.alloc(0)));
  const subject = sequence(der(0x31, sequence(oid("550403"), der(0x0c, Buffer.from(name)))));
  const validity = sequence(utcTime("250101000000Z"), utcTime("491231235959Z"));
  const altNames = sequence(der(0x82, Buffer.from(name)));
  const extensions = der(0xa3, sequence(sequence(oid("551d11"), der(0x04, altNames))));
  const body = sequence(
    der(0xa0, integer(2)),
    integer(1),
    rsaSha256,
    subject,
    validity,
    subject,
    pair.publicKey,
    extensions,
  );
  const signature = sign("sha256", body, createPrivateKey(pair.privateKey));
  const whole = sequence(body, rsaSha256, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = whole.toString("base64").match(/.{1,64}/g)!;
  return {
    key: pair.privateKey,
    cert: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----"].join("\n"),
  };
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts: Buffer[]): Buffer => der(0x30, Buffer.concat(parts));
const integer = (value: number): Buffer => der(0x02, Buffer.from([value]));
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const utcTime = (text: string): Buffer => der(0x17, Buffer.from(text));
